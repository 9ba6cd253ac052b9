import { ConsoleTable } from './console-table.tsx'
import type { StoredObject } from '../storage/object-store.ts'
import type { LocalStorage } from '../storage/start-local-storage.ts'
import { consolePage, Empty, LiveCard, notFound, PageHead } from './console-layout.tsx'
import { bytes, count, plural, Time } from './format.tsx'

const pageSize = 100

const openHref = ({ bucket, key }: StoredObject) =>
  `/files/open?${new URLSearchParams({ bucket, key })}`

const typeOf = ({ headers }: StoredObject) =>
  (headers['content-type'] ?? 'binary/octet-stream').split(';')[0] ?? ''

const kinds: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'binary/octet-stream': 'Unknown type',
  'image/jpeg': 'JPEG image',
  'image/png': 'PNG image',
  'image/webp': 'WebP image',
  'text/plain': 'Text',
}

const kindOf = (object: StoredObject) => kinds[typeOf(object)] ?? typeOf(object)

/** The name that came with the upload, as metadata or for downloading; its key when there was none. */
export function nameOf({ key, headers }: Pick<StoredObject, 'key' | 'headers'>): string {
  const disposition = headers['content-disposition'] ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1] ?? headers['x-amz-meta-name']
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1]
  return (encoded && decoded(encoded)) || plain || key
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

export function FilesCard({ storage }: { storage: LocalStorage }) {
  const objects = storage.newestObjects(6)
  const buckets = storage.buckets()
  const total = buckets.reduce((sum, bucket) => sum + bucket.objects, 0)
  const size = buckets.reduce((sum, bucket) => sum + bucket.bytes, 0)
  return (
    <LiveCard
      name="files"
      title="Files"
      note={total > 0 ? `${plural(total, 'file')}, ${bytes(size)}` : storage.url}
      more={{ href: '/files', name: 'All files' }}
    >
      {objects.length === 0 ? (
        <Empty>No files yet. Upload a file in the app and it appears here.</Empty>
      ) : (
        <ul className="lines">
          {objects.map((object) => (
            <li key={`${object.bucket}/${object.key}`}>
              <a className="line" href={openHref(object)} target="_blank" rel="noreferrer">
                <span className="line-main truncate" title={object.key}>
                  {nameOf(object)}
                </span>
                <span className="line-side faint">
                  <Time at={object.modifiedAt} />
                </span>
                <span className="line-sub truncate muted">
                  {kindOf(object)} · {bytes(object.size)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </LiveCard>
  )
}

export function filesPage(storage: LocalStorage, query: URLSearchParams): Response {
  const buckets = storage.buckets()
  const bucket = query.get('bucket') ?? buckets[0]?.name ?? ''
  const prefix = query.get('prefix')?.trim() ?? ''
  const after = query.get('after') ?? ''
  const objects = storage.objects({ bucket, prefix, after, limit: pageSize + 1 })
  const shown = objects.slice(0, pageSize)
  const next = new URLSearchParams({ bucket, prefix, after: shown.at(-1)?.key ?? '' })
  return consolePage({
    title: 'Files',
    section: '/files',
    children: (
      <div className="stack">
        <PageHead title="Files">
          <form className="row search" role="search">
            <input type="hidden" name="bucket" value={bucket} />
            <label className="visually-hidden" htmlFor="prefix">
              Key begins with
            </label>
            <input
              id="prefix"
              name="prefix"
              type="search"
              defaultValue={prefix}
              placeholder="Key begins with"
            />
            <button className="button">Search</button>
          </form>
        </PageHead>
        <div data-live="files" className="stack">
          <nav className="tabs" aria-label="Buckets">
            {buckets.map(({ name, objects: held, bytes: size }) => (
              <a
                key={name}
                href={`/files?bucket=${name}`}
                aria-current={name === bucket ? 'page' : undefined}
              >
                {name} <span className="faint small">{`${count(held)} · ${bytes(size)}`}</span>
              </a>
            ))}
          </nav>
          <FilesTable objects={shown} prefix={prefix} />
          {objects.length > pageSize ? (
            <p>
              <a className="button button-small" href={`/files?${next}`}>
                Next {pageSize}
              </a>
            </p>
          ) : null}
        </div>
      </div>
    ),
  })
}

function FilesTable({ objects, prefix }: { objects: StoredObject[]; prefix: string }) {
  return (
    <ConsoleTable
      columns={['Key', 'Type', '>Size', '>Stored']}
      links
      empty={
        prefix
          ? `No key begins with ${prefix}.`
          : 'This bucket is empty. Upload a file in the app and it appears here.'
      }
    >
      {objects.map((object) => (
        <tr key={object.key}>
          <td className="truncate mono cell-grow at-main">
            <a href={openHref(object)} target="_blank" rel="noreferrer">
              {object.key}
            </a>
            {nameOf(object) === object.key ? null : (
              <span className="muted"> {nameOf(object)}</span>
            )}
          </td>
          <td className="muted cell-tight at-sub" title={typeOf(object)}>
            {kindOf(object)}
          </td>
          <td className="number cell-tight at-action">{bytes(object.size)}</td>
          <td className="number muted cell-tight at-side">
            <Time at={object.modifiedAt} />
          </td>
        </tr>
      ))}
    </ConsoleTable>
  )
}

/** Types that a browser shows without running anything in them. */
const shownInBrowser = new Set([
  'application/pdf',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
])

/** A stranger's file on the console's own origin: shown when it cannot act, downloaded otherwise. */
export function openFile(storage: LocalStorage, query: URLSearchParams): Response {
  const found = storage.read(query.get('bucket') ?? '', query.get('key') ?? '')
  if (!found) return notFound('/files', 'This file no longer exists.')
  const type = typeOf(found.object)
  const name = nameOf(found.object).split('/').at(-1) || 'file'
  const shown = shownInBrowser.has(type)
  return new Response(found.file, {
    headers: {
      'cache-control': 'no-store',
      'content-type': shown ? type : 'application/octet-stream',
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      // Chromium shows no PDF in a sandbox, and runs nothing of one.
      ...(type !== 'application/pdf' && {
        'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      }),
      'x-content-type-options': 'nosniff',
    },
  })
}

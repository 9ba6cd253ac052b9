import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PGlite, type QueryOptions, types } from '@electric-sql/pglite'

declare global {
  // The listener begins, the built server goes on: two bundles of this module in one process.
  var appPgliteParts: Promise<{ pgliteWasmModule: WebAssembly.Module; fsBundle: Blob }> | undefined
}

/**
 * Compiles the embedded Postgres, which takes a seventh of a second of another processor: begun first
 * of all, it is ready when the server's own code has been loaded.
 */
export function compilePglite() {
  return (globalThis.appPgliteParts ??= (async () => {
    // Not import.meta.resolve, which does not exist in what Vite loads while developing.
    const folder = dirname(Bun.resolveSync('@electric-sql/pglite', import.meta.dirname))
    const wasm = await Bun.file(join(folder, 'pglite.wasm')).arrayBuffer()
    const pgliteWasmModule = await WebAssembly.compile(wasm)
    return { pgliteWasmModule, fsBundle: Bun.file(join(folder, 'pglite.data')) }
  })())
}

/**
 * Dates stay the text that Postgres wrote: drizzle reads them by the type of their column, and says so
 * with every statement. PGlite then copies its seven hundred parsers for each, which takes as long as a
 * short statement; so they are told once, here, and no more by `withOwnParsers`.
 */
const asText = (value: string) => value
const parsers = Object.fromEntries(
  [types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.DATE].map((type) => [type, asText]),
)

/** A client for drizzle, of a database opened here: see above. `onQuery` hears of each statement. */
export const withOwnParsers = <Client extends Pick<PGlite, 'query'>>(
  client: Client,
  onQuery?: () => void,
): Client =>
  new Proxy(client, {
    get(target, name) {
      if (name === 'query') {
        return (text: string, values?: unknown[], options?: QueryOptions) => {
          onQuery?.()
          return target.query(text, values, { rowMode: options?.rowMode })
        }
      }
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })

/**
 * Postgres clears what it shares when it starts: of the 128 MB that it would take by itself, an embedded
 * database never needs the most, and pays for all in memory and in a seventh of a second. The one
 * connection there is needs no room for a hundred.
 */
const startParams = [
  ...PGlite.defaultStartParams,
  ...['shared_buffers=32MB', 'max_connections=20'].flatMap((setting) => ['-c', setting]),
]

/**
 * Opens the embedded Postgres. PGlite takes no lock on its directory, and a second process would
 * silently lose the rows of the first; so a file beside it names the process that has it open.
 */
export async function openPglite(directory: string, template?: Blob) {
  if (directory === 'memory://') {
    const client = await PGlite.create({
      ...(await compilePglite()),
      loadDataDir: template,
      parsers,
      startParams,
    })
    return { client, close: () => client.close() }
  }
  await mkdir(directory, { recursive: true })
  const lock = join(directory, '..', `${directory.split('/').at(-1)}.lock`)
  await takeLock(lock, directory)
  const client = await PGlite.create({
    ...(await compilePglite()),
    dataDir: directory,
    loadDataDir: template,
    parsers,
    startParams,
  })
  return {
    client,
    close: async () => {
      await client.close()
      await rm(lock, { force: true })
    },
  }
}

/** Another process has the directory open; the message says which, and what to do. */
export class DatabaseInUseError extends Error {}

/** How long to wait for a process that is about to finish: the preparation, or the last server. */
const patience = 15_000

async function takeLock(lock: string, directory: string) {
  const until = performance.now() + patience
  while (!(await tryLock(lock))) {
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
    if (holder === process.pid || !(await isRunning(holder))) {
      // Left behind by a process that was killed.
      await rm(lock, { force: true })
    } else if (performance.now() > until) {
      throw new DatabaseInUseError(
        `The embedded database in ${directory} is in use by process ${holder}. Stop it first, or set DATABASE_URL to another directory or to a Postgres server.`,
      )
    } else {
      await Bun.sleep(50)
    }
  }
}

const tryLock = (lock: string) =>
  writeFile(lock, String(process.pid), { flag: 'wx' }).then(
    () => true,
    () => false,
  )

/** A process that has ended but was not yet taken note of by its parent (a zombie) holds nothing. */
async function isRunning(pid: number): Promise<boolean> {
  if (!pid) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/\) Z /.test(status)
}

import { join } from 'node:path'

type Asset = { headers: Record<string, string>; paths: Map<string, string> }

const encodings = [
  ['.br', 'br'],
  ['.gz', 'gzip'],
] as const

/**
 * The built client files, compressed at build time. Answers undefined for what is not a file; a
 * missing file under /assets/ is a 404 that nobody may keep, because a deployment may still be on its
 * way.
 */
export async function staticAssets(directory: string) {
  const assets = new Map<string, Asset>()
  for await (const name of new Bun.Glob('**/*').scan({ cwd: directory, onlyFiles: true })) {
    const [suffix, encoding] = encodings.find(([ending]) => name.endsWith(ending)) ?? [
      '',
      'identity',
    ]
    const path = `/${name.slice(0, name.length - suffix.length)}`
    const asset = assets.get(path) ?? { headers: headersOf(path), paths: new Map() }
    asset.paths.set(encoding, join(directory, name))
    assets.set(path, asset)
  }
  for (const asset of assets.values()) {
    const file = Bun.file(asset.paths.get('identity') ?? '')
    asset.headers.etag = `"${Bun.hash(`${file.size} ${file.lastModified}`).toString(36)}"`
  }

  return (request: Request, path: string): Response | undefined => {
    const asset = assets.get(path)
    if (!asset) {
      if (!path.startsWith('/assets/')) return undefined
      return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
    }
    if (request.headers.get('if-none-match') === asset.headers.etag) {
      return new Response(null, { status: 304, headers: asset.headers })
    }
    const accepted = request.headers.get('accept-encoding') ?? ''
    const [, encoding] = encodings.find(
      ([, known]) => asset.paths.has(known) && accepted.includes(known),
    ) ?? ['', 'identity']
    return new Response(Bun.file(asset.paths.get(encoding) ?? ''), {
      headers:
        encoding === 'identity'
          ? asset.headers
          : { ...asset.headers, 'content-encoding': encoding },
    })
  }
}

const headersOf = (path: string): Record<string, string> => ({
  'content-type': Bun.file(path).type,
  'cache-control': path.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=300',
  'x-content-type-options': 'nosniff',
  vary: 'accept-encoding',
})

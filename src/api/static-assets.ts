import { join } from 'node:path'

type Asset = { headers: Record<string, string>; bodies: Map<string, Uint8Array<ArrayBuffer>> }

const encodings = [
  ['.br', 'br'],
  ['.gz', 'gzip'],
] as const

/**
 * The built client files, in memory, compressed at build time. Answers undefined for what is not a
 * file; a missing file under /assets/ is a 404 that nobody may keep, because a deployment may still
 * be on its way.
 */
export async function staticAssets(directory: string) {
  const assets = new Map<string, Asset>()
  for await (const name of new Bun.Glob('**/*').scan({ cwd: directory, onlyFiles: true })) {
    const [suffix, encoding] = encodings.find(([ending]) => name.endsWith(ending)) ?? [
      '',
      'identity',
    ]
    const path = `/${name.slice(0, name.length - suffix.length)}`
    const body = await Bun.file(join(directory, name)).bytes()
    const asset = assets.get(path) ?? { headers: headersOf(path), bodies: new Map() }
    asset.bodies.set(encoding, body)
    if (encoding === 'identity') asset.headers.etag = `"${Bun.hash(body).toString(36)}"`
    assets.set(path, asset)
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
    for (const [, encoding] of encodings) {
      const body = asset.bodies.get(encoding)
      if (body && accepted.includes(encoding)) {
        return new Response(body, { headers: { ...asset.headers, 'content-encoding': encoding } })
      }
    }
    return new Response(asset.bodies.get('identity'), { headers: asset.headers })
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

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The product's faces, served by each local service itself: its pages load nothing from elsewhere. */
const files = new Map<string, string>()

const folder = '/local-page/'

export const fontFaces = readFileSync(
  new URL('../../../src/ui/fonts.css', import.meta.url),
  'utf8',
).replaceAll(/url\('(@fontsource[^']+)'\)/g, (_, specifier: string) => {
  files.set(basename(specifier), fileURLToPath(import.meta.resolve(specifier)))
  return `url('${folder}${basename(specifier)}')`
})

/** Answers a request for a face of the local pages; undefined for everything else. */
export function localPageFont(request: Request): Response | undefined {
  const { pathname } = new URL(request.url)
  const file = pathname.startsWith(folder) ? files.get(pathname.slice(folder.length)) : undefined
  if (!file) return undefined
  return new Response(Bun.file(file), {
    headers: { 'cache-control': 'max-age=86400', 'content-type': 'font/woff2' },
  })
}

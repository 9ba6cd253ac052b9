/** The tracked files of the repository, and which of them names which. */
import { dirname, join } from 'node:path'
import { $ } from 'bun'

export const root = join(import.meta.dirname, '../..')

export async function trackedFiles(): Promise<string[]> {
  const listed = await $`git ls-files -z`.cwd(root).text()
  const files = listed.split('\0').filter(Boolean)
  const there = await Promise.all(files.map((file) => Bun.file(join(root, file)).exists()))
  return files.filter((_, at) => there[at])
}

export const readText = (file: string) => Bun.file(join(root, file)).text()

/** Changes a file if the text becomes another one; returns whether it did. */
export async function changeFile(file: string, change: (text: string) => string): Promise<boolean> {
  const text = await readText(file)
  const changed = change(text)
  if (changed === text) return false
  await Bun.write(join(root, file), changed)
  return true
}

export const isSource = (file: string) => /\.tsx?$/.test(file)

/** The kit that the product is built of. It stays when nothing uses it, for what is built next. */
export const isKit = (file: string) => /^src\/(?!product\/)/.test(file)

/** The path in the repository that an import leads to; a package leads nowhere here. */
export function importedPath(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#/')) return `src/${specifier.slice(2)}`
  if (specifier.startsWith('.')) return join(dirname(file), specifier)
  return undefined
}

const specifiers = /(?:\bfrom |\bimport\(|\bimport )\s*'([^']+)'/g

export function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(specifiers)].flatMap(
    ([, specifier = '']) => importedPath(file, specifier) ?? [],
  )
}

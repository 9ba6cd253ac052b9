/** Lines that name a removed file, in lists that no compiler reads. */
import { join } from 'node:path'
import { messageFiles } from '../translations.ts'
import { changeFile, readText, root } from './repository.ts'

type IsRemoved = (path: string) => boolean

/** Lines of package.json whose program is gone. */
export const withoutScripts = (source: string, isRemoved: IsRemoved): string =>
  withoutTrailingComma(
    source.replaceAll(/^ {4}"[\w:-]+": "[^"]*?([\w./-]+\.(?:ts|sh))[^"]*",?\n/gm, (line) => {
      const files = line.match(/[\w./-]+\.(?:ts|sh)\b/g) ?? []
      return files.some(isRemoved) ? '' : line
    }),
  )

/** Lines of timings.json, which names files from its own folder. */
export const withoutTimings = (source: string, folder: string, isRemoved: IsRemoved): string =>
  withoutTrailingComma(
    source.replaceAll(/^ *"([^"]+)": \d+,?\n/gm, (line, file: string) =>
      isRemoved(file) || isRemoved(join(folder, file)) ? '' : line,
    ),
  )

/** Lines of a list in a configuration that are nothing but the path of a removed file, or begin with its folder. */
export const withoutElements = (source: string, folders: string[]): string =>
  withoutTrailingComma(
    source.replaceAll(/^ *["']\/?(src\/[^"']+)["'],?\n/gm, (line, path: string) =>
      folders.some((folder) => path.startsWith(folder)) ? '' : line,
    ),
  )

/** Entries of a list of links and rows of tables, in README.md and docs/. */
export const withoutLinks = (source: string, folder: string, isRemoved: IsRemoved): string =>
  source
    .replaceAll(/^- \[[^\]]*\]\(([^)#]+)[^)]*\).*\n/gm, (line, target: string) =>
      isRemoved(join(folder, target)) ? '' : line,
    )
    .replaceAll(/^\|.*\n/gm, (row) =>
      [...row.matchAll(/`(?:src\/)?(product\/[^`]+)`/g)].some(([, path]) =>
        isRemoved(`src/${path}`),
      )
        ? ''
        : row,
    )

const withoutTrailingComma = (source: string) => source.replaceAll(/,(?=\s*\n\s*[}\]])/g, '')

const keysIn = (text: string) => text.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? []

/** Deletes the sentences that only removed files said; returns their keys. */
export async function removeUnsaidSentences(removedTexts: string[]): Promise<string[]> {
  const saidBefore = new Set(removedTexts.flatMap(keysIn))
  const said = new Set<string>()
  for await (const file of new Bun.Glob('src/**/*.{ts,tsx}').scan(root)) {
    if (!file.includes('i18n/generated'))
      for (const key of keysIn(await readText(file))) said.add(key)
  }
  const gone = new Set<string>()
  for (const file of messageFiles()) {
    await changeFile(file, (text) => {
      const sentences: unknown = JSON.parse(text)
      const entries = Object.entries(Object(sentences))
      const kept = entries.filter(([key]) => said.has(key) || !saidBefore.has(key))
      if (kept.length === entries.length) return text
      for (const [key] of entries) if (!said.has(key) && saidBefore.has(key)) gone.add(key)
      return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`
    })
  }
  return [...gone]
}

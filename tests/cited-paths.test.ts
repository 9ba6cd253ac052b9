/** Docs and comments name files; a name that leads nowhere sends the reader away. */
import { expect, test } from 'bun:test'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
/** Their words are about another repository, or about one that is still to be written. */
const elsewhere = /^(scripts\/add\/|src\/db\/migrations\/)|fixtures|generated|\.gen\.ts$/
const path = /(?<![\w/.$<*{-])((?:[\w@-]+\/)+[\w@$.-]+\.(?:tsx?|sql|md|css|conf|sh|cjs))(?![\w/*])/g

const folders = '{.ci,bench,docs,e2e,local-cloud,proofs,scripts,src,tests}/**/*'
const written = (): string[] =>
  [folders, '*.{md,ts,cjs,conf,yml}', '.env.example'].flatMap((pattern) => [
    ...new Bun.Glob(pattern).scanSync({ cwd: root, dot: true }),
  ])

/** The words of a file that no compiler reads. */
function prose(file: string, text: string): string[] {
  if (file.endsWith('.md')) return [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word)
  return [...text.matchAll(/^\s*(?:\/?\*\*?|\/\/|#|--) (.*)$/gm)].map(([, line = '']) => line)
}

test('every file that the docs and comments name is there', async () => {
  const files = written()
  const known = (from: string, cited: string) => {
    // The lines about a feature that was removed have been listed by `bun run remove`.
    const [feature] = /product\/[\w-]+/.exec(cited) ?? []
    if (feature && !files.some((file) => file.includes(`${feature}/`))) return true
    const beside = join(dirname(from), cited)
    return files.some((file) => file === beside || file === cited || file.endsWith(`/${cited}`))
  }
  const missing: string[] = []
  let found = 0
  for (const file of files) {
    if (!/\.(md|tsx?|cjs|sql|yml|conf|sh|example)$/.test(file) || elsewhere.test(file)) continue
    for (const words of prose(file, await readFile(join(root, file), 'utf8'))) {
      for (const [, cited = ''] of words.matchAll(path)) {
        found += 1
        if (!known(file, cited)) missing.push(`${file}: ${cited}`)
      }
    }
  }
  expect(missing).toEqual([])
  expect(found).toBeGreaterThan(50)
})

/**
 * A process of its own that turns a stranger's file (stdin) into text (stdout), started by
 * extract-text.server.ts, which bounds its time and memory:
 *
 *   bun extract-text-child.ts pdf|docx < file
 *
 * It answers one line of JSON: { "text": …, "isWhole": … } or { "failure": …, "data": … }.
 */
import { writeFile } from 'node:fs/promises'
import { DocumentFailure } from './document-failure.ts'
import { hasWords } from './has-words.ts'
import { readDocxText } from './read-docx-text.ts'
import { readPdfText } from './read-pdf-text.ts'

const limitCharacters = 200_000

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\u200C|\u200D)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (char) =>
      char === '\n' || char === '\t' ? char : '',
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

async function answer(kind: string | undefined) {
  const bytes = await Bun.stdin.bytes()
  try {
    const read =
      kind === 'docx'
        ? { ...(await readDocxText(bytes)), isWhole: true }
        : { ...(await readPdfText(bytes, limitCharacters)), hasImages: true }
    const all = tidy(read.text)
    const text = all.slice(0, limitCharacters)
    if (hasWords(text)) return { text, isWhole: read.isWhole && text.length === all.length }
    if (/[\p{L}\p{N}]/u.test(text)) return { failure: 'FILE_BLANK' }
    return { failure: read.hasImages ? 'FILE_NO_TEXT' : 'FILE_EMPTY' }
  } catch (error) {
    if (error instanceof DocumentFailure) return { failure: error.code, data: error.data }
    return { failure: 'FILE_UNREADABLE' }
  }
}

// Where memory runs out, this process goes first, not the server.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {})
const line = JSON.stringify(await answer(process.argv[2]))
// The library's own messages went to stdout too, so the answer is its last line.
await Bun.write(Bun.stdout, `\n${line}\n`)
process.exit(0)

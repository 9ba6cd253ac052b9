/**
 * A process of its own that turns a stranger's file (stdin) into text (stdout), started by
 * extract-text.server.ts, which bounds its time and memory:
 *
 *   bun extract-text-child.ts pdf|docx < file
 *
 * It answers one line of JSON: { "text": … } or { "failure": … }.
 */
import { writeFile } from 'node:fs/promises'
import { readZip, writeZip } from './zip-archive.ts'

const limitPages = 50
const limitCharacters = 200_000
const docxParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/
const docxLimits = { wanted: docxParts, limitBytes: 8_000_000, limitEntries: 5_000 }

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(bytes, {
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  })
  let text = ''
  for (let number = 1; number <= Math.min(pdf.numPages, limitPages); number++) {
    if (text.length > limitCharacters) break
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
    text += '\n'
  }
  return text
}

/** Only parts that were inflated within the limit reach the library, in an archive of our making. */
async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const parts = readZip(bytes, docxLimits)
  for (const content of parts.values()) {
    // The format forbids document type definitions; only an attack brings one.
    if (Buffer.from(content).includes('<!DOCTYPE')) throw new Error('a document type definition')
  }
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(writeZip(parts)) })
  return value
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (char) => (char === '\n' || char === '\t' ? char : ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, limitCharacters)
}

async function answer(kind: string | undefined) {
  const bytes = await Bun.stdin.bytes()
  try {
    const text = tidy(await (kind === 'docx' ? textOfDocx(bytes) : textOfPdf(bytes)))
    // Two words are a stamp on a scan, not a text.
    return /(\p{L}{2,}[\s\S]*){3}/u.test(text) ? { text } : { failure: 'FILE_NO_TEXT' }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return { failure: locked ? 'FILE_ENCRYPTED' : 'FILE_UNREADABLE' }
  }
}

// Where memory runs out, this process goes first, not the server.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {})
const line = JSON.stringify(await answer(process.argv[2]))
// The library's own messages went to stdout too, so the answer is its last line.
await Bun.write(Bun.stdout, `\n${line}\n`)
process.exit(0)

import { DocumentFailure } from './document-failure.ts'
import { docxPackage } from './docx-package.ts'
import { docxText } from './docx-text.ts'
import { readChunkText } from './read-chunk-text.ts'
import { findAll } from './read-xml.ts'
import { openZip } from './zip-archive.ts'

const limits = { limitBytes: 8_000_000, limitEntries: 5_000 }
/** A document inside of a document, and no further. */
const limitNested = 2

/**
 * The raw text of a DOCX, line by line, and whether there are pictures in it. Runs in the child process
 * alone (extract-text-child.ts). Nothing is inflated that is not read, and all that is within a limit.
 */
export async function readDocxText(
  bytes: Uint8Array,
  nested = 0,
): Promise<{ text: string; hasImages: boolean }> {
  const archive = openZip(bytes, limits)
  const parts = docxPackage(archive)
  const main = parts.targetOfType('', 'officeDocument') ?? 'word/document.xml'
  const root = parts.xmlOf(main)
  if (root?.name !== 'w:document') throw new DocumentFailure('FILE_TYPE_NOT_ALLOWED')
  if (hasMacros(parts, main)) throw new DocumentFailure('FILE_OTHER_FORMAT', { format: 'docm' })
  let hasImages = false
  const chunks = new Map<string, string>()
  const holders = [main, ...parts.relationsOf(main).map(({ target }) => target)]
  for (const { type, target } of holders.flatMap((part) => parts.relationsOf(part))) {
    const chunk = type === 'aFChunk' ? parts.bytesOf(target) : undefined
    if (!chunk || chunks.has(target)) continue
    if (!isArchive(chunk)) chunks.set(target, await readChunkText(chunk))
    else if (nested < limitNested) {
      const inner = await readDocxText(chunk, nested + 1)
      hasImages ||= inner.hasImages
      chunks.set(target, inner.text)
    }
  }
  const read = docxText(parts, main, chunks)
  return { text: read.text, hasImages: hasImages || read.hasImages }
}

const isArchive = ([first, second]: Uint8Array) => first === 0x50 && second === 0x4b

/** Macros are for the program that opens the file, and a recruiter will open it. */
function hasMacros(parts: ReturnType<typeof docxPackage>, main: string): boolean {
  const types = parts.xmlOf('[Content_Types].xml')
  const ofMain = (types ? findAll(types, '?:Override') : []).find(
    ({ attributes }) => attributes.get('PartName')?.toLowerCase() === `/${main}`.toLowerCase(),
  )
  return (
    /macroEnabled/i.test(ofMain?.attributes.get('ContentType') ?? '') ||
    parts.targetOfType(main, 'vbaProject') !== undefined
  )
}

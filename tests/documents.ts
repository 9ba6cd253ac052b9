/**
 * Documents for tests, made here byte by byte, so that none has to be kept: what a person would
 * upload, and what an attacker would.
 */
import { createHash } from 'node:crypto'
import { constants, deflateRawSync } from 'node:zlib'
import { writeZip } from '#/platform/files/zip-archive.ts'
import { latin, pdfObjects, writePdf } from '../scripts/seed/write-pdf.ts'

type Bytes = Uint8Array<ArrayBuffer>
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)
const join = (...parts: Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))

/** A PDF with JavaScript that runs when it is opened. */
export const pdfWithScript = (text: string): Bytes =>
  writePdf(pdfObjects(text, "/OpenAction << /S /JavaScript /JS (app.alert('hello')) >>"))

/** A PDF that opens with the password "secret" only: 40-bit RC4, which every reader knows. */
export function encryptedPdf(text = 'Top secret curriculum vitae of somebody'): Bytes {
  const padding = Buffer.from(
    '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
    'hex',
  )
  const padded = Buffer.concat([Buffer.from('secret'), padding]).subarray(0, 32)
  const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest()
  const id = '0123456789abcdef0123456789abcdef'
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const owner = rc4(md5(padded).subarray(0, 5), padded)
  const key = md5(padded, owner, permissions, Buffer.from(id, 'hex')).subarray(0, 5)
  const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`
  const dictionary = `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, padding))} /P -4 >>`
  const apply = (bytes: Uint8Array, number: number) =>
    rc4(md5(key, Buffer.from([number, number >> 8, 0, 0, 0])).subarray(0, 10), bytes)
  return writePdf(pdfObjects(text), { dictionary, id, apply })
}

function rc4(key: Uint8Array, data: Uint8Array): Bytes {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0])
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return new Uint8Array(data).map((byte) => {
    i = (i + 1) & 255
    j = (j + (state[i] ?? 0)) & 255
    swap(i, j)
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0)
  })
}

/** A scan: a page that shows a picture and no text. */
export const scannedPdf = (): Bytes =>
  writePdf([
    { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
    { dictionary: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>' },
    {
      dictionary:
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    },
    { dictionary: '<< >>', stream: latin('q 500 0 0 700 40 70 cm /I Do Q') },
    {
      dictionary:
        '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 >>',
      stream: new Uint8Array([0, 255, 255, 0]),
    },
  ])

/** One page, said to be millions. */
export function pdfOfManyPages(count: number): Bytes {
  const [catalogue, , font, page, content] = pdfObjects('One line of text that repeats for ever')
  if (!catalogue || !font || !page || !content) throw new Error('a PDF has five objects')
  const kids = '4 0 R '.repeat(count)
  const tree = { dictionary: `<< /Type /Pages /Count ${count} /Kids [${kids}] >>` }
  return writePdf([catalogue, tree, font, page, content])
}

/** A text again and again, at least so many bytes of it, between two others; compressed once. */
function deflatedBomb(before: string, again: string, after: string, inflatedBytes: number) {
  // Each ends at a byte and refers to nothing before it, so that it can stand behind any other.
  const packed = (text: string) =>
    deflateRawSync(text, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const piece = again.repeat(Math.ceil(Math.min(1_000_000, inflatedBytes) / again.length))
  const middle = packed(piece)
  const pieces = Array.from({ length: Math.ceil(inflatedBytes / piece.length) }, () => middle)
  return join(packed(before), ...pieces, deflateRawSync(after))
}

/** A few kilobytes whose page inflates to this many, with these operators again and again. */
export const pdfBomb = (inflatedBytes: number, again = '(aaaaaaaa) Tj '): Bytes => {
  const objects = pdfObjects('x')
  const content = deflatedBomb('BT /F1 10 Tf ', again, 'ET', inflatedBytes)
  const zlibHeader = new Uint8Array([0x78, 0xda])
  return writePdf(
    objects.map((object, index) =>
      index === 4
        ? { dictionary: '<< /Filter /FlateDecode >>', stream: join(zlibHeader, content) }
        : object,
    ),
  )
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const contentTypes = bytesOf(
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
)
const relationships = bytesOf(
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
)

const documentStart = (before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
const documentEnd = '</w:body></w:document>'

function docxEntries(body: string, before = ''): [string, Bytes][] {
  const document = `${documentStart(before)}${body}${documentEnd}`
  return [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relationships],
    ['word/document.xml', bytesOf(document)],
  ]
}

const paragraph = (line: string) =>
  `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`

/** A Word document that says this text, a paragraph a line. */
export const docxOf = (text: string): Bytes =>
  writeZip(docxEntries(text.split('\n').map(paragraph).join('')))

/** A Word document that asks its reader for a file of the reader's machine. */
export const docxWithEntity = (): Bytes =>
  writeZip(
    docxEntries(
      `${paragraph('A line of ordinary text in front')}<w:p><w:r><w:t>&stolen;</w:t></w:r></w:p>`,
      '<!DOCTYPE w [<!ENTITY stolen SYSTEM "file:///etc/passwd">]>',
    ),
  )

/**
 * A Word document whose text inflates to this many bytes from a thousandth of that. `claimedBytes`
 * is what its directory says instead of the truth.
 */
export function docxBomb(inflatedBytes: number, claimedBytes = inflatedBytes): Bytes {
  const line = paragraph('a'.repeat(1_000))
  const packed = deflatedBomb(documentStart(), line, documentEnd, inflatedBytes)
  const entries = docxEntries('').map(([name, content]): [string, Bytes] =>
    name === 'word/document.xml' ? [name, packed] : [name, content],
  )
  const zip = writeZip(entries)
  const view = new DataView(zip.buffer)
  // The last entry was written as stored; say in both of its headers that it is deflated.
  for (let at = 0; at < zip.length - 4; at++) {
    const signature = view.getUint32(at, true)
    const base = signature === 0x04034b50 ? 8 : signature === 0x02014b50 ? 10 : 0
    if (base === 0 || view.getUint32(at + base + 10, true) !== packed.length) continue
    view.setUint16(at + base, 8, true)
    view.setUint32(at + base + 14, claimedBytes, true)
  }
  return zip
}

/** What Word writes when a document has a password: a compound file with an encrypted package. */
export function encryptedDocx(): Bytes {
  const file = new Uint8Array(4_096)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  file.set(Buffer.from('EncryptedPackage', 'utf16le'), 1_024)
  return file
}

/** The beginning of a Windows program. */
export const program = (): Bytes =>
  join(bytesOf('MZ'), new Uint8Array(200), bytesOf('PE\0\0'), new Uint8Array(2_000))

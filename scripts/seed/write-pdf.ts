/** Writes PDFs byte by byte: the CVs of the sample data, and what tests upload. */

type Bytes = Uint8Array<ArrayBuffer>
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)

/** WinAnsi, the encoding of PDF's standard fonts: Latin-1, and these where that has no letters. */
const winAnsi: Record<string, number> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
}
export const latin = (text: string): Bytes =>
  Uint8Array.from(text, (char) => winAnsi[char] ?? Math.min(char.codePointAt(0) ?? 63, 255))

export type PdfObject = { dictionary: string; stream?: Uint8Array }
type Encrypt = {
  dictionary: string
  id: string
  apply: (bytes: Uint8Array, number: number) => Uint8Array
}

/** Objects 1, 2, 3 … with a cross-reference table; object 1 is the catalogue. */
export function writePdf(objects: PdfObject[], encrypt?: Encrypt): Bytes {
  const parts: Uint8Array[] = [bytesOf('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  const add = (part: Uint8Array) => {
    parts.push(part)
    at += part.length
  }
  objects.forEach(({ dictionary, stream }, index) => {
    offsets.push(at)
    const number = index + 1
    if (!stream) return add(bytesOf(`${number} 0 obj\n${dictionary}\nendobj\n`))
    const content = encrypt ? encrypt.apply(stream, number) : stream
    const full = dictionary.replace('>>', `/Length ${content.length} >>`)
    add(bytesOf(`${number} 0 obj\n${full}\nstream\n`))
    add(content)
    add(bytesOf('\nendstream\nendobj\n'))
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const lock = encrypt
    ? ` /Encrypt ${encrypt.dictionary} /ID [<${encrypt.id}> <${encrypt.id}>]`
    : ''
  const start = at
  add(bytesOf(`xref\n0 ${size}\n0000000000 65535 f \n${table}`))
  add(bytesOf(`trailer\n<< /Size ${size} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(parts))
}

function wrap(line: string, width: number): string[] {
  const lines = ['']
  for (const word of line.split(' ')) {
    const last = lines.length - 1
    const longer = lines[last] ? `${lines[last]} ${word}` : word
    if (longer.length > width && lines[last]) lines.push(word)
    else lines[last] = longer
  }
  return lines
}

function pagesOf(text: string): string[][] {
  const lines = text.split('\n').flatMap((line) => wrap(line, 92))
  const pages: string[][] = []
  for (let at = 0; at < lines.length; at += 52) pages.push(lines.slice(at, at + 52))
  return pages
}

export function pdfObjects(text: string, catalogue = ''): PdfObject[] {
  const pages = pagesOf(text)
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  return [
    { dictionary: `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>` },
    { dictionary: `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>` },
    {
      dictionary:
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    },
    ...pages.flatMap((lines, index): PdfObject[] => {
      const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')
      const page = `/Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + index * 2} 0 R`
      return [
        { dictionary: `<< /Type /Page ${page} /Resources << /Font << /F1 3 0 R >> >> >>` },
        { dictionary: '<< >>', stream: latin(`BT /F1 10 Tf 14 TL 50 790 Td\n${shown}\nET`) },
      ]
    }),
  ]
}

/** A PDF that says this text, line by line, on as many pages as it takes. */
export const pdfOf = (text: string): Bytes => writePdf(pdfObjects(text))

/** The text of such a PDF as it is read again: without its empty lines. */
export const textIn = (text: string): string => pagesOf(text).flat().filter(Boolean).join('\n')

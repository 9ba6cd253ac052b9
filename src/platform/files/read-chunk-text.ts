import { Parser } from 'htmlparser2'
import { numberAs } from './list-numbers.ts'
import { decodeText } from './read-xml.ts'

/** Elements that begin a line of their own. */
const blocks = new Set(
  'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
)
const unseen = new Set(['head', 'script', 'style', 'template', 'noscript', 'title'])

const numberFormats: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** The numbers that a browser draws in front of the items of ordered lists. */
function listNumbers() {
  const open: { format: string; next: number }[] = []
  const integer = (text: string | undefined, otherwise: number) =>
    text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise
  return {
    onOpen(name: string, { start, type = '', value }: Record<string, string>): string {
      const list = open.at(-1)
      if (name === 'ol')
        open.push({ format: numberFormats[type] ?? 'decimal', next: integer(start, 1) })
      if (name === 'ul') open.push({ format: 'none', next: 1 })
      if (name !== 'li' || !list || list.format === 'none') return ''
      const number = integer(value, list.next)
      list.next = number + 1
      return `${numberAs(list.format, number)}. `
    },
    onClose(name: string) {
      if (name === 'ol' || name === 'ul') open.pop()
    },
  }
}

/** The text of a page of HTML as it is seen, line by line. */
export function readHtmlText(html: string): string {
  let text = ''
  /** How many elements are open since one that is not seen. */
  let hidden = 0
  let preformatted = 0
  const numbers = listNumbers()
  const parser = new Parser({
    onopentag(name, attributes) {
      const isUnseen =
        unseen.has(name) ||
        'hidden' in attributes ||
        /display\s*:\s*none/i.test(attributes.style ?? '')
      if (hidden > 0 || (isUnseen && !voids.has(name))) hidden += voids.has(name) ? 0 : 1
      else if (blocks.has(name)) text += `\n${numbers.onOpen(name, attributes)}`
      else if (name === 'td' || name === 'th') text += '\t'
      if (name === 'pre') preformatted++
    },
    onclosetag(name) {
      if (name === 'pre') preformatted--
      if (hidden > 0) hidden -= voids.has(name) ? 0 : 1
      else if (blocks.has(name) && name !== 'br') {
        numbers.onClose(name)
        text += '\n'
      }
    },
    ontext(piece) {
      if (hidden === 0) text += preformatted > 0 ? piece : piece.replace(/\s+/g, ' ')
    },
  })
  parser.end(html)
  return text
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

const destinations =
  /^(\*|fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|themedata|colorschememapping|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|datastore|latentstyles|fldinst|nonshppict)$/
const lineEnds = /^(par|line|row|page|sect)$/
const signs: Record<string, string> = {
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}

/** The text of a document in the Rich Text Format, whose bytes above 127 are those of Windows. */
export function readRtfText(bytes: Uint8Array): string {
  const rtf = Buffer.from(bytes).toString('latin1')
  const windows = new TextDecoder('windows-1252')
  let text = ''
  /** For each open group: whether it is seen, and how many characters stand in for a Unicode one. */
  const groups = [{ isSeen: true, stands: 1 }]
  let skip = 0
  const add = (piece: string) => {
    const group = groups.at(-1)
    if (skip > 0) skip--
    else if (group?.isSeen) text += piece
  }
  const token =
    /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n])/gi
  for (const [, word, number, hex, sign, brace, char] of rtf.matchAll(token)) {
    const group = groups.at(-1) ?? { isSeen: true, stands: 1 }
    if (brace === '{') groups.push({ ...group })
    else if (brace === '}') groups.pop()
    else if (hex) add(windows.decode(Uint8Array.of(Number.parseInt(hex, 16))))
    else if (char) add(windows.decode(Uint8Array.of(char.charCodeAt(0))))
    else if (sign === '*' || (word && destinations.test(word))) group.isSeen = false
    else if (sign) add(sign === '~' ? ' ' : sign === '_' ? '-' : /[\\{}]/.test(sign) ? sign : '')
    else if (word === 'uc') group.stands = Number(number ?? 1)
    else if (word === 'v') group.isSeen &&= number === '0'
    else if (word === 'u' && number) {
      const code = Number(number)
      add(String.fromCharCode(code < 0 ? code + 65_536 : code))
      skip = group.stands
    } else if (word && lineEnds.test(word)) add('\n')
    else if (word && signs[word]) add(signs[word])
  }
  return text
}

/** A page with its pictures in one file, as a mail would carry it. */
export async function readMhtText(bytes: Uint8Array): Promise<string> {
  const { default: PostalMime } = await import('postal-mime')
  const { html, text } = await PostalMime.parse(bytes)
  return html ? readHtmlText(html) : (text ?? '')
}

/** By what it begins with: the name and the type of such a part are often wrong. */
export async function readChunkText(bytes: Uint8Array): Promise<string> {
  const beginning = decodeText(bytes.subarray(0, 2_000)).trimStart()
  if (beginning.startsWith('{\\rtf')) return readRtfText(bytes)
  if (/^(mime-version|content-type|from|subject|date|x-[\w-]+):/i.test(beginning)) {
    return readMhtText(bytes)
  }
  const text = decodeText(bytes)
  return /<(!doctype|html|head|body|div|p|h\d|table|ul|span|br)\b/i.test(beginning)
    ? readHtmlText(text)
    : text
}

import { copyOf } from './pdf-copy.ts'
import { type Glyph, isGlyph, type Mark } from './pdf-glyphs.ts'
import { bytesFrom, type OpenPdf, wideString } from './pdf-library.ts'

const limitLayers = 100

/**
 * Leaves out the text of layers (optional content) that the document turns off, such as another
 * language. A reader does not see them.
 */
export function withoutHiddenLayers(pdf: OpenPdf, marks: Mark[]): Mark[] {
  const layers = new Map<number, string[]>()
  for (const { object } of marks.filter(isGlyph)) {
    if (!layers.has(object)) layers.set(object, layersOf(pdf, object))
  }
  if (![...layers.values()].some((names) => names.length > 0)) return marks
  const hidden = hiddenLayersOf(pdf)
  const isHidden = ({ object }: Glyph) => layers.get(object)?.some((name) => hidden.has(name))
  return marks.map((mark) => (isGlyph(mark) && isHidden(mark) ? ' ' : mark))
}

/** The names of the layers that a text object is marked with, a byte a character. */
function layersOf(pdf: OpenPdf, object: number): string[] {
  const { library, slots } = pdf
  const names: string[] = []
  const written = (isDone: boolean) => (isDone ? library.pdfium.getValue(slots, 'i32') : 0)
  for (let index = 0; index < library.FPDFPageObj_CountMarks(object); index++) {
    const mark = library.FPDFPageObj_GetMark(object, index)
    const tag = wideString(pdf, (buffer, length) =>
      written(library.FPDFPageObjMark_GetName(mark, buffer, length, slots)),
    )
    if (tag !== 'OC') continue
    // PDFium's answer as a string drops what is not UTF-8.
    const name = bytesFrom(pdf, (buffer, length) =>
      written(library.FPDFPageObjMark_GetParamBlobValue(mark, 'Name', buffer, length, slots)),
    )
    if (name.length > 0) names.push(Buffer.from(name).toString('latin1'))
  }
  return names
}

const known = new WeakMap<OpenPdf, Set<string>>()

/** The names that only layers have which are off. */
function hiddenLayersOf(pdf: OpenPdf): Set<string> {
  const found = known.get(pdf) ?? findHiddenLayers(pdf)
  known.set(pdf, found)
  return found
}

function findHiddenLayers(pdf: OpenPdf): Set<string> {
  const { catalogue, sourceOf } = copyOf(pdf)
  const inside = (source: string, key: string) => {
    const reference = source.match(new RegExp(`/${key} (\\d+) 0 R`))?.[1]
    return reference === undefined ? dictionaryIn(source, key) : sourceOf(reference)
  }
  const properties = inside(catalogue, 'OCProperties')
  const settings = inside(properties, 'D')
  const all = referencesOf(properties, 'OCGs').slice(0, limitLayers)
  const on = referencesOf(settings, 'ON')
  const off = /\/BaseState\s*\/OFF/.test(settings)
    ? all.filter((number) => !on.includes(number))
    : referencesOf(settings, 'OFF')
  const nameOf = (number: string) => nameIn(sourceOf(number))
  const shown = new Set(all.filter((number) => !off.includes(number)).map(nameOf))
  return new Set(all.filter((number) => off.includes(number)).map(nameOf)).difference(shown)
}

const referencesOf = (source: string, key: string) =>
  [...source.matchAll(new RegExp(`/${key}\\s*\\[([^\\]]*)\\]`, 'g'))]
    .flatMap(([, list = '']) => [...list.matchAll(/(\d+) 0 R/g)])
    .map(([, number = '']) => number)

/** The dictionary that stands under this key: other ones have keys of the same names. */
function dictionaryIn(source: string, key: string): string {
  const start = source.search(new RegExp(`/${key}\\s*<<`))
  if (start < 0) return ''
  let depth = 0
  for (const { 0: bracket, index } of source.slice(start).matchAll(/<<|>>/g)) {
    depth += bracket === '<<' ? 1 : -1
    if (depth === 0) return source.slice(start, start + index)
  }
  return ''
}

/** The /Name of an object, a string in brackets or in hexadecimal digits. */
function nameIn(source: string): string {
  const [, hex, literal] =
    source.match(/\/Name\s*(?:<([\da-fA-F\s]*)>|\(((?:[^\\)]|\\[\s\S])*)\))/) ?? []
  if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1')
  return unescaped(literal ?? '')
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (literal: string) =>
  literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /^[0-7]/.test(sign)
      ? String.fromCharCode(Number.parseInt(sign, 8) & 0xff)
      : (escapes[sign] ?? sign),
  )

import type { DocxPackage } from './docx-package.ts'
import { childOf, childrenOf, findAll, textIn, type XmlElement } from './read-xml.ts'

/** The lines of DrawingML paragraphs. */
const paragraphsIn = (element: XmlElement): string =>
  findAll(element, 'a:p').map(lineOf).filter(Boolean).join('\n')

const lineOf = (paragraph: XmlElement): string =>
  childrenOf(paragraph)
    .map((run) => (run.name === 'a:br' ? '\n' : findAll(run, 'a:t').map(textIn).join('')))
    .join('')
    .trim()

/**
 * The text of a diagram by its data, from the top down and in the order of the connections. When the
 * data has none, the drawing that Office made of it.
 */
export function diagramText(parts: DocxPackage, part: string, data: string): string {
  const root = parts.xmlOf(data)
  const text = root ? textOfModel(root) : ''
  if (text !== '') return text
  const extension = root && findAll(root, 'dsp:dataModelExt')[0]
  const drawing =
    parts.targetOf(part, extension?.attributes.get('relId')) ??
    parts.targetOfType(part, 'diagramDrawing')
  const drawn = parts.xmlOf(drawing)
  return drawn ? paragraphsIn(drawn) : ''
}

function textOfModel(root: XmlElement): string {
  const points = new Map<string, XmlElement>()
  for (const point of findAll(root, 'dgm:pt')) {
    points.set(point.attributes.get('modelId') ?? '', point)
  }
  const below = new Map<string, { id: string; order: number }[]>()
  for (const { attributes } of findAll(root, 'dgm:cxn')) {
    // The other kinds connect a point with its place in the drawing.
    if ((attributes.get('type') ?? 'parOf') !== 'parOf') continue
    const from = attributes.get('srcId') ?? ''
    const order = Number(attributes.get('srcOrd') ?? 0)
    below.set(from, [...(below.get(from) ?? []), { id: attributes.get('destId') ?? '', order }])
  }
  const ordered = new Set<string>()
  const waiting = [...points].flatMap(([id, point]) =>
    point.attributes.get('type') === 'doc' ? [id] : [],
  )
  // Those that nothing leads to follow, as they stand in the file.
  const rest = [...points.keys()]
  for (
    let id = waiting.shift() ?? rest.shift();
    id !== undefined;
    id = waiting.shift() ?? rest.shift()
  ) {
    if (ordered.has(id)) continue
    ordered.add(id)
    const next = (below.get(id) ?? []).toSorted((one, other) => one.order - other.order)
    waiting.unshift(...next.map((connection) => connection.id))
  }
  return [...ordered]
    .map((id) => textOfPoint(points.get(id)))
    .filter(Boolean)
    .join('\n')
}

function textOfPoint(point: XmlElement | undefined): string {
  const isShown = /^(node|asst)$/.test(point?.attributes.get('type') ?? 'node')
  const isPlaceholder = childOf(point, 'dgm:prSet')?.attributes.get('phldr') === '1'
  const text = childOf(point, 'dgm:t')
  return text && isShown && !isPlaceholder ? paragraphsIn(text) : ''
}

/** Titles, the names of the series, and each category with its values. */
export function chartText(root: XmlElement): string {
  const lines = [paragraphsIn(root)]
  const rows = new Map<string, string[]>()
  for (const series of findAll(root, 'c:ser')) {
    const valuesOf = (...names: string[]) =>
      names
        .flatMap((name) => findAll(series, name))
        .flatMap((cache) => findAll(cache, 'c:v'))
        .map((value) => textIn(value).trim())
    lines.push(...valuesOf('c:tx'))
    const values = valuesOf('c:val', 'c:yVal')
    const categories = valuesOf('c:cat', 'c:xVal')
    for (const [index, category] of categories.entries()) {
      rows.set(category, [...(rows.get(category) ?? []), values[index] ?? ''])
    }
  }
  for (const [category, values] of rows) lines.push([category, ...values].join(' '))
  lines.push(...findAll(root, 'cx:pt').map(textIn))
  return [...new Set(lines.map((line) => line.trim()))].filter(Boolean).join('\n')
}

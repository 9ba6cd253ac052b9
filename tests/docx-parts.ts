/** Word documents for tests, made of the parts that a test names. */
import { writeZip } from '#/platform/files/zip-archive.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const office = 'http://schemas.openxmlformats.org'

export const namespaces = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`,
  `xmlns:r="${office}/officeDocument/2006/relationships"`,
  `xmlns:a="${office}/drawingml/2006/main"`,
  `xmlns:c="${office}/drawingml/2006/chart"`,
  `xmlns:dgm="${office}/drawingml/2006/diagram"`,
  `xmlns:mc="${office}/markup-compatibility/2006"`,
  `xmlns:m="${office}/officeDocument/2006/math"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

type Relation = { id: string; type: string; target: string }
type Part = { text: string | Uint8Array<ArrayBuffer>; relations?: Relation[] }
type Given = {
  /** The XML inside of the body. */
  body?: string
  relations?: Relation[]
  /** Other parts by name. */
  parts?: Record<string, Part['text']>
  main?: { name: string; xml: string | Uint8Array<ArrayBuffer>; type?: string }
}

const relationsXml = (relations: Relation[]) =>
  `<Relationships xmlns="${office}/package/2006/relationships">${relations
    .map(
      ({ id, type, target }) =>
        `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const documentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export function docxFrom({ body = '', relations = [], parts = {}, main }: Given) {
  const name = main?.name ?? 'word/document.xml'
  const xml = main?.xml ?? `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`
  const slash = name.lastIndexOf('/') + 1
  const types = `<Types xmlns="${office}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${name}" ContentType="${main?.type ?? documentType}"/></Types>`
  const entries: Record<string, Part['text']> = {
    '[Content_Types].xml': types,
    '_rels/.rels': relationsXml([{ id: 'r1', type: 'officeDocument', target: name }]),
    [name]: xml,
    [`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`]: relationsXml(relations),
    ...parts,
  }
  return writeZip(
    Object.entries(entries).map(([entry, content]): [string, Uint8Array] => [
      entry,
      typeof content === 'string' ? bytesOf(content) : content,
    ]),
  )
}

export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`

import { Parser } from 'htmlparser2'

/**
 * An element, its name and its attributes' names with the usual prefix of their namespace (`w:p`,
 * `r:id`), whatever prefix the file uses. Names of other namespaces begin with `?:`.
 */
export type XmlElement = {
  name: string
  attributes: Map<string, string>
  children: (XmlElement | string)[]
}

const office = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'
const prefixes = new Map([
  [`${office}wordprocessingml/2006/main`, 'w'],
  [`${strict}wordprocessingml/main`, 'w'],
  [`${office}drawingml/2006/main`, 'a'],
  [`${strict}drawingml/main`, 'a'],
  [`${office}drawingml/2006/diagram`, 'dgm'],
  [`${strict}drawingml/diagram`, 'dgm'],
  [`${office}drawingml/2006/chart`, 'c'],
  [`${strict}drawingml/chart`, 'c'],
  [`${office}officeDocument/2006/relationships`, 'r'],
  [`${strict}officeDocument/relationships`, 'r'],
  [`${office}officeDocument/2006/math`, 'm'],
  [`${strict}officeDocument/math`, 'm'],
  [`${office}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/drawing/2008/diagram', 'dsp'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'cx'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

const limitDepth = 400

/**
 * The root of an XML document. Throws for one that ends too early, is nested too deeply, or brings a
 * document type: the format forbids those, so only an attack has one.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const top: XmlElement = { name: '', attributes: new Map(), children: [] }
  const open = [top]
  /** Namespace bindings in scope, the innermost last. */
  const scopes: Map<string, string>[] = [new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])]
  const nameOf = (name: string, isAttribute: boolean) => {
    const colon = name.indexOf(':')
    if (colon < 0 && isAttribute) return name
    const uri = scopes.at(-1)?.get(name.slice(0, Math.max(0, colon)))
    // A part without any namespace: its names as they are.
    if (uri === undefined && colon < 0) return name
    return `${prefixes.get(uri ?? '') ?? '?'}:${name.slice(colon + 1)}`
  }
  const parser = new Parser(
    {
      onopentag(name, given) {
        if (open.length > limitDepth) throw new Error('nested too deeply')
        const outer = scopes.at(-1) ?? new Map<string, string>()
        const declared = Object.entries(given).filter(([key]) => /^xmlns(:|$)/.test(key))
        scopes.push(
          declared.length === 0
            ? outer
            : new Map([...outer, ...declared.map(([key, uri]) => [key.slice(6), uri] as const)]),
        )
        const attributes = new Map<string, string>()
        for (const [key, value] of Object.entries(given)) attributes.set(nameOf(key, true), value)
        const element = { name: nameOf(name, false), attributes, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      onclosetag() {
        open.pop()
        scopes.pop()
      },
      ontext: (text) => void open.at(-1)?.children.push(text),
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') throw new Error('a document type definition')
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(decodeText(bytes))
  const isWhole = open.length === 1
  parser.end()
  const root = top.children.find((child) => typeof child !== 'string')
  if (!isWhole || !root) throw new Error('not a whole document')
  return root
}

/** By its byte order mark, what its declaration says, as UTF-8, or as what Windows wrote before it. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return new TextDecoder('utf-16le').decode(bytes)
  }
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be').decode(bytes)
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 1_000))
  const declared = beginning.match(/(?:encoding\s*=|charset=)\s*["']?([\w.:-]{2,30})/i)?.[1]
  if (declared) return decoderOf(declared).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}

export const childrenOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string')

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && childrenOf(element).find((child) => child.name === name)

/** True if a property of WordprocessingML is set: it is, unless its value says no. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(0|false|off)$/.test(element.attributes.get('w:val') ?? '')

/** All below it with this name, in the order of the document. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ])
}

/** The text of an element and everything in it. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')

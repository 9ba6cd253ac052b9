import type { DocxPackage } from './docx-package.ts'
import { childOf, childrenOf, isOn, type XmlElement } from './read-xml.ts'

type MarginKind = 'header' | 'footer'

/** A part of a document with its own headers and footers, by kind and type of page. */
export type Section = { hasTitlePage: boolean; margins: Map<string, string> }

/** The section that a `w:sectPr` of this part ends. */
export function sectionOf(element: XmlElement, part: string, parts: DocxPackage): Section {
  const margins = new Map<string, string>()
  for (const { name, attributes } of childrenOf(element)) {
    const kind = /^w:(header|footer)Reference$/.exec(name)?.[1]
    const target = kind && parts.targetOf(part, attributes.get('r:id'))
    if (target) margins.set(`${kind} ${attributes.get('w:type') ?? 'default'}`, target)
  }
  return { hasTitlePage: isOn(childOf(element, 'w:titlePg')), margins }
}

/**
 * The parts that pages show as headers (or footers), those of first pages first. The first page has
 * its own where its section says so, even pages where the whole document says so. A section without
 * one takes that of the section before it.
 */
export function marginParts(sections: Section[], kind: MarginKind, hasEvenPages: boolean) {
  const current = new Map<string, string>()
  const shown = { first: [] as string[], default: [] as string[], even: [] as string[] }
  for (const { hasTitlePage, margins } of sections) {
    for (const [name, part] of margins) current.set(name, part)
    const add = (type: keyof typeof shown) => {
      const part = current.get(`${kind} ${type}`)
      if (part !== undefined) shown[type].push(part)
    }
    if (hasTitlePage) add('first')
    add('default')
    if (hasEvenPages) add('even')
  }
  return [...new Set([...shown.first, ...shown.default, ...shown.even])]
}

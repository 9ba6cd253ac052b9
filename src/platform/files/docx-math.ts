import { childOf, type XmlElement } from './read-xml.ts'

/** The signs that Word draws around a part of a formula (ECMA-376, part 1, 22.1) and stores nowhere as text. */
export function signsAround(element: XmlElement): { before: string; after: string } {
  const properties = childOf(element, `${element.name}Pr`)
  const sign = (name: string, usual: string) =>
    childOf(properties, name)?.attributes.get('m:val')?.slice(0, 2) ?? usual
  switch (element.name) {
    case 'm:d':
      return { before: sign('m:begChr', '('), after: sign('m:endChr', ')') }
    case 'm:nary':
      return { before: sign('m:chr', '∫'), after: '' }
    case 'm:rad':
      return { before: '√', after: '' }
    default:
      return { before: '', after: '' }
  }
}

import { lastLevel, levelsOf, type ListLevel, numberIn, valueOf } from './docx-list-levels.ts'
import type { DocxStyles } from './docx-styles.ts'
import { numberAs } from './list-numbers.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'

const limitLinks = 10
const limitLabel = 100

type List = {
  /** The definition; lists of the same one go on with each other's numbers. */
  abstract: XmlElement
  levels: Map<number, ListLevel>
  /** The numbers at which this list begins, where it says so itself. */
  starts: Map<number, number>
}
type Numbers = (number | undefined)[]

export type DocxNumbering = ReturnType<typeof docxNumbering>

/**
 * The numbers and bullets that Word draws in front of paragraphs (ECMA-376, part 1, 17.9). They stand
 * in no paragraph, so they are counted: `labelOf` is called once per paragraph, in reading order.
 */
export function docxNumbering(root: XmlElement | null, styles: DocxStyles) {
  const abstracts = new Map<string, XmlElement>()
  const instances = new Map<string, XmlElement>()
  for (const part of root ? childrenOf(root) : []) {
    const { name, attributes } = part
    if (name === 'w:abstractNum') abstracts.set(attributes.get('w:abstractNumId') ?? '', part)
    if (name === 'w:num') instances.set(attributes.get('w:numId') ?? '', part)
  }
  const counters = new Map<XmlElement, Numbers>()
  const begun = new Set<string>()
  const listOf = remembered(findList)
  const styleOf = remembered(findInStyle)

  function findList(id: string): List | undefined {
    const instance = instances.get(id)
    let abstract = abstracts.get(valueOf(instance, 'w:abstractNumId') ?? '')
    // A definition may only name the style that has the levels.
    for (let link = 0; link < limitLinks; link++) {
      const style = valueOf(abstract, 'w:numStyleLink')
      if (style === undefined) break
      const linked = valueOf(styles.propertyOf(style, 'w:pPr', 'w:numPr'), 'w:numId') ?? ''
      abstract = abstracts.get(valueOf(instances.get(linked), 'w:abstractNumId') ?? '')
    }
    return abstract && { abstract, ...levelsOf(abstract, instance) }
  }

  /** The list of a style, and its level there: of the nearest style that has each. */
  function findInStyle(style: string) {
    const chain = styles.chainOf(style).map((one) => ({
      style: one.attributes.get('w:styleId') ?? '',
      properties: childOf(childOf(one, 'w:pPr'), 'w:numPr'),
    }))
    const id = chain.map(({ properties }) => valueOf(properties, 'w:numId')).find(Boolean)
    const levels = id === undefined ? [] : [...(listOf(id)?.levels ?? [])]
    for (const one of chain) {
      // The level that names a style counts more than the one that the style names.
      const linked = levels.find(([, level]) => level.style === one.style)?.[0]
      const level = linked ?? numberIn(one.properties, 'w:ilvl')
      if (level !== undefined) return { id, level }
    }
    return { id, level: 0 }
  }

  /** The list and the level of a paragraph: by itself, or by its style. */
  function placeOf(properties: XmlElement | undefined, style: string | undefined) {
    const own = childOf(properties, 'w:numPr')
    const ownId = valueOf(own, 'w:numId')
    const ofStyle = style === undefined || ownId !== undefined ? undefined : styleOf(style)
    const id = ownId ?? ofStyle?.id
    const list = id === undefined || id === '0' ? undefined : listOf(id)
    const level = numberIn(own, 'w:ilvl') ?? ofStyle?.level ?? 0
    return id !== undefined && list && { id, list, level }
  }

  function count(id: string, list: List, level: number): Numbers {
    const numbers = counters.get(list.abstract) ?? []
    counters.set(list.abstract, numbers)
    const own = begun.has(`${id} ${level}`) ? undefined : list.starts.get(level)
    const last = numbers[level]
    numbers[level] = own ?? (last === undefined ? startOf(list, level) : last + 1)
    begun.add(`${id} ${level}`)
    for (let deeper = level + 1; deeper <= lastLevel; deeper++) {
      if (level < (list.levels.get(deeper)?.restartsAfter ?? deeper)) numbers[deeper] = undefined
    }
    return numbers
  }

  return {
    /** Ends in the white space that separates it from the text; '' when the paragraph has none. */
    labelOf(properties: XmlElement | undefined, style: string | undefined): string {
      const place = placeOf(properties, style)
      if (!place || place.level < 0 || place.level > lastLevel) return ''
      const numbers = count(place.id, place.list, place.level)
      const level = place.list.levels.get(place.level)
      if (!level || level.isHidden) return ''
      const drawn =
        level.format === 'bullet' ? bulletOf(level) : numberText(place.list, level, numbers)
      if (drawn.trim() === '') return ''
      return level.isApart ? `${drawn} ` : drawn
    },
  }
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const found = new Map<string, { value: T }>()
  return (key) => {
    const known = found.get(key) ?? { value: find(key) }
    found.set(key, known)
    return known.value
  }
}

const startOf = ({ starts, levels }: List, level: number) =>
  starts.get(level) ?? levels.get(level)?.start ?? 0

/** Fonts draw bullets at the codes of letters, so only a dash is taken at its word. */
function bulletOf({ text, hasPicture }: ListLevel): string {
  if (text === '') return hasPicture ? '•' : ''
  return /^[-–—]$/.test(text) ? text : '•'
}

function numberText(list: List, { text, isLegal }: ListLevel, numbers: Numbers): string {
  return text.slice(0, limitLabel).replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = list.levels.get(at)?.format ?? 'decimal'
    const number = numbers[at] ?? startOf(list, at)
    return numberAs(isLegal && format !== 'none' ? 'decimal' : format, number)
  })
}

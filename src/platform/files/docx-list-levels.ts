import { childOf, childrenOf, findAll, isOn, type XmlElement } from './read-xml.ts'

/** The format has nine levels, counted from 0. */
export const lastLevel = 8

export type ListLevel = {
  format: string
  /** The label, with %1 for the number of the first level and so on. */
  text: string
  start: number
  /** The level, counted from 1, after which this one begins again; 0 is never. */
  restartsAfter: number | undefined
  /** The paragraph style that belongs to the level. */
  style: string | undefined
  /** True if all numbers of the label are shown in digits. */
  isLegal: boolean
  isHidden: boolean
  hasPicture: boolean
  /** True if white space separates the label from the text. */
  isApart: boolean
}

export const valueOf = (element: XmlElement | undefined, name: string) =>
  childOf(element, name)?.attributes.get('w:val')

function integer(text: string | undefined): number | undefined {
  const number = Number(text)
  return text !== undefined && Number.isSafeInteger(number) ? number : undefined
}

export const numberIn = (element: XmlElement | undefined, name: string) =>
  integer(valueOf(element, name))

/** The levels of a list by its definition, and what its instance says instead. */
export function levelsOf(abstract: XmlElement, instance: XmlElement | undefined) {
  const levels = new Map<number, ListLevel>()
  const starts = new Map<number, number>()
  for (const [at, level] of byLevel(abstract, 'w:lvl')) levels.set(at, readLevel(level))
  for (const [at, override] of instance ? byLevel(instance, 'w:lvlOverride') : []) {
    const own = childOf(override, 'w:lvl')
    if (own) levels.set(at, readLevel(own))
    const start = numberIn(override, 'w:startOverride')
    if (start !== undefined) starts.set(at, start)
  }
  return { levels, starts }
}

/** The first child of this name for each level. */
function byLevel(element: XmlElement, name: string): Map<number, XmlElement> {
  const found = new Map<number, XmlElement>()
  for (const child of childrenOf(element)) {
    const level = integer(child.attributes.get('w:ilvl')) ?? -1
    if (child.name !== name || level < 0 || level > lastLevel || found.has(level)) continue
    found.set(level, child)
  }
  return found
}

const readLevel = (level: XmlElement): ListLevel => ({
  // Newer formats stand beside one for older readers, which comes last.
  format: findAll(level, 'w:numFmt').at(-1)?.attributes.get('w:val') ?? 'decimal',
  text: valueOf(level, 'w:lvlText') ?? '',
  start: numberIn(level, 'w:start') ?? 0,
  restartsAfter: numberIn(level, 'w:lvlRestart'),
  style: valueOf(level, 'w:pStyle'),
  isLegal: isOn(childOf(level, 'w:isLgl')),
  isHidden: isOn(childOf(childOf(level, 'w:rPr'), 'w:vanish')),
  hasPicture: childOf(level, 'w:lvlPicBulletId') !== undefined,
  isApart: valueOf(level, 'w:suff') !== 'nothing',
})

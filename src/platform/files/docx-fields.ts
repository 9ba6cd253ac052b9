import { childOf, childrenOf, isOn, type XmlElement } from './read-xml.ts'

/** One entry per open field: true once its result begins. Its instruction comes before and is hidden. */
export type OpenFields = { inResult: boolean }[]

export function readFieldMark(element: XmlElement, fields: OpenFields): void {
  const type = element.attributes.get('w:fldCharType')
  const field = fields.at(-1)
  if (type === 'begin') fields.push({ inResult: false })
  else if (type === 'end') fields.pop()
  else if (type === 'separate' && field) field.inResult = true
}

/** A box or a list to choose from has no result: what was chosen is among the properties of its mark. */
export function formFieldText(mark: XmlElement): string {
  const data = childOf(mark, 'w:ffData')
  const box = childOf(data, 'w:checkBox')
  if (box) return isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default')) ? '☑' : '☐'
  const list = childOf(data, 'w:ddList')
  if (!list) return ''
  const entries = childrenOf(list).filter((child) => child.name === 'w:listEntry')
  const chosen = childOf(list, 'w:result') ?? childOf(list, 'w:default')
  return entries[Number(chosen?.attributes.get('w:val') ?? 0)]?.attributes.get('w:val') ?? ''
}

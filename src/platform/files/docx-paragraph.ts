export type Paragraph = {
  text: string
  /** Text that stands beside the lines, such as a text box, in the order of the file. */
  before: string[]
  after: string[]
  style: string | undefined
  /** The font of the run that is being read. */
  font?: string | undefined
}

export const emptyParagraph = (style?: string): Paragraph => ({
  text: '',
  before: [],
  after: [],
  style,
})

/** Adds text that floats: in front of the lines that follow it, or behind those that it interrupts. */
export function addBeside(paragraph: Paragraph, text: string): void {
  if (text.trim() === '') return
  if (paragraph.text.trim() === '') paragraph.before.push(text)
  else paragraph.after.push(text)
}

export const assembled = ({ before, text, after }: Paragraph): string =>
  [...before, text, ...after].join('\n')

/** The length of what a paragraph says so far. */
export const lengthOf = ({ before, text, after }: Paragraph): number =>
  [text, ...before, ...after].join('').trim().length

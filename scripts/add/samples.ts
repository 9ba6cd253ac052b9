import type { Field } from './fields.ts'

const names = ['Willow', 'Alder', 'Hazel']
const texts = ['By the gate', 'In the north', 'Near the well']
const longTexts = [
  'Agreed on the phone. The rest follows by letter.',
  'Ask again in spring.',
  'Nothing to add so far.',
]
const numbers = ['120', '42.5', '1350']
const days = ['2027-03-31', '2027-02-15', '2026-12-01']

/** The code of a value for the sample row at this index, 0 to 2. */
export function sampleOf({ kind, options, isName }: Field, at: number): string {
  switch (kind) {
    case 'text':
      return `'${(isName ? names : texts)[at]}'`
    case 'long':
      return `'${longTexts[at]}'`
    case 'number':
      return numbers[at] ?? '0'
    case 'date':
      return `'${days[at]}'`
    case 'choice':
      return `'${options[at % options.length]?.snake}'`
    case 'boolean':
      return at === 0 ? 'true' : 'false'
  }
}

/** Word itself shows digits beyond this number. */
const limitRoman = 3_999
/** The label would be a line of its own after 30 rounds of the alphabet. */
const limitLetters = 780

const roman: [number, string][] = [
  [1_000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number of a list in a format of Word (ST_NumberFormat). Unknown formats are shown in digits. */
export function numberAs(format: string, number: number): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'lowerLetter':
      return lettersOf(number)
    case 'upperLetter':
      return lettersOf(number).toUpperCase()
    case 'lowerRoman':
      return romanOf(number)
    case 'upperRoman':
      return romanOf(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'ordinal':
      return `${number}${ordinalEnding(number)}`
    case 'decimalEnclosedCircle':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
    default:
      return String(number)
  }
}

/** After z come aa, bb, cc. */
function lettersOf(number: number): string {
  if (number < 1 || number > limitLetters) return String(number)
  const letter = String.fromCharCode(0x61 + ((number - 1) % 26))
  return letter.repeat(Math.ceil(number / 26))
}

function romanOf(number: number): string {
  if (number < 1 || number > limitRoman) return String(number)
  let text = ''
  let left = number
  for (const [value, sign] of roman) {
    for (; left >= value; left -= value) text += sign
  }
  return text
}

function ordinalEnding(number: number): string {
  if (Math.floor((number % 100) / 10) === 1) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

/**
 * Puts a line that is known as it looks, from left to right, into the order in which it is read: the
 * reverse of the Unicode bidirectional algorithm (UAX #9), as far as CVs need it.
 */

const rightToLeft = String.raw`\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`
const isRightToLeft = new RegExp(`(?=\\p{L})[${rightToLeft}]`, 'u')
const isLetter = /\p{L}/u
const isDigit = /\p{Nd}/u

/** A gap as wide as that of a column is given as this sign. Phrases do not reach across it. */
export const wideGap = '\t'

export const hasRightToLeft = (text: string) => isRightToLeft.test(text)

/** The direction of each letter in the text: R or L. Other signs have none. */
export const directionsOf = (text: string): ('R' | 'L')[] =>
  [...text].filter((char) => isLetter.test(char)).map((char) => (hasRightToLeft(char) ? 'R' : 'L'))

/** The logical order of a visual line whose paragraph runs from the right (or from the left). */
export function inReadingOrder(visual: string, runsFromRight: boolean): string {
  const chars = withShownBrackets([...visual])
  return runsFromRight ? fromTheRight(chars) : fromTheLeft(chars)
}

type Kind = 'R' | 'L' | 'digit' | 'gap' | 'neutral'

function kindOf(char: string): Kind {
  if (isRightToLeft.test(char)) return 'R'
  if (isLetter.test(char)) return 'L'
  if (isDigit.test(char)) return 'digit'
  return char === wideGap ? 'gap' : 'neutral'
}

/** From one of `ends` to the last of them before one of `stops`. */
function runEnd(kinds: Kind[], start: number, ends: Kind[], stops: Kind[]): number {
  let end = start + 1
  for (let at = end; at < kinds.length; at++) {
    const kind = kinds[at]
    if (kind === undefined || stops.includes(kind)) break
    if (ends.includes(kind)) end = at + 1
  }
  return end
}

/** Right-to-left phrases are turned where they stand. */
function fromTheLeft(chars: string[]): string {
  const kinds = chars.map(kindOf)
  let text = ''
  for (let at = 0; at < chars.length;) {
    const end = kinds[at] === 'R' ? runEnd(kinds, at, ['R'], ['L', 'gap']) : at + 1
    text += kinds[at] === 'R' ? fromTheRight(chars.slice(at, end)) : chars[at]
    at = end
  }
  return text
}

/** The whole line is turned. Phrases in Latin letters and numbers stay as they are. */
function fromTheRight(chars: string[]): string {
  const kinds = chars.map(kindOf)
  const pieces: string[] = []
  for (let at = 0; at < chars.length;) {
    if (kinds[at] !== 'L' && kinds[at] !== 'digit') {
      pieces.push(mirrored(chars[at] ?? ''))
      at++
      continue
    }
    let end = runEnd(kinds, at, ['L', 'digit'], ['R', 'gap'])
    end = nextPhrase(chars, at, end)
    if (kinds.slice(at, end).includes('L')) {
      end = withClosing(chars, at, end)
      pieces.push(...withOpening(pieces, chars.slice(at, end).join('')))
    } else {
      end = withSigns(chars, end)
      pieces.push(...withLeadingSigns(pieces, numbersOf(chars.slice(at, end).join(''))))
    }
    at = end
  }
  return pieces.toReversed().join('')
}

/** "React ,2019": the comma belongs to the left of it, so the rest is another phrase. */
function nextPhrase(chars: string[], start: number, end: number): number {
  for (let at = start + 1; at < end - 2; at++) {
    if (/^\s[,;:][\p{L}\p{Nd}]$/u.test(chars.slice(at, at + 3).join(''))) return at
  }
  return end
}

const pairs: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>', '«': '»', '‹': '›' }
const mirrors: Record<string, string> = {
  ...pairs,
  ...Object.fromEntries(Object.entries(pairs).map(([open, close]) => [close, open])),
}
const mirrored = (char: string) => mirrors[char] ?? char

/** A bracket that belongs to one inside of the phrase, and the signs that end a word or a sentence. */
function withClosing(chars: string[], start: number, end: number): number {
  const next = chars[end] ?? ''
  const open = Object.entries(pairs).find(([, close]) => close === next)?.[0]
  const inside = chars.slice(start, end)
  const count = (sign: string | undefined) => inside.filter((char) => char === sign).length
  if (open && count(open) > count(next)) return withClosing(chars, start, end + 1)
  let after = end
  while (/^[.,:;!?%+#]$/.test(chars[after] ?? '')) after++
  return /^[\s)\]}-]?$/.test(chars[after] ?? '') ? after : end
}

/** Takes an opening bracket from the pieces to the left when its partner is inside the phrase. */
function withOpening(pieces: string[], phrase: string): [string] {
  const before = pieces.at(-1) ?? ''
  const open = mirrored(before)
  const close = pairs[open]
  const count = (sign: string | undefined) => [...phrase].filter((char) => char === sign).length
  if (close && count(close) > count(open)) {
    pieces.pop()
    return [open + phrase]
  }
  return [phrase]
}

const currency = /^\p{Sc}$/u

/** Signs at the right of a number that belong to it. */
function withSigns(chars: string[], end: number): number {
  let after = end
  while (/^[%+°]$/.test(chars[after] ?? '') || currency.test(chars[after] ?? '')) after++
  return after
}

/** Turned signs at the left of a number: "%38" says 38 %, and "+5" is 5+ unless it begins a phone number. */
function withLeadingSigns(pieces: string[], number: string): [string] {
  const digits = number.replace(/\P{Nd}/gu, '').length
  const isPhone = digits >= 7
  let text = isPhone && number.endsWith('+') ? `+${number.slice(0, -1)}` : number
  for (let sign = pieces.at(-1) ?? ''; ; sign = pieces.at(-1) ?? '') {
    if (currency.test(sign) || (sign === '+' && isPhone)) text = sign + text
    else if (sign === '%' || sign === '+') text += sign
    else return [text]
    pieces.pop()
  }
}

/**
 * Several numbers beside each other: the dates of a range ascend, whichever way they were drawn. The
 * longest group of a phone number comes last. Others follow each other from the right.
 */
function numbersOf(visual: string): string {
  const parts = visual.split(/(\p{Nd}+(?:[.,:/'’]\p{Nd}+)*)/u)
  const turned = parts
    .toReversed()
    .map((part) => (isDigit.test(part) ? part : turnedNeutrals(part)))
  const numbers = parts.filter((part) => isDigit.test(part))
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)]
  const separators = parts.slice(2, -1).filter((_, index) => index % 2 === 0)
  const dates = [first, last].map(monthOf)
  if (numbers.length === 2 && dates[0] !== undefined && dates[1] !== undefined) {
    return (dates[0] <= dates[1] ? parts : turned).join('')
  }
  if (separators.every((separator) => separator === '-')) return visual
  const isOneNumber = separators.every((separator) => /^(\s*[-–]\s*|\s)$/.test(separator))
  return (isOneNumber && last.length > first.length ? parts : turned).join('')
}

const turnedNeutrals = (text: string) => [...text].toReversed().map(mirrored).join('')

/** "2019", "03/2019" and "1.3.2019" as a number of months. */
function monthOf(number: string): number | undefined {
  const date = number.normalize('NFKC').match(/^(?:(?:\d{1,2}[./])?(\d{1,2})[./])?((?:19|20)\d\d)$/)
  return date ? Number(date[2]) * 12 + Number(date[1] ?? 0) : undefined
}

/**
 * A pair of brackets always looks like "(…)", whatever the file calls them: its letters may be those
 * that are drawn or those that are meant.
 */
function withShownBrackets(chars: string[]): string[] {
  const shown = [...chars]
  for (const [open, close] of Object.entries(pairs)) {
    if (open === '<') continue
    const places = chars.flatMap((char, at) => (char === open || char === close ? [at] : []))
    for (const [index, at] of places.entries()) {
      const isNearLeft = /\S/.test(chars[at - 1] ?? ' ')
      const isNearRight = /\S/.test(chars[at + 1] ?? ' ')
      const isPaired = places.length % 2 === 0
      if (isPaired) shown[at] = index % 2 === 0 ? open : close
      else if (isNearLeft !== isNearRight) shown[at] = isNearRight ? open : close
    }
  }
  return shown
}

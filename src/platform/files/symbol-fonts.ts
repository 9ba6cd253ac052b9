/** Fonts that draw pictures at the codes of letters, or at private ones. */
const iconFont =
  /wingdings|webdings|dingbats|marlett|(^|\+)mt ?extra\b|bookshelf symbol|fontawesome|font[ -]?awesome|material[ -]?(icons|symbols|design)|icomoon|fontello|glyphicons|ionicons|entypo|typicons|bootstrap-icons|segoe (mdl2|fluent)|\bicons?\b/i

/** The pictures that say something in a CV: bullets, ticks, boxes, arrows, ratings. */
const wingdings: Record<number, string> = {
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9e: '·',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '☐',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '→',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

const wingdings2: Record<number, string> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x97: '●',
  0x98: '●',
  0x99: '○',
  0xa2: '■',
  0xa3: '☐',
  0xa4: '■',
}

const webdings: Record<number, string> = {
  0x34: '▶',
  0x3d: '•',
  0x61: '✓',
  0x63: '□',
  0x67: '■',
  0x6e: '●',
  0x72: '✗',
}

const dingbats: Record<number, string> = {
  0x33: '✓',
  0x34: '✓',
  0x35: '✗',
  0x36: '✗',
  0x37: '✗',
  0x38: '✗',
  0x48: '★',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '❏',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0xd4: '→',
  0xd5: '→',
  0xe4: '➢',
}

/** The encoding of the Symbol font from 0x20 and from 0xA0 on (PDF 32000, annex D.6). */
const symbolLow = [
  ...' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
]
const symbolHigh = [...'€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈… ―↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑']

/** The bullets of Symbol and Wingdings. In other fonts most private codes are icons. */
const usual: Record<number, string> = { 0xa7: '▪', 0xb7: '•' }

const privateUse = /^[\p{Co}\p{Cn}\p{Cs}\ufffd]$/u

const isIconFont = (font: string) => iconFont.test(font)

/** A font of Greek letters and signs of mathematics. */
export const isSymbolFont = (font: string): boolean =>
  /^(\w{6}\+)?symbol(mt|std|ps|neu)?\b/i.test(font)

/**
 * A character as a reader sees it in this font. A blank is left of an icon, so that it still separates
 * words. Without a font, private codes alone are looked up.
 */
export function shownIn(font: string | undefined, char: string): string {
  const code = char.codePointAt(0) ?? 0x20
  // Office has the codes of such fonts at F000 too.
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const low = isPrivate ? code - 0xf000 : code
  if (font !== undefined && low <= 0xff) {
    if (isSymbolFont(font)) {
      return (low < 0xa0 ? symbolLow[low - 0x20] : symbolHigh[low - 0xa0]) ?? ' '
    }
    if (isIconFont(font)) return tableOf(font)[low] ?? ' '
  }
  if (isPrivate) return usual[low] ?? ' '
  if (privateUse.test(char)) return ' '
  const isPictured = font !== undefined && isIconFont(font) && /[\p{L}\p{N}]/u.test(char)
  return isPictured ? ' ' : char
}

function tableOf(font: string): Record<number, string> {
  if (/wingdings ?-?2/i.test(font)) return wingdings2
  if (/wingdings ?-?3/i.test(font)) return {}
  if (/wingdings/i.test(font)) return wingdings
  if (/webdings/i.test(font)) return webdings
  return /dingbats/i.test(font) ? dingbats : {}
}

export const textShownIn = (font: string | undefined, text: string): string =>
  Array.from(text, (char) => shownIn(font, char)).join('')

/** The character of a code in hexadecimal digits; a blank for one that is none. */
export function symbolAt(hex: string | undefined, font: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16)
  if (Number.isNaN(code) || code < 0x20 || code > 0x10_ffff) return ' '
  return shownIn(font, String.fromCodePoint(code))
}

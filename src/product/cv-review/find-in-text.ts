const longest = 400

/** Models straighten quotation marks and dashes while they copy; one character stays one character. */
const plain = (text: string) =>
  text
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase()

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A dash is none of them, since it also begins a line in the middle of a sentence. */
const bullets = /^[^\S\n]*[•·▪◦‣●○■□◆❖➢➤▶✓*][^\S\n]+/gmu
const withoutBullets = (text: string) => text.replace(bullets, '')

/** "self-" and "service" on two lines are one word, and "infra-" and "structure" another. */
const brokenWord = /(?<=\p{L})([-\u2010])[^\S\n]*\n\s*(?=\p{L})/gu

/**
 * The passage of `text` that `quote` copies, as it stands in the text (white space, bullets and words
 * that a line end breaks apart); null when there is none, so that nobody reads as a quotation what was
 * never written.
 */
export function findInText(quote: string, text: string): string | null {
  const lines = withoutBullets(text)
  return (
    passage(withoutBullets(quote), lines) ??
    passage(withoutBullets(quote), lines.replace(brokenWord, '$1')) ??
    passage(withoutBullets(quote), lines.replace(brokenWord, '')) ??
    passage(quote, text)
  )
}

function passage(quote: string, text: string): string | null {
  const line = onOneLine(text)
  const wanted = plain(onOneLine(quote)).replace(/^["'•·▪◦*\s-]+|["'\s]+$/g, '')
  if (wanted.length < 2 || wanted.length > longest) return null
  const searched = plain(line)
  // Lower case changes the length of a few letters; then a position would not be the same in both.
  if (searched.length !== line.length)
    return line.includes(onOneLine(quote)) ? onOneLine(quote) : null
  const at = searched.indexOf(wanted)
  return at === -1 ? null : line.slice(at, at + wanted.length)
}

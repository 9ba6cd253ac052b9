/** Lines that open and close data in a prompt, besides elements; `close` gets what `open` captured. */
const FENCES: { open: RegExp; close: (line: string, mark: string) => boolean }[] = [
  {
    open: /^[^\p{L}]*\b(BEGIN|START|ANFANG|INÍCIO)\b/u,
    close: (line) => /^[^\p{L}]*\b(?:END|ENDE|FIM)\b/u.test(line),
  },
  { open: /<<<(\w*)\s*$/, close: (line) => line.includes('>>>') },
  { open: /(```|""")/, close: (line, mark) => line.trim() === mark },
  { open: /^(-{3,}|={3,}|#{4,}|\*{3,})/, close: (line, mark) => line.startsWith(mark) },
]

// A text of nothing but opening tags must not be searched from each of them.
const TAGS_TRIED = 20

const OPENS_A_BLOCK = /<([a-z][\w-]{0,40})(?:\s[^<>\n]{0,200})?>[ \t]*\r?\n/gi
const OPENS = /<([a-z][\w-]{0,40})(?:\s[^<>\n]{0,200})?>/gi

function element(text: string, opening: RegExp): string | null {
  let tried = 0
  for (const open of text.matchAll(opening)) {
    if (++tried > TAGS_TRIED) break
    const start = open.index + open[0].length
    const end = text.lastIndexOf(`</${open[1]}>`)
    if (end >= start) return text.slice(start, end)
  }
  return null
}

/** The text between the delimiters of a prompt, verbatim; null when there are none. The last closing
 * delimiter counts, so a fake end inside the data does not end it. */
export function delimited(text: string): string | null {
  // Rules often name the tags before they use them ("between <job> and </job>"), so a tag that ends
  // its line counts more than one within a sentence.
  const inElement = element(text, OPENS_A_BLOCK) ?? element(text, OPENS)
  if (inElement !== null) return inElement
  const lines = text.split('\n')
  for (const { open, close } of FENCES) {
    const first = lines.findIndex((line) => open.test(line))
    const mark = open.exec(lines[first] ?? '')?.[1] ?? ''
    const last = first < 0 ? -1 : lines.findLastIndex((line) => close(line, mark))
    if (last > first + 1) return lines.slice(first + 1, last).join('\n')
  }
  return null
}

/** The text around the data: only this gives orders. */
export function withoutData(text: string): string {
  const data = delimited(text)
  return data ? text.replace(data, ' ') : text
}

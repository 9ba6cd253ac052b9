/** The kinds of fences that a prompt may put around data; the last closing one wins, so a fake end
 * inside the data does not end it. */
const FENCES = [
  /<([a-z][\w-]*)[^<>\n]*>[ \t]*\r?\n?([\s\S]*)<\/\1\s*>/i,
  /(?:^|\n)[^\p{L}\n]*\b(BEGIN|START|ANFANG|INÍCIO)\b[^\n]*\n([\s\S]*)\n[^\p{L}\n]*\b(?:END|ENDE|FIM)\b[^\n]*(?=\n|$)/u,
  /<<<(\w*)[^\n]*\n([\s\S]*)\n[^\n]*>>>/,
  /(```|""")[^\n]*\n([\s\S]*)\n\1/,
  /(?:^|\n)(-{3,}|={3,}|#{4,}|\*{3,})[^\n]*\n([\s\S]*)\n\1[^\n]*(?=\n|$)/,
]

/** The text between the delimiters of a prompt, verbatim; null when there are none. */
export function delimited(text: string): string | null {
  for (const fence of FENCES) {
    const inside = fence.exec(text)?.[2]
    if (inside !== undefined) return inside
  }
  return null
}

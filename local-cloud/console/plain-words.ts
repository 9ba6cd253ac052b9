/** A JSON object's or a Markdown text's words in one line, for a summary. */
export function plainWords(text: string): string {
  const values = /^\s*[[{]/.test(text) ? valuesIn(text) : []
  const words = values.length > 0 ? values.join(' · ') : withoutMarks(text)
  return words.replaceAll(/\s+/g, ' ').trim()
}

/** The sentences that a JSON text carries, also when its end was cut off; its keys and codes are none. */
function valuesIn(json: string): string[] {
  const strings = [...json.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g)]
  const values = strings.flatMap(([, value = '', isKey]) => (isKey ? [] : [value]))
  const unescaped = values.map((value) =>
    value.replaceAll(/\\n|\\t/g, ' ').replaceAll(/\\(["\\/])/g, '$1'),
  )
  const sentences = unescaped.filter((value) => value.includes(' '))
  return sentences.length > 0 ? sentences : unescaped
}

const withoutMarks = (markdown: string) =>
  markdown
    .replaceAll(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, '')
    .replaceAll(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')

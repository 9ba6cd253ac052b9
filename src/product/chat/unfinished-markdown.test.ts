import { expect, test } from 'bun:test'
import { type Block, type Inline, parseMarkdown } from './markdown.ts'
import { closeOpenMarks, endAtAWord } from './unfinished-markdown.ts'

const wordsIn = (part: Inline): string => {
  if (typeof part === 'string') return part
  return part.type === 'code' ? part.text : part.children.map(wordsIn).join('')
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children.map(wordsIn).join('')
    case 'code':
      return block.text
    case 'quote':
      return block.children.map(textOf).join('\n')
    case 'list':
      return block.items.map((item) => item.map(textOf).join('\n')).join('\n')
    case 'table':
      return [block.head, ...block.rows].flat(2).map(wordsIn).join(' ')
    case 'rule':
      return ''
  }
}
const shown = (text: string) => parseMarkdown(text).map(textOf).join('\n')

const answer = `## The work itself

On the skills, the posting for **Senior engineer, fleet** says: **TypeScript** and *more*, _always_.

- **Pay**: 78000 to 96000 EUR
- Ask: *"How many days a month?"*
- Run \`bun test\` and see

1. First, [the job](/jobs/nurse-1) itself
2. Then **two *nested* marks** end

> Two days a week in **Leipzig**.

The end.`

test('at no character of an answer a mark stands there as text', () => {
  const whole = shown(answer)
  expect(whole).not.toMatch(/[*_`[\]#>]/)
  let before = ''
  for (let length = 0; length <= answer.length; length++) {
    const text = shown(closeOpenMarks(answer.slice(0, length)))
    expect({ length, text, stray: /[*_`[\]#>]|^\s*-/m.exec(text)?.[0] }).toEqual({
      length,
      text,
      stray: undefined,
    })
    // What is shown only grows, except for white space at its end.
    const squeezed = text.replaceAll(/\s+/g, '')
    expect(whole.replaceAll(/\s+/g, '')).toStartWith(squeezed)
    expect(squeezed.length).toBeGreaterThanOrEqual(before.length)
    before = squeezed
  }
  expect(before).toBe(whole.replaceAll(/\s+/g, ''))
})

test('code is left as it is', () => {
  for (const text of ['```ts\nconst a = "**', '```\na * b', '~~~\n[x', '```']) {
    expect(closeOpenMarks(text)).toBe(text)
  }
  expect(closeOpenMarks('Use `a * b` and **bo')).toBe('Use `a * b` and **bo**')
  expect(closeOpenMarks('snake_case and 2 * 3')).toBe('snake_case and 2 * 3')
})

test.each([
  ['When was Linux the wrong choic', 'When was Linux the wrong…'],
  ['It is **very wel', 'It is **very…**'],
  ['- One thing\n- Ano', '- One thing…'],
  ['Said.\n\n1. Wor', 'Said.…'],
  ['A sentence that ends.', 'A sentence that ends.'],
  ['Wor', 'Wor…'],
  ['```ts\nconst on', '```ts\nconst on'],
])('what was stopped within a word is shown up to the word before: %p', (text, shown) => {
  expect(closeOpenMarks(endAtAWord(text))).toBe(shown)
})

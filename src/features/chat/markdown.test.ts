import { expect, test } from 'bun:test'
import { parseInline, parseMarkdown } from './markdown.ts'

test('what a model writes becomes blocks', () => {
  const text = `## Pay

**65,000** to *80,000* with \`bonus\`.
Second line.

- one
- two
  - nested

3. third
4. fourth

> quoted
> text

\`\`\`ts
const a = '**not bold**'
\`\`\`

| a | b |
|---|:-:|
| 1 | 2 |

---`
  expect(parseMarkdown(text).map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'list',
    'list',
    'quote',
    'code',
    'table',
    'rule',
  ])
  const [, , bullets, numbers, , code] = parseMarkdown(text)
  expect(bullets).toMatchObject({ ordered: false, items: { length: 2 } })
  expect(bullets).toHaveProperty('items.1.1.type', 'list')
  expect(numbers).toMatchObject({ ordered: true, start: 3 })
  expect(code).toEqual({ type: 'code', text: "const a = '**not bold**'" })
})

test('an unfinished answer can be shown at every character, and nothing of it is lost', () => {
  const text =
    'Hello **bold** and [link](https://a.example/x) `code`\n\n- a\n\n```\ncode *x*\n```\n| a |\n|--|\n| 1 |\n\n> q'
  for (let end = 0; end <= text.length; end++) {
    expect(Array.isArray(parseMarkdown(text.slice(0, end)))).toBe(true)
  }
  expect(JSON.stringify(parseMarkdown('- a\n- b'))).toContain('"b"')
})

test('pictures are not loaded and only web links are links', () => {
  expect(parseInline('![secret](https://evil.example/?q=1)')).toEqual(['secret'])
  for (const target of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/api/auth/sign-out',
    'mailto:a@b.example',
    'file:///etc/passwd',
  ]) {
    expect(parseInline(`[click](${target})`)).toEqual(['click'])
  }
  expect(parseInline('[a](https://a.example/b)')).toEqual([
    { type: 'link', href: 'https://a.example/b', children: ['a'] },
  ])
  expect(parseInline('see https://a.example/b.')).toEqual([
    'see ',
    { type: 'link', href: 'https://a.example/b', children: ['https://a.example/b'] },
    '.',
  ])
})

test('HTML stays text, and names with underscores are not italics', () => {
  expect(parseInline('<img src=x onerror=alert(1)>')).toEqual(['<img src=x onerror=alert(1)>'])
  expect(parseInline('snake_case_name and 2 * 3 * 4')).toEqual(['snake_case_name and 2 * 3 * 4'])
})

test('hostile text is read in time', () => {
  const started = performance.now()
  for (const piece of ['**', '[', '`', '*a', '> ', '- ', '|', '[a](', '_a ', '![', 'http://']) {
    parseMarkdown(piece.repeat(20_000 / piece.length))
    parseMarkdown(`${piece}\n`.repeat(20_000 / (piece.length + 1)))
  }
  expect(performance.now() - started).toBeLessThan(2_000)
})

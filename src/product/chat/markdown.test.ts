import { expect, test } from 'bun:test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { parseInline, parseMarkdown } from './markdown.ts'
import { CopyButton } from '#/ui/copy-button.tsx'
import { maxAnswerLength } from './limits.ts'
import { MarkdownText } from './markdown-text.tsx'
import { closeOpenMarks } from './unfinished-markdown.ts'

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

test('pictures are not loaded, and nothing but a page of this site can be clicked', () => {
  expect(parseInline('![secret](https://evil.example/?q=1)')).toEqual(['secret'])
  for (const target of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://a.example/1',
    '//evil.example',
    '/\\evil.example',
    '/jobs/../api/auth/sign-out',
    '/jobs/a?to=https://evil.example',
    '/api/auth/sign-out',
    '/language/de',
    'mailto:a@b.example',
    'file:///etc/passwd',
  ]) {
    expect(parseInline(`[click](${target})`)).toEqual(['click'])
  }
  expect(parseInline('[this job](/jobs/backend-engineer-1)')).toEqual([
    { type: 'link', href: '/jobs/backend-engineer-1', children: ['this job'] },
  ])
})

test('where an address leads is read in full, not clicked', () => {
  expect(parseInline('[the form](https://evil.example/?salary=90000)')).toEqual([
    'the form',
    ' (https://evil.example/?salary=90000)',
  ])
  expect(parseInline('see https://a.example/b.')).toEqual(['see ', 'https://a.example/b', '.'])
  expect(parseInline('[https://a.example/b](https://a.example/b)')).toEqual(['https://a.example/b'])
  // Another site under the name of a known one, in Cyrillic, behind an @, and turned around.
  expect(parseInline('[bank](https://аpple.com/)')).toEqual([
    'bank',
    ' (https://xn--pple-43d.com/)',
  ])
  expect(parseInline('[https://bank.example](https://bank.example@evil.example/)')).toEqual([
    'https://bank.example',
    ' (https://bank.example@evil.example/)',
  ])
  expect(JSON.stringify(parseMarkdown('a \u202Emoc.live//:sptth\u202C b'))).not.toMatch(/\u202E/)
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

/** The pieces of which tricky inputs are made. */
const pieces = [
  ['**', '*', '_', '`', '```', '~~~', '# ', '> ', '- ', '1. ', '|', '|--|', '---', '\n', '\n\n'],
  ['  ', '[', ']', '(', ')', '![', '](', '<', '>', '"', "'", '&', '&#106;', '\\', '\t', '\0'],
  ['javascript:', 'JAVA\tSCRIPT:', 'data:text/html;base64,', 'vbscript:', '//evil.example'],
  ['https://evil.example/?q=', 'https://аpple.com', 'http://[::1]', '/jobs/a', '/jobs/../x'],
  ['<script>', '</script>', '<img src=x onerror=alert(1)>', '<a href="//e">', '<!--', '-->'],
  ['<svg/onload=alert(1)>', '<iframe src=//e>', 'x" onmouseover="y', 'style=', '${x}', '{{x}}'],
  ['👩‍👩‍👧', '\uD83D', '\u202E', '\u0000', 'é', 'word', ' '],
].flat()

/** The same numbers in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const allowed =
  /^<(?:\/?(?:div|p|h3|pre|code|blockquote|ul|ol|li|strong|em|table|thead|tbody|tr|th|td|a)|hr\/)(?: class="[a-z\d! -]*"| start="\d+"| href="\/(?:jobs|companies)(?:\/[\w-]+)?"| target="_blank"| rel="noopener noreferrer nofollow ugc")*>$/

test('whatever a model writes, only these elements and attributes are made of it', () => {
  const roll = dice(20_261_120)
  // Beside code; nothing of the text is in it.
  const copy = renderToStaticMarkup(createElement(CopyButton, { text: 'any' }))
  const started = performance.now()
  for (let round = 0; round < 4_000; round++) {
    const text = Array.from({ length: 1 + roll(24) }, () => pieces[roll(pieces.length)]).join('')
    const html = renderToStaticMarkup(createElement(MarkdownText, { text })).replaceAll(copy, '')
    const tags = html.match(/<[^>]*>?/g) ?? []
    expect({ text, wrong: tags.filter((tag) => !allowed.test(tag)) }).toEqual({ text, wrong: [] })
  }
  expect(performance.now() - started).toBeLessThan(20_000)
}, 30_000)

test('a heading loses its closing marks, and nothing else', () => {
  for (const [text, said] of [
    ['## Pay ##', 'Pay'],
    ['## Pay   ', 'Pay'],
    ['# C#', 'C#'],
    ['# C# and F# ###', 'C# and F#'],
    ['# ###', ''],
  ] as const) {
    expect(parseMarkdown(text)).toEqual([{ type: 'heading', children: said ? [said] : [] }])
  }
})

test('an answer that was made to be slow to read is read at once', () => {
  const filled = (start: string, filling: string, end = 'x') =>
    `${start}${filling.repeat(maxAnswerLength)}`.slice(0, maxAnswerLength - end.length) + end
  for (const text of [
    filled('# a', ' '),
    filled('# a', '#'),
    filled('# a', ' #'),
    filled('a|b\n', ' '),
    filled('a|b\n-', ' '),
    filled('a|b\n-', '|-'),
    filled('[x](', 'a'),
    filled('', '['),
    filled('', '[a]'),
    filled('', '[x](a '),
    filled('', '**a '),
    filled('', '*a '),
    filled('-', ' '),
    filled('', '> '),
    filled('', '\n'),
    filled('', '```\n'),
    filled('a', ' _'),
  ]) {
    const began = performance.now()
    parseMarkdown(text)
    closeOpenMarks(text)
    const took = performance.now() - began
    // Most take less than 10 ms; a search from every place to every other one takes seconds.
    expect({ text: text.slice(0, 12), isQuick: took < 1_000 }).toEqual({
      text: text.slice(0, 12),
      isQuick: true,
    })
  }
})

import { describe, expect, test } from 'bun:test'

const css = await Bun.file(new URL('./tokens.css', import.meta.url)).text()

const tokens = new Map<string, { light: string; dark: string }>()
for (const [, name, light, dark] of css.matchAll(
  /--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
)) {
  if (name && light && dark) tokens.set(name, { light, dark })
}

/** WCAG 2.2 relative luminance of #rrggbb. */
function luminance(hex: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string) {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function color(name: string, theme: 'light' | 'dark') {
  const token = tokens.get(name)
  if (!token) throw new Error(`tokens.css has no --color-${name}`)
  return token[theme]
}

const grounds = ['canvas', 'surface', 'raised', 'sunken']
const onGrounds = [
  'ink',
  'ink-muted',
  'ink-faint',
  'primary',
  'accent-ink',
  'danger',
  'success',
  'info',
]
const text: [string, string][] = [
  ...onGrounds.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ...['primary', 'danger', 'success', 'info'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['ink-muted', `${tone}-soft`],
  ]),
  ['accent-ink', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink-muted', 'accent-soft'],
  ['primary-ink', 'primary'],
  ['primary-ink', 'primary-hover'],
  ['danger-ink', 'danger'],
  ['danger-ink', 'danger-hover'],
]
const shapes: [string, string][] = [
  ...grounds.map((ground): [string, string] => ['focus', ground]),
  ...grounds.map((ground): [string, string] => ['line-field', ground]),
]

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(text)('%s on %s reads as text (4.5:1)', (ink, ground) => {
    expect(contrast(color(ink, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)('%s on %s is seen as a shape (3:1)', (line, ground) => {
    expect(contrast(color(line, theme), color(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

test('every colour is designed for both themes', () => {
  const declared = [...css.matchAll(/--color-[a-z-]+:/g)].length
  const translucent = [...css.matchAll(/--color-[a-z-]+: light-dark\(rgb/g)].length
  expect(tokens.size + translucent).toBe(declared)
})

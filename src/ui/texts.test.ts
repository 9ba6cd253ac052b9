import { expect, test } from 'bun:test'

const read = (locale: string): Promise<Record<string, string>> =>
  Bun.file(new URL(`../../messages/${locale}/ui.json`, import.meta.url)).json()
const placeholders = (text = '') =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([name]) => name).toSorted((a, b) => a.localeCompare(b))

test.each(['de', 'pt'])(
  '%s has every sentence of English, with the same parameters',
  async (locale) => {
    const [english, other] = await Promise.all([read('en'), read(locale)])
    expect(Object.keys(other)).toEqual(Object.keys(english))
    for (const [key, text] of Object.entries(english)) {
      expect(placeholders(other[key]), key).toEqual(placeholders(text))
    }
  },
)

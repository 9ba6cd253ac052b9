/** Names of people and things that a field keeps as they are, and some that it refuses. */
import { describe, expect, test } from 'bun:test'
import type { z } from 'zod'
import cases from './fixtures/names.json'

const ownCases = [
  { name: 'Ka\u2019ahumanu O\u2019Neill-Ng\u0169g\u0129', ok: true },
  { name: '葛\u{E0100}城 太郎', ok: true },
  { name: '\u182A\u1820\u180E\u1820', ok: true },
  { name: 'Studio 👩\u200d🎨', ok: true },
  { name: 'Ada\u2028Example', ok: false },
  { name: 'Ada\nExample', ok: false },
  { name: 'Ada\u200bExample', ok: false },
  { name: 'Ada \u{E0041}\u{E0042}', ok: false },
  { name: 'Ada \u200f Example', ok: false },
  { name: 'Ada \uD800', ok: false },
  { name: '\u3164\u3164\u3164', ok: false },
  { name: '\u2800\u2800\u2800', ok: false },
]

/** Declares the tests of fields that take the name of something, or stand around one. */
export function describeNames(fields: Record<string, z.ZodType>) {
  describe.each(Object.entries(fields))('the name of %s', (_, field) => {
    test.each([...cases.names, ...ownCases])('%p', ({ name, ok }) => {
      const result = field.safeParse(name)
      expect(result.success).toBe(ok)
      if (ok) expect(result.data).toBe(name)
    })
  })
}

/** Declares the tests of fields that take the name of somebody, which is no address. */
export function describeNamesWithoutAddress(fields: Record<string, z.ZodType>) {
  describe.each(Object.entries(fields))('the name of %s', (_, field) => {
    test.each([
      'www.evil.example',
      'Ada www.evil.example',
      'ＷＷＷ．evil.example',
      'https://evil.example',
      'a@evil.example',
    ])('%s is refused', (name) => {
      expect(field.safeParse(name).success).toBe(false)
    })
  })
}

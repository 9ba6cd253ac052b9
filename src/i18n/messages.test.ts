import { expect, test } from 'bun:test'
import { z } from 'zod'
import * as messages from '#/i18n/generated/messages.js'
import { locales } from './locale.ts'

type Message = (inputs: object, options: { locale: (typeof locales)[number] }) => string
const message = z.custom<Message>((value) => typeof value === 'function')
const all = Object.entries(z.record(z.string(), message).parse({ ...messages.m }))
/** Every parameter of a message is this name. */
const named = (name: string) => new Proxy({}, { get: () => name })
const doubled = /[.!?…][.](?=[\s)”“"»’]|$)/

test.each(['Padaria Lda.', 'Yahoo!', 'Who?', 'And so on…'])(
  'no sentence ends twice after a name like “%s”',
  (name) => {
    expect(all.length).toBeGreaterThan(400)
    const found = locales.flatMap((locale) =>
      all.flatMap(([key, say]) => {
        const text = say(named(name), { locale })
        return doubled.test(text.replaceAll('...', '')) ? [`${locale} ${key}: ${text}`] : []
      }),
    )
    expect(found).toEqual([])
  },
)

test('a sentence that ends in any other name ends in a full stop', () => {
  const said = messages.m.audit_acted_as({ admin: 'Ada', actor: 'Ben' }, { locale: 'en' })
  expect(String(said)).toBe('Ada acted as Ben.')
  const text = messages.m.audit_acted_as({ admin: 'Ada', actor: 'Padaria Lda.' }, { locale: 'pt' })
  expect(text).toEndWith('Padaria Lda.')
  expect(text).not.toEndWith('..')
})

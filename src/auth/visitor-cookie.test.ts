import { expect, test } from 'bun:test'
import { site } from '#/site.ts'
import { visitorCookieLine, visitorIdIn } from './visitor-cookie.server.ts'

const headersWith = (cookie: string) => new Headers({ cookie })
const pairOf = (line: string) => line.slice(0, line.indexOf(';'))

test('the cookie says who a visitor is, and scripts and other sites do not have it', () => {
  const id = crypto.randomUUID()
  const line = visitorCookieLine(id)
  expect(visitorIdIn(headersWith(`locale=de; ${pairOf(line)}; theme=dark`))).toBe(id)
  expect(line).toMatch(/; HttpOnly; SameSite=Lax$/)
  expect(line).toContain(`Max-Age=${30 * 24 * 60 * 60}; Path=/`)
})

test('it ends', () => {
  const id = crypto.randomUUID()
  const issued = Date.now() - 30 * 24 * 60 * 60 * 1_000
  expect(visitorIdIn(headersWith(pairOf(visitorCookieLine(id, issued + 60_000))))).toBe(id)
  expect(visitorIdIn(headersWith(pairOf(visitorCookieLine(id, issued - 1_000))))).toBeNull()
})

test('whatever is changed about it, it is nobody’s', () => {
  const id = crypto.randomUUID()
  const pair = pairOf(visitorCookieLine(id))
  const [name = '', value = ''] = pair.split('=')
  const [, end = '', signature = ''] = value.split('.')
  const other = pairOf(visitorCookieLine(crypto.randomUUID())).split('.').at(-1)
  const later = String(Number(end) + 1)
  for (const forged of [
    '',
    id,
    `${id}.${end}`,
    `${id}.${end}.`,
    `${id}.${end}.${other}`,
    `${crypto.randomUUID()}.${end}.${signature}`,
    `${id}.${later}.${signature}`,
    `${id.toUpperCase()}.${end}.${signature}`,
    `${id}%.${end}.${signature}`,
    `${id}.${end}.${signature}A`,
    `${value}.${signature}`,
  ]) {
    expect({ forged, id: visitorIdIn(headersWith(`${name}=${forged}`)) }).toEqual({
      forged,
      id: null,
    })
  }
  // Every single character of it counts, but for the bits of the last that base64 does not use.
  for (let at = 0; at < value.length - 1; at++) {
    const changed = value.slice(0, at) + (value[at] === '1' ? '2' : '1') + value.slice(at + 1)
    expect(visitorIdIn(headersWith(`${name}=${changed}`))).toBeNull()
  }
  expect(visitorIdIn(new Headers())).toBeNull()
  expect(visitorIdIn(headersWith(`%E0%A4%A; ${site.id}.visitor=%E0%A4%A`))).toBeNull()
})

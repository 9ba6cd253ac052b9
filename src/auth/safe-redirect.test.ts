import { expect, test } from 'bun:test'
import { homePath } from './home-path.ts'
import { isOwnParameter, safeRedirect } from './safe-redirect.ts'

test.each([
  '/home',
  '/o/birch/jobs?status=open&page=2#top',
  '/jobs?q=a%2F%2Fb',
  '/invitations/01920000-0000-7000-8000-000000000000',
])('%s is a page of this site', (path) => {
  expect(safeRedirect(path)).toBe(path)
})

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'https://evil.example',
  'https:/home',
  'javascript:alert(1)',
  'data:text/html,x',
  'home',
  '',
  ' /home',
  '@evil.example',
  `/${'a'.repeat(3_000)}`,
  undefined,
  null,
  7,
  [['/home']],
])('%p is not', (value) => {
  expect(safeRedirect(value)).toBe(homePath)
  const resolved = new URL(safeRedirect(value), 'https://here.example')
  expect(resolved.origin).toBe('https://here.example')
})

test('text that is encoded again and again is refused at once', () => {
  const begun = performance.now()
  for (const text of [`/%${'25'.repeat(900)}2Fevil.example`, `%${'25'.repeat(16_000)}`]) {
    for (const key of ['state', 'RelayState', 'callbackURL']) {
      expect(isOwnParameter(key, text)).toBe(false)
    }
  }
  expect(performance.now() - begun).toBeLessThan(50)
})

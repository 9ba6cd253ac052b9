import { expect, test } from 'bun:test'
import { clientAddressReader } from './client-address.ts'

const behindProxy = clientAddressReader(['10.0.0.0/8', '::1'])

test('without a trusted proxy the header is a claim, and is ignored', () => {
  expect(clientAddressReader([])('203.0.113.9', '1.2.3.4')).toBe('203.0.113.9')
  expect(behindProxy('203.0.113.9', '1.2.3.4')).toBe('203.0.113.9')
})

test('behind a trusted proxy the last foreign hop counts, not what the client put first', () => {
  expect(behindProxy('10.0.0.2', '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9')
  expect(behindProxy('10.0.0.2', '6.6.6.6, 203.0.113.9, 10.0.0.7')).toBe('203.0.113.9')
  expect(behindProxy('::ffff:10.0.0.2', '203.0.113.9')).toBe('203.0.113.9')
})

test('a header of rubbish falls back to the peer', () => {
  expect(behindProxy('10.0.0.2', 'unknown, , ;drop')).toBe('10.0.0.2')
  expect(behindProxy('::1', null)).toBe('::1')
})

test('a range that is none stops the start', () => {
  expect(() => clientAddressReader(['proxy.internal'])).toThrow('TRUSTED_PROXIES')
})

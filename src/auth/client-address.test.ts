import { expect, test } from 'bun:test'
import { clientAddressReader, networkOf } from './client-address.ts'

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

test('an IPv4 address is the same, however a proxy for both families writes it', () => {
  expect(behindProxy('10.0.0.2', '::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(behindProxy('10.0.0.2', '203.0.113.9, ::FFFF:10.0.0.7')).toBe('203.0.113.9')
  expect(behindProxy('::FFFF:203.0.113.9', null)).toBe('203.0.113.9')
})

test('a header of rubbish falls back to the peer', () => {
  expect(behindProxy('10.0.0.2', 'unknown, , ;drop')).toBe('10.0.0.2')
  expect(behindProxy('::1', null)).toBe('::1')
})

test('a range that is none stops the start', () => {
  expect(() => clientAddressReader(['proxy.internal'])).toThrow('TRUSTED_PROXIES')
})

test('a network is an IPv4 address, or half of an IPv6 one, however it is written', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('')).toBe('')
  for (const address of [
    '2001:db8:0:7::1',
    '2001:0db8::7:ffff:0:0:2',
    '2001:DB8:0:7:1:2:3:4',
    '2001:db8:0:7:1::',
  ]) {
    expect({ address, network: networkOf(address) }).toEqual({ address, network: '2001:db8:0:7' })
  }
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('2001:db8:0:8::1')).not.toBe(networkOf('2001:db8:0:7::1'))
})

import { expect, test } from 'bun:test'
import { join } from 'node:path'
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

test('a hop that is written with a port, or is none, never makes room for the one left of it', () => {
  expect(behindProxy('10.0.0.2', '6.6.6.6, 203.0.113.9:443')).toBe('203.0.113.9')
  expect(behindProxy('10.0.0.2', '6.6.6.6, [2001:db8::1]:443, 10.0.0.7:80')).toBe('2001:db8::1')
  for (const hop of ['unknown', '', '_hidden', '203.0.113.999', 'for=203.0.113.9']) {
    expect(behindProxy('10.0.0.2', `6.6.6.6, ${hop}`)).toBe('10.0.0.2')
  }
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

test('Nginx limits the same networks as the app', async () => {
  const config = await Bun.file(join(import.meta.dir, '../../nginx.conf')).text()
  const patterns = [...config.matchAll(/^ +"~(\^\(\?<\w+>[^"]+)" \$\w+;$/gm)].map(
    ([, pattern = '']) => new RegExp(pattern),
  )
  expect(patterns.length).toBeGreaterThan(1)
  const nginxNetworkOf = (address: string) =>
    patterns.map((pattern) => pattern.exec(address)?.[1]).find((found) => found) ?? address
  const addresses = [
    '203.0.113.9',
    '203.0.113.10',
    // As Nginx writes them: the longest row of zeros is left out.
    '2001:db8:1:7::1',
    '2001:db8:1:7:1:2:3:4',
    '2001:db8:1:8::1',
    '2001:db8:1::5',
    '2001:db8:1:0:aaaa::1',
    '2001:db8:1:0:aaaa:1:2:3',
    '2001:db8::5',
    '2001:db8::aaaa:1:2:3',
    '2001:db8:0:0:1::',
    '2001:db8:0:7::1',
    '2001::5',
  ]
  for (const one of addresses) {
    for (const other of addresses) {
      const isSame = networkOf(one) === networkOf(other)
      const isSameThere = nginxNetworkOf(one) === nginxNetworkOf(other)
      expect({ one, other, isSameThere }).toEqual({ one, other, isSameThere: isSame })
    }
  }
})

import { BlockList, isIP } from 'node:net'

/** Written by the listener and read by the rate limits; an inbound copy is always overwritten. */
export const clientAddressHeader = 'x-client-address'

/**
 * Who is asking. The peer itself, unless the peer is a proxy that we trust: then the last address in
 * X-Forwarded-For that is not one of our proxies. What a client writes into that header itself stands
 * further left and is never reached.
 *
 * @param trusted addresses and CIDR ranges of our own proxies
 */
export function clientAddressReader(trusted: readonly string[]) {
  const proxies = new BlockList()
  for (const entry of trusted) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address)
    if (!family) throw new Error(`TRUSTED_PROXIES: "${entry}" is not an address or a range.`)
    const type = family === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) proxies.addAddress(address, type)
    else proxies.addSubnet(address, Number(prefix), type)
  }
  const isProxy = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

  return (peer: string, forwardedFor: string | null): string => {
    const direct = withoutPrefix(peer)
    if (!forwardedFor || !isProxy(direct)) return direct
    const hops = forwardedFor.split(',').map((hop) => withoutPrefix(withoutPort(hop.trim())))
    // Whatever our proxy wrote there: left of it, a client may have written anything.
    const nearest = hops.findLast((hop) => !isProxy(hop)) ?? direct
    return isIP(nearest) === 0 ? direct : nearest
  }
}

/** Some proxies write "203.0.113.9:443" and "[2001:db8::1]:443". */
const withoutPort = (hop: string) =>
  hop.replace(/^\[([\da-f:.]+)\](:\d+)?$/i, '$1').replace(/^([\d.]+):\d+$/, '$1')

/**
 * An IPv4 address as a socket for both families says it. As IPv6 all of them would be one network, and
 * share its limits.
 */
const withoutPrefix = (address: string) => address.replace(/^::ffff:(?=[\d.]+$)/i, '')

/**
 * What one household or one office is seen as: an IPv4 address, or the first half of an IPv6 one, of
 * which everybody has as many second halves as they like.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const groups = head ? head.split(':') : []
  const rest = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length
  const whole = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest]
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

import { homePath } from './home-path.ts'

const somewhere = 'https://same-site.invalid'
/** Of an address, or of what a protocol carries along. */
const maxLength = 2_000
const maxEncodings = 10
/** Parameters that lead on, ours and those of the auth engine and its plugins. */
const leadsOn =
  /(ur[il]s?|redirect|redirect_?to|return_?to|go_?to|next|continue|destination|callback)$/i
/** Opaque to us, but some protocols go to an address that they find in it. */
const mayLeadOn = /^(relay_?)?state$/i

/**
 * Whether going there stays on this site, however the address is read: as it is, decoded once or
 * several times, with full-width characters made plain, and with the addresses inside its query.
 * Parsed as a browser does, which drops tabs and takes "\" for "/" and "/..//x" for "//x".
 * `origin` allows absolute addresses of this site as well.
 */
export function isOwnAddress(address: string, origin?: string): boolean {
  if (address.length > maxLength) return false
  const path = origin && address.startsWith(origin) ? address.slice(origin.length) || '/' : address
  // oxlint-disable-next-line no-control-regex -- a browser drops them, and other readers may not
  if (/[\u0000-\u001F\u007F\\]/.test(path)) return false
  const [beforeQuery = ''] = path.split(/[?#]/)
  const read = readings(beforeQuery)
  if (!read) return false
  for (const reading of read) {
    if (!/^\/(?![/\\])/.test(reading)) return false
    const target = URL.parse(reading, somewhere)
    if (target?.origin !== somewhere || target.pathname.startsWith('//')) return false
  }
  const target = URL.parse(path, somewhere)
  return (
    target !== null &&
    [...target.searchParams].every(([key, value]) => isOwnParameter(key, value, origin))
  )
}

/** False for a parameter that leads to another site. Any other parameter may say what it likes. */
export function isOwnParameter(key: string, value: string, origin?: string): boolean {
  if (value === '') return true
  if (leadsOn.test(key)) return isOwnAddress(value, origin)
  if (!mayLeadOn.test(key)) return true
  const read = value.length > maxLength ? null : readings(value)
  return (
    read?.every(
      (reading) => !/^\s*([a-z][a-z\d+.-]*:|[/\\])/i.test(reading) || isOwnAddress(value, origin),
    ) ?? false
  )
}

/** Null for text that was encoded again and again: no page of ours does, and each time costs a pass. */
function readings(text: string): string[] | null {
  const found = []
  let reading = text
  for (let times = 0; times < maxEncodings; times++) {
    found.push(reading, reading.normalize('NFKC'))
    const decoded = decodeOnce(reading)
    if (decoded === reading) return found
    reading = decoded
  }
  return null
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The path of this site to go on to after signing in, from a value that anybody may have written
 * into the address: "//evil.example", "/\evil.example", "javascript:" and control characters all
 * end at `fallback`.
 */
export function safeRedirect(wanted: unknown, fallback: string = homePath): string {
  if (typeof wanted !== 'string' || !isOwnAddress(wanted)) return fallback
  const target = new URL(wanted, somewhere)
  return target.pathname + target.search + target.hash
}

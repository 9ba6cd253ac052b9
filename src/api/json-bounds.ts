/** The largest form stays far below. */
const maxDepth = 32
const maxTokens = 4_000
const maxDigits = 400

const [quote, backslash, zero, nine, lowerU] = [34, 92, 48, 57, 117]

/**
 * Whether JSON is small enough to be parsed at once, found in one pass over its bytes. Also false for
 * a NUL, which no text here may hold. It does not say that the JSON is well-formed.
 */
export function isBoundedJson(bytes: Uint8Array): boolean {
  let [depth, tokens, digits] = [0, 0, 0]
  let isText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0) return false
    digits = byte >= zero && byte <= nine ? digits + 1 : 0
    if (digits > maxDigits) return false
    if (byte === quote) isText = !isText
    else if (isText) {
      if (byte !== backslash) continue
      at += 1
      if (bytes[at] === lowerU && isNul(bytes, at + 1)) return false
      continue
    }
    switch (byte) {
      case 91: // [
      case 123: // {
        depth += 1
        tokens += 1
        break
      case 93: // ]
      case 125: // }
        depth -= 1
        break
      case 44: // ,
      case 58: // :
        tokens += 1
    }
    if (depth > maxDepth || tokens > maxTokens) return false
  }
  return true
}

function isNul(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < start + 4; at++) if (bytes[at] !== zero) return false
  return true
}

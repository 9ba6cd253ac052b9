/** Names that a mail program would make a link of, and the check that a mail has none but its own. */
import { expect } from 'bun:test'

export const baits = [
  'Your account is locked, verify at loam-login.example',
  'www.evil.example',
  'WWW.evil.example',
  'evil。example',
  'evil．example',
  'http://evil.example/pay',
  'mailto:boss@evil.example',
  'boss@evil.example',
  'call 192.0.2.7',
  'пример.рф',
  ...everySignLike('.').map((sign) => `evil${sign}example`),
  ...everySignLike(':').map((sign) => `mailto${sign}boss`),
  ...everySignLike('@').map((sign) => `boss${sign}evil`),
]

/** All characters that are read as this one once compatible forms are made alike, and ideographic stops. */
function everySignLike(plain: string): string[] {
  const found = plain === '.' ? ['\u3002', '\uFF61'] : []
  for (let code = 0; code <= 0xffff; code++) {
    const sign = String.fromCharCode(code)
    if (sign.normalize('NFKC') === plain) found.push(sign)
  }
  return found
}

/** Mail programs see a link in: a scheme, "www.", an address, or a dot or an @ within a word. */
export const link = /\w[:：﹕︓]\S|www[.。．｡]|[^\s\u2060][.。．｡․﹒@＠﹫](?=[\p{L}\p{N}])/iu
/** `mail` says the bait somewhere, and leads to `url` alone. */
export function expectNoLinkBut(
  url: string,
  { subject, html, text }: { subject: string; html: string; text: string },
) {
  expect(subject).not.toMatch(link)
  expect(text).toContain(url)
  expect(text.replaceAll(url, '')).not.toMatch(link)
  expect(html).toContain(`href="${url}"`)
  const shown = html.replace(/<(head|style)[\s\S]*?<\/\1>|<[^>]*>/g, '\n')
  expect(shown.replaceAll(url, '')).not.toMatch(link)
}

import { expect, test } from 'bun:test'
import { invitationMail, verificationMail } from './account-mails.tsx'
import {
  applicationArrivedMail,
  applicationMovedMail,
  applicationsArrivedMail,
} from '#/product/applications/mail-templates.server.tsx'

const url = 'https://loam.example/invitations/1'

const baits = [
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
const link = /\w[:：﹕︓]\S|www[.。．｡]|[^\s\u2060][.。．｡․﹒@＠﹫](?=[\p{L}\p{N}])/iu
const job = { title: 'Potter', company: 'Birch' }

test.each(baits)('“%s” is no link in any part of a mail', async (bait) => {
  expect(bait).toMatch(link)
  const locale = 'de'
  const mails = [
    await verificationMail({ locale, name: bait, url }),
    await invitationMail({ locale, inviter: bait, organization: bait, url }),
    await applicationArrivedMail({ locale, name: bait, job, url, settings: url }),
    await applicationsArrivedMail({
      locale,
      company: bait,
      count: 2,
      url,
      settings: url,
      jobs: { named: [{ title: bait, number: 2 }], others: 0 },
    }),
    await applicationMovedMail({
      locale,
      name: bait,
      url,
      to: 'offer',
      job: { title: bait, company: bait },
    }),
  ]
  for (const { subject, html, text } of mails) {
    expect(subject).not.toMatch(link)
    expect(text).toContain(url)
    expect(text.replaceAll(url, '')).not.toMatch(link)
    expect(html).toContain(`href="${url}"`)
    const shown = html.replace(/<(head|style)[\s\S]*?<\/\1>|<[^>]*>/g, '\n')
    expect(shown.replaceAll(url, '')).not.toMatch(link)
  }
})

test('a mail greets by first name', async () => {
  const { text } = await verificationMail({ locale: 'en', name: 'Ada King Lovelace', url })
  expect(text).toContain('Hello Ada, ')
})

test('what is shown stays what was written', async () => {
  const { text } = await invitationMail({
    locale: 'en',
    inviter: 'Dr.Ada',
    organization: 'Booking.com',
    url,
  })
  expect(text.replaceAll('\u2060', '')).toContain('Dr.Ada')
  expect(text.replaceAll('\u2060', '')).toContain('Booking.com')
})

test('the dark mail has the colours of the dark theme', async () => {
  const tokens = await Bun.file(new URL('../ui/tokens.css', import.meta.url)).text()
  const dark = new Set(
    Array.from(tokens.matchAll(/light-dark\([^,]+, (#\w{6})\)/g), ([, hex]) => hex),
  )
  const { html } = await verificationMail({ locale: 'en', name: 'Ada', url })
  const colours = html.match(/<style>([\s\S]*?)<\/style>/)?.[1]?.match(/#\w{6}/g) ?? []
  expect(colours.length).toBeGreaterThan(5)
  expect(colours.filter((colour) => !dark.has(colour))).toEqual([])
})

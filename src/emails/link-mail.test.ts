import { expect, test } from 'bun:test'
import { baits, expectNoLinkBut, link } from '../../tests/mail-links.ts'
import { invitationMail, verificationMail } from './account-mails.tsx'

const url = 'https://loam.example/invitations/1'

test.each(baits)('“%s” is no link in any part of a mail', async (bait) => {
  expect(bait).toMatch(link)
  const locale = 'de'
  expectNoLinkBut(url, await verificationMail({ locale, name: bait, url }))
  expectNoLinkBut(url, await invitationMail({ locale, inviter: bait, organization: bait, url }))
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

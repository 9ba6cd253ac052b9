import { expect, test } from 'bun:test'
import { invitationMail, verificationMail } from './account-mails.tsx'

const url = 'https://loam.example/invitations/1'

test('a name cannot bring a link of its own into a mail', async () => {
  const bait = 'Your account is locked, verify at loam-login.example'
  const mails = [
    await verificationMail({ locale: 'en', name: bait, url }),
    await invitationMail({ locale: 'de', inviter: bait, organization: bait, url }),
  ]
  for (const { html, text } of mails) {
    expect(html).not.toContain('loam-login.example')
    expect(text).not.toContain('loam-login.example')
    expect(text).toContain('loam-login.\u2060example')
    expect(html).toContain(`href="${url}"`)
    expect(text).toContain(url)
  }
})

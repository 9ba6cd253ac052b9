/** Journey 6: an organisation, from its first minute to its last. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { homePath } from '#/auth/home-path.ts'
import { brokenPages, closeBrowser, linkIn, mailTo, newVisitor, picture } from './browser.ts'
import { signUp, somebody } from './people.ts'

afterAll(closeBrowser)

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

test('create it, invite a member, read its trail, delete it', async () => {
  const suffix = process.pid
  const name = `Linden Bakery ${suffix}`
  const slug = `linden-bakery-${suffix}`
  const owner = somebody('Olga Owner')
  const member = somebody('Mia Member')
  const page = await newVisitor()
  await signUp(page, owner)

  // Create it.
  await page.getByRole('link', { name: 'New organisation' }).click()
  await heading(page, 'New organisation')
  await page.getByLabel('Name').fill(name)
  expect(await page.getByLabel('Address').inputValue()).toBe(slug)
  const prefix = await page.getByText(/^\/(companies|o)\/$/).boundingBox()
  const typed = await page.getByLabel('Address').boundingBox()
  expect((prefix?.x ?? 0) + (prefix?.width ?? 0)).toBeLessThanOrEqual(typed?.x ?? 0)
  await page.getByLabel('Website').fill('linden.example')
  await page.getByLabel('Location').fill('Leipzig, Germany')
  await page.getByLabel('About').fill('Bread for a whole quarter, baked at night.')
  await picture(page, 'organization-new')
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await page.waitForURL(`**/o/${slug}/*`)
  await page.getByRole('navigation').getByText(name).waitFor()

  // An address is taken once.
  await page.goto('/organizations/new')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await page.getByText('This address is taken').waitFor()
  await picture(page, 'organization-new-taken')

  // Invite someone who has no account yet.
  await page.goto(`/o/${slug}/members`)
  await page.getByRole('button', { name: 'Invite someone' }).click()
  await page.getByLabel('Email address').fill(member.email)
  await picture(page, 'organization-invite')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await page.getByRole('heading', { name: 'Pending invitations' }).waitFor()
  await picture(page, 'organization-members')
  const invitation = linkIn(await mailTo(member.email, /Join/))

  // Somebody else who has the link stays outside.
  await page.goto(invitation)
  await page.getByText('this invitation was sent to').waitFor()
  await picture(page, 'organization-invitation-other')

  // The invited person signs up and comes back to it.
  const memberPage = await newVisitor()
  await memberPage.goto(invitation)
  await heading(memberPage, `Join ${name}`)
  await picture(memberPage, 'organization-invitation')
  await memberPage.getByRole('link', { name: 'Create account' }).click()
  await memberPage.waitForURL('**/sign-up**')
  await memberPage.getByLabel('Name').fill(member.name)
  await memberPage.getByLabel('Email address').fill(member.email)
  await memberPage.getByLabel('Password', { exact: true }).fill(member.password)
  await memberPage.getByRole('button', { name: 'Create account' }).click()
  await memberPage.waitForURL('**/verify**')
  await memberPage.goto(linkIn(await mailTo(member.email, /Confirm/)))
  await memberPage.getByRole('button', { name: 'Accept invitation' }).click()
  await memberPage.getByText(`You are now a member of ${name}`).waitFor()
  await memberPage.getByRole('navigation').getByText(name).waitFor()
  expect(new URL(memberPage.url()).pathname).toStartWith(`/o/${slug}/`)

  // Used once.
  await memberPage.goto(invitation)
  await heading(memberPage, 'This invitation has been accepted')

  // A member works in the organisation, but does not run the organisation.
  await memberPage.goto(`/o/${slug}/members`)
  await memberPage.getByText(owner.email).waitFor()
  expect(await memberPage.getByRole('button', { name: 'Invite someone' }).count()).toBe(0)
  expect(await memberPage.getByRole('combobox').count()).toBe(0)
  expect(await memberPage.getByRole('link', { name: 'Settings' }).count()).toBe(0)
  expect((await memberPage.goto(`/o/${slug}/settings`))?.status()).toBe(404)

  // Who did what is written down, for those who run the organisation.
  await page.goto(`/o/${slug}/members`)
  await page.getByRole('link', { name: 'Audit trail' }).click()
  await heading(page, 'Audit trail')
  await page.getByText(`${member.name} joined the team`).waitFor()
  await picture(page, 'organization-audit')
  await page.getByLabel('Type').selectOption('organization')
  await page.getByLabel('Person').selectOption(member.name)
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByText('No events found').waitFor()
  expect(new URL(page.url()).searchParams.get('group')).toBe('organization')
  await picture(page, 'organization-audit-none')
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await page.getByText(`${owner.name} created the organisation`).waitFor()
  const exported = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  expect((await exported).suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  expect((await memberPage.goto(`/o/${slug}/audit`))?.status()).toBe(404)

  // A stranger sees nothing of all this.
  const strangerPage = await newVisitor()
  await signUp(strangerPage, somebody('Clara Blom'))
  for (const path of ['members', 'settings', 'billing']) {
    const answer = await strangerPage.goto(`/o/${slug}/${path}`)
    expect(answer?.status()).toBe(404)
    expect(await strangerPage.content()).not.toContain(name)
  }

  // Settings, and the end of it.
  await page.goto(`/o/${slug}/settings`)
  await page.getByLabel('Industry').fill('Food')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('Profile saved').waitFor()
  await picture(page, 'organization-settings')
  await page.getByRole('button', { name: 'Delete organisation' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox').fill(name)
  await picture(page, 'organization-delete')
  await dialog.getByRole('button', { name: 'Delete organisation' }).click()
  await page.waitForURL(`**${homePath}`)
  await page.getByText(`${name} was deleted`).waitFor()
  expect((await memberPage.goto(`/o/${slug}/members`))?.status()).toBe(404)
}, 120_000)

test('nothing broke on the way', () => expect(brokenPages).toEqual([]))

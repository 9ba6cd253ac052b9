import { describe, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'
import { asInBrowser } from '../../../tests/sessions.ts'
import { createOrganization } from './create-organization.server.ts'
import { newOrganizationFields } from './organization-fields.ts'
import { suggestSlug } from './suggest-slug.ts'

const freshSlug = () => `o-${crypto.randomUUID().slice(0, 13)}`
const inTenant = (tenant: { slug: string }) => ({ organizationSlug: tenant.slug })

describe('creating', () => {
  test('its creator is its owner, with a profile', async () => {
    const person = await createPerson()
    const browser = await asInBrowser(person)
    const slug = freshSlug()
    const website = 'https://birch.example'
    expect(await browser.organizations.create({ name: 'Birch', slug, website })).toEqual({ slug })
    expect(await browser.organizations.membership({ organizationSlug: slug })).toMatchObject({
      name: 'Birch',
      role: 'owner',
    })
    expect(await browser.organizations.profile({ organizationSlug: slug })).toMatchObject({
      website,
      about: '',
      holds: { members: 1 },
    })
  })

  test('an address is taken once, also by two at the same moment', async () => {
    const [a, b] = await Promise.all([createPerson(), createPerson()])
    const [first, second] = await Promise.all([asInBrowser(a), asInBrowser(b)])
    const slug = freshSlug()
    const outcomes = await Promise.allSettled([
      first.organizations.create({ name: 'One', slug }),
      second.organizations.create({ name: 'Two', slug }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({
      code: 'SLUG_TAKEN',
    })
  })

  test('with a profile that cannot be stored nothing is created, and the address stays free', async () => {
    const person = await createPerson()
    const slug = freshSlug()
    const creating = createOrganization(person.id, { name: 'Half', slug, about: 'a\0b' })
    await expect(creating).rejects.toThrow()
    expect(await as(person).organizations.mine()).toEqual([])
    expect(await createOrganization(person.id, { name: 'Whole', slug })).toEqual({ slug })
  })

  test('a person has ten of them, also when all are wanted at the same moment', async () => {
    const person = await createPerson()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 15 }, () =>
        as(person).organizations.create({ name: 'Many', slug: freshSlug() }),
      ),
    )
    const codes = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? 'created' : outcome.reason.code,
    )
    expect(codes.toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'TOO_MANY_ORGANIZATIONS'),
      ...Array.from({ length: 10 }, () => 'created'),
    ])
    expect(await as(person).organizations.mine()).toHaveLength(10)
  })

  test('a visitor creates nothing', () =>
    expect(as(null).organizations.create({ name: 'Nobody', slug: freshSlug() })).rejects.toThrow(
      expect.objectContaining({ code: 'UNAUTHORIZED' }),
    ))

  test.each([
    ['www.birch.example', 'https://www.birch.example'],
    ['https://birch.example/jobs', 'https://birch.example/jobs'],
  ])('a website %p is %p', (typed, stored) => {
    const input = { name: 'Birch', slug: 'birch', website: typed }
    expect(newOrganizationFields.parse(input).website).toBe(stored)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://birch.example',
    'birch',
    '//evil.example',
  ])('a website %p is refused', (website) => {
    const input = { name: 'Birch', slug: 'birch', website }
    expect(newOrganizationFields.safeParse(input).success).toBe(false)
  })

  test.each(['Win at http://evil.example', 'A\r\nBcc: all@x.example', '<b>Birch</b>'])(
    'a name %p, which goes into mails, is refused',
    (name) => expect(newOrganizationFields.safeParse({ name, slug: 'birch' }).success).toBe(false),
  )

  test.each([
    ['Halden Wärme GmbH & Co.', 'halden-waerme-gmbh-co'],
    ['  São João, Lda  ', 'sao-joao-lda'],
    ['日本', ''],
    [`${'a'.repeat(39)} bc`, 'a'.repeat(39)],
  ])('the address of %p is %p', (name, slug) => expect(suggestSlug(name)).toBe(slug))
})

test('a person sees each of their organisations, and no other', async () => {
  const owner = await createPerson()
  const birch = await createTenant(owner, 'Birch')
  const alder = await createTenant(await createPerson(), 'Alder')
  await join(alder, owner, 'member')
  await createTenant(await createPerson(), 'Elsewhere')
  expect(await as(owner).organizations.mine()).toMatchObject([
    { slug: alder.slug, name: 'Alder', role: 'member' },
    { slug: birch.slug, name: 'Birch', role: 'owner' },
  ])
})

describe('the profile', () => {
  test('an owner and an admin change it, a member does not', async () => {
    const [owner, admin, member] = await Promise.all([
      createPerson(),
      createPerson(),
      createPerson(),
    ])
    const tenant = await createTenant(owner)
    await join(tenant, admin, 'admin')
    await join(tenant, member, 'member')
    const change = { ...inTenant(tenant), name: 'Renamed', about: 'We grow trees.' }
    const browser = await asInBrowser(admin)
    await browser.organizations.update(change)
    expect(await browser.organizations.profile(inTenant(tenant))).toMatchObject({
      name: 'Renamed',
      about: 'We grow trees.',
    })
    // The name and the rest change together, or not at all.
    const broken = { ...change, name: 'Half', about: 'a\0b' }
    await expect(browser.organizations.update(broken)).rejects.toThrow()
    expect(await browser.organizations.profile(inTenant(tenant))).toMatchObject({ name: 'Renamed' })
    const memberBrowser = await asInBrowser(member)
    await expect(memberBrowser.organizations.update(change)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('deleting', () => {
  test('takes that organisation alone', async () => {
    const owner = await createPerson()
    const tenant = await createTenant(owner, 'Gone')
    await createTenant(owner, 'Stays')
    await as(owner).organizations.remove({ ...inTenant(tenant), typedName: 'Gone' })
    expect(await as(owner).organizations.mine()).toMatchObject([{ name: 'Stays' }])
    await expect(as(owner).organizations.membership(inTenant(tenant))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('is refused with another name, for an admin, and while a plan is paid', async () => {
    const [owner, admin] = await Promise.all([createPerson(), createPerson()])
    const tenant = await createTenant(owner, 'Paid')
    await join(tenant, admin, 'admin')
    const remove = { ...inTenant(tenant), typedName: 'Paid' }
    await expect(
      as(owner).organizations.remove({ ...remove, typedName: 'paid' }),
    ).rejects.toMatchObject({ code: 'NAME_DIFFERS' })
    await expect(as(admin).organizations.remove(remove)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await asSystem('test: a paid plan', (tx) =>
      tx.insert(subscription).values({
        id: Bun.randomUUIDv7(),
        plan: 'team',
        referenceId: tenant.id,
        status: 'past_due',
      }),
    )
    await expect(as(owner).organizations.remove(remove)).rejects.toMatchObject({
      code: 'HAS_SUBSCRIPTION',
    })
    const still = await asSystem('test: is it still there', (tx) =>
      tx.select().from(organization).where(eq(organization.id, tenant.id)),
    )
    expect(still).toHaveLength(1)
  })
})

import { expect, test } from 'bun:test'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'

test('a visitor is nobody', async () => {
  expect(await as(null).identity.me()).toBeNull()
})

test('an account lists the organisations of that person alone, with the role', async () => {
  const owner = await createPerson({ name: 'Olga Owner' })
  const colleague = await createPerson()
  const tenant = await createTenant(owner, 'Birch')
  await createTenant(await createPerson(), 'Elsewhere')
  await join(tenant, colleague, 'member')

  expect(await as(colleague).identity.me()).toEqual({
    id: colleague.id,
    name: colleague.name,
    email: colleague.email,
    locale: 'en',
    isAdmin: false,
    organizations: [{ slug: tenant.slug, name: 'Birch', role: 'member' }],
  })
})

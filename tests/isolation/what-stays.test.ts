/** Rows of every feature about a person or an organisation leave together with them. */
import { beforeEach, expect, test } from 'bun:test'
import { deleteAccount } from '#/platform/identity/delete-account.server.ts'
import { testStorage } from '../local-services.ts'
import { as } from '../people.ts'
import { rowsLeftOf, rowsWith } from '../rows-with.ts'
import { isolations } from './isolations.ts'
import { restoreWorld } from './restore-world.ts'
import { a, b, people, secretOf } from './world.ts'

beforeEach(async () => {
  await testStorage()
  await restoreWorld()
  for (const { beforeRoutes } of isolations) await beforeRoutes?.()
})

test.each([
  ['candidate', secretOf.candidate],
  ['stranger', people.stranger.email],
  ['member', people.member.email],
] as const)('nothing leads to the %s who deleted their account', async (name, secret) => {
  const person = people[name]
  expect(await rowsLeftOf(person.id)).not.toEqual([])
  expect(await rowsWith(secret)).not.toEqual([])
  await deleteAccount(person)
  expect(await rowsLeftOf(person.id)).toEqual([])
  for (const trace of [secret, person.email]) expect(await rowsWith(trace)).toEqual([])
  await restoreWorld()
})

test.each([
  [a, people.owner, secretOf.a],
  [b, people.rival, secretOf.b],
])('nothing leads to an organisation that was deleted', async (tenant, owner, secret) => {
  expect(await rowsWith(tenant.slug)).not.toEqual([])
  await as(owner).organizations.remove({ organizationSlug: tenant.slug, typedName: tenant.name })
  for (const trace of [tenant.id, tenant.slug, secret]) {
    expect(await rowsLeftOf(trace)).toEqual([])
  }
  await restoreWorld()
})

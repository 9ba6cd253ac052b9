/** What the matrix takes for a change of its world, and what not. */
import { beforeAll, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { organization } from '#/db/schema/organizations.ts'
import { user } from '#/db/schema/identity.ts'
import { createPerson, createTenant } from '../people.ts'
import { fingerprint, restoreWorld } from './restore-world.ts'
import { a, people } from './world.ts'

beforeAll(restoreWorld, 60_000)

const suspend = (id: string, banned: boolean) =>
  asSystem('test: suspend somebody', (tx) => tx.update(user).set({ banned }).where(eq(user.id, id)))

test('an event about somebody else, late from an earlier test, changes nothing', async () => {
  const before = await fingerprint()
  const other = await createPerson()
  await createTenant(other)
  await suspend(other.id, true)
  expect(await fingerprint()).toBe(before)
})

test('an event about somebody of the world shows, also when the rows are as before', async () => {
  const before = await fingerprint()
  await suspend(people.stranger.id, true)
  await suspend(people.stranger.id, false)
  const after = await fingerprint()
  expect(after).not.toBe(before)
  await asSystem('test: change a name of the world', (tx) =>
    tx.update(organization).set({ name: 'Other' }).where(eq(organization.id, a.id)),
  )
  expect(await fingerprint()).not.toBe(after)
  await restoreWorld()
})

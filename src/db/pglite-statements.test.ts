import { expect, test } from 'bun:test'
import { inArray, sql } from 'drizzle-orm'
import { createPerson, createTenant } from '../../tests/people.ts'
import { asSystem, asUser } from './access.server.ts'
import type { Tx } from './connection.ts'
import { database } from './database.server.ts'
import { organizationProfile } from './schema/organizations.ts'

test('a statement is answered by the policies of whoever asks, however often others asked it', async () => {
  const [first, second] = [await createPerson(), await createPerson()]
  const [ofFirst, ofSecond] = [await createTenant(first), await createTenant(second)]
  const ids = [ofFirst.id, ofSecond.id]
  await asSystem('test: two profiles', (tx) =>
    tx
      .insert(organizationProfile)
      .values(ids.map((organizationId) => ({ organizationId })))
      .onConflictDoNothing(),
  )
  const profiles = (tx: Tx) =>
    tx
      .select({ id: organizationProfile.organizationId })
      .from(organizationProfile)
      .where(inArray(organizationProfile.organizationId, ids))
  for (let time = 0; time < 12; time++) {
    const all = await asSystem('test: read profiles', profiles)
    expect(all).toHaveLength(2)
    for (const [at, { person, tenant }] of [
      { person: first, tenant: ofFirst },
      { person: second, tenant: ofSecond },
    ].entries()) {
      const own = await asUser({ userId: person.id, organizationId: tenant.id }, profiles)
      expect(own.map(({ id }) => id)).toEqual(ids.slice(at, at + 1))
    }
  }
})

const { client } = await database()

test.if(client.kind === 'pglite')(
  'a column that was added is seen by the second who asks',
  async () => {
    if (client.kind !== 'pglite') return
    const asOwner = (statements: string) =>
      client.pglite.exec(`reset role; ${statements}; set role app_system`)
    await asOwner(
      'create temporary table shape as select 1 as a; grant select on shape to app_system',
    )
    const ask = () => asSystem('test: ask', (tx) => tx.execute(sql`select * from pg_temp.shape`))
    for (let time = 0; time < 8; time++) expect(await ask()).toHaveProperty('rows', [{ a: 1 }])
    await asOwner('alter table shape add column b int')
    await expect(ask()).rejects.toThrow()
    expect(await ask()).toHaveProperty('rows', [{ a: 1, b: null }])
    await asOwner('drop table shape')
  },
)

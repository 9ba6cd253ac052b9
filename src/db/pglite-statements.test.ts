import { expect, test } from 'bun:test'
import { inArray, sql } from 'drizzle-orm'
import { createJob } from '../../tests/jobs.ts'
import { createPerson, createTenant } from '../../tests/people.ts'
import { asSystem, asUser } from './access.server.ts'
import { database } from './database.server.ts'
import { job } from './schema/jobs.ts'

test('a statement is answered by the policies of whoever asks, however often others asked it', async () => {
  const [first, second] = [await createPerson(), await createPerson()]
  const [ofFirst, ofSecond] = [await createTenant(first), await createTenant(second)]
  const drafts = [
    await createJob(ofFirst, { status: 'draft' }),
    await createJob(ofSecond, { status: 'draft' }),
  ]
  const ids = drafts.map(({ id }) => id)
  const theirs = { select: { id: job.id }, where: inArray(job.id, ids) }
  for (let time = 0; time < 12; time++) {
    const all = await asSystem('test: read jobs', (tx) =>
      tx.select(theirs.select).from(job).where(theirs.where),
    )
    expect(all).toHaveLength(2)
    for (const [at, { person, tenant }] of [
      { person: first, tenant: ofFirst },
      { person: second, tenant: ofSecond },
    ].entries()) {
      const own = await asUser({ userId: person.id, organizationId: tenant.id }, (tx) =>
        tx.select(theirs.select).from(job).where(theirs.where),
      )
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

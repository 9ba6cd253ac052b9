/** The function that looks past the policies, so that the search can use its index. */
import { beforeAll, expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Actor, asSystem, asUser, visitor } from '#/db/access.server.ts'
import { createJob } from './test-world.ts'
import { createPerson, createTenant, type Person, type Tenant } from '../../../tests/people.ts'

const word = `quinoa${crypto.randomUUID().replaceAll('-', '')}`
const found = z.object({ rows: z.array(z.object({ id: z.string() })) })
const query = sql`to_tsquery('simple', ${word})`

async function search(actor: Actor, atMost = 1_001): Promise<string[]> {
  const answer = await asUser(actor, (tx) =>
    tx.execute(sql`select id from search_published_jobs(${query}, ${atMost}) as found (id)`),
  )
  return found.parse(answer).rows.map(({ id }) => id)
}

let owner: Person
let tenant: Tenant
let published: string[]

beforeAll(async () => {
  owner = await createPerson()
  tenant = await createTenant(owner)
  const other = await createTenant(await createPerson())
  const make = (of: Tenant, status: 'draft' | 'published' | 'closed') =>
    createJob(of, { status, title: `Cook ${word}` })
  published = [(await make(tenant, 'published')).id, (await make(other, 'published')).id]
  for (const status of ['draft', 'closed'] as const) {
    await make(tenant, status)
    await make(other, status)
  }
})

test('it gives a visitor the published jobs of everybody, and nothing else', async () => {
  expect((await search(visitor)).toSorted()).toEqual(published.toSorted())
})

test('it gives no more to a member of the tenant, not even the drafts that they may see', async () => {
  const actor = { userId: owner.id, organizationId: tenant.id }
  expect((await search(actor)).toSorted()).toEqual(published.toSorted())
})

test('it gives at most what is asked for, and never more than 1,001', async () => {
  expect(await search(visitor, 1)).toHaveLength(1)
  expect(await search(visitor, 1_000_000)).toHaveLength(2)
})

test('a table or an operator of the caller’s own is not taken instead', async () => {
  const answer = await asUser(visitor, async (tx) => {
    await tx.execute(sql`select set_config('search_path', 'pg_temp, public, pg_catalog', true)`)
    return tx.execute(sql`select id from search_published_jobs(${query}, 10) as found (id)`)
  })
  expect(found.parse(answer).rows).toHaveLength(2)
})

test('without the policies of people the text may be looked up in its index', async () => {
  const explain = async (open: typeof asUser, who: Actor) =>
    JSON.stringify(
      await open(who, async (tx) => {
        // In a table as small as this one anything else would be cheaper.
        await tx.execute(sql`set local enable_seqscan = off`)
        return tx.execute(sql`explain select j.id from job j where j.search @@ ${query}`)
      }),
    )
  expect(await explain(asUser, visitor)).not.toContain('job_search')
  const asOwnerOfTheFunction: typeof asUser = (_, work) => asSystem('test: explain', work)
  expect(await explain(asOwnerOfTheFunction, visitor)).toContain('job_search')
})

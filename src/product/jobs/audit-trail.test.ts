/** Changes of jobs in the audit trail, which stands or falls with the change. */
import { expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import { job } from './tables.ts'
import { check, trailOf } from '../../../tests/audit.ts'
import { createJob } from './test-world.ts'
import { createPerson, createTenant } from '../../../tests/people.ts'
import { browserOf, here } from '../../../tests/recorded-browsers.ts'

async function createOwner() {
  const owner = await createPerson()
  return { owner, tenant: await createTenant(owner) }
}

test('a change in somebody’s name that is taken back leaves no event', async () => {
  const { owner, tenant } = await createOwner()
  const { id } = await createJob(tenant)
  const before = await trailOf(tenant)
  const broken = asUser({ userId: owner.id, organizationId: tenant.id }, async (tx) => {
    await tx.update(job).set({ status: 'closed' }).where(eq(job.id, id))
    throw new Error('on second thoughts')
  })
  await expect(broken).rejects.toThrow('on second thoughts')
  expect(await trailOf(tenant)).toEqual(before)
})

test('changes of jobs at the same moment form one chain', async () => {
  const { owner, tenant } = await createOwner()
  const jobs = await Promise.all(Array.from({ length: 20 }, () => createJob(tenant)))
  await Promise.all(
    jobs.map(({ id }) =>
      asUser({ userId: owner.id, organizationId: tenant.id }, (tx) =>
        tx.update(job).set({ status: 'closed' }).where(eq(job.id, id)),
      ),
    ),
  )
  const trail = await trailOf(tenant)
  expect(trail.map(({ sequence }) => sequence)).toEqual(trail.map((_, at) => at + 1))
  expect(trail.filter(({ action }) => action === 'job.closed')).toHaveLength(20)
  expect(trail.map(({ id }) => id)).toEqual(trail.map(({ id }) => id).toSorted())
  expect(await check(tenant.id)).toMatchObject({ events: trail.length, problem: null })
  expect(await check('site')).toMatchObject({ problem: null })
})

test('each kind of change of a job has its name', async () => {
  const { tenant } = await createOwner()
  const { id } = await createJob(tenant, { status: 'draft' })
  const changes = [
    sql`update job set status = 'published' where id = ${id}`,
    sql`update job set title = 'Another title' where id = ${id}`,
    sql`update job set status = 'draft' where id = ${id}`,
    sql`delete from job where id = ${id}`,
  ]
  for (const change of changes) await asSystem('test: a change', (tx) => tx.execute(change))
  expect((await trailOf(tenant)).slice(-4).map(({ action }) => action)).toEqual([
    'job.created',
    'job.published',
    'job.unpublished',
    'job.deleted',
  ])
})

test('who closes a job is recorded, from where and what changed', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner)
  const browser = await browserOf(owner)
  const { id: jobId } = await createJob(tenant)
  await browser.rpc.jobs.manage.close({ organizationSlug: tenant.slug, jobId })
  expect((await trailOf(tenant)).at(-1)).toMatchObject({
    action: 'job.closed',
    actorId: owner.id,
    ...here,
    before: { status: 'published' },
    after: { status: 'closed' },
  })
})

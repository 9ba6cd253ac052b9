import { expect, test } from 'bun:test'
import { asSystem } from '#/db/access.server.ts'
import { job } from './tables.ts'
import { createJob } from './test-world.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'

test('an organisation that is deleted takes its jobs with it, and only its own', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner, 'Gone')
  const other = await createTenant(owner, 'Stays')
  const [gone, stays] = await Promise.all([createJob(tenant), createJob(other)])
  await as(owner).organizations.remove({ organizationSlug: tenant.slug, typedName: 'Gone' })
  const left = await asSystem('test: which jobs are left', (tx) =>
    tx.select({ id: job.id }).from(job),
  )
  const ids = left.map(({ id }) => id)
  expect(ids).toContain(stays.id)
  expect(ids).not.toContain(gone.id)
})

import { expect, test } from 'bun:test'
import { createJob } from './test-world.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'
import { publishedJobs } from './plan-limits.ts'

test('those who run an organisation see how many jobs of its plan are published', async () => {
  const owner = await createPerson()
  const [tenant, other] = [await createTenant(owner), await createTenant(await createPerson())]
  await createJob(tenant)
  await createJob(tenant, { status: 'draft' })
  await createJob(other)
  const usage = await as(owner).billing.usage({ organizationSlug: tenant.slug })
  expect(usage).toContainEqual({
    name: 'published_jobs',
    used: 1,
    limit: publishedJobs.allowed.starter,
    resetsAt: null,
  })
})

test('those who run the site see how many jobs an organisation has open', async () => {
  const admin = await createPerson({ role: 'admin' })
  const tenant = await createTenant(await createPerson(), `Acme ${crypto.randomUUID()}`)
  await createJob(tenant)
  await createJob(tenant, { status: 'draft' })
  const { rows } = await as(admin).admin.organizations({ search: tenant.name })
  expect(rows).toMatchObject([{ slug: tenant.slug, numbers: { open_jobs: 1 } }])
})

import { expect, test } from 'bun:test'
import { handIn } from './test-world.ts'
import { createCv } from '../../../tests/files.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant } from '../../../tests/people.ts'

test('the jobs of an organization are counted and sorted by their applications', async () => {
  const [owner, candidate] = [await createPerson(), await createPerson()]
  const tenant = await createTenant(owner)
  const here = { organizationSlug: tenant.slug }
  const { list, read } = as(owner).jobs.manage
  const { id: jobId, title } = await createJob(tenant, { title: 'Baker' })
  const applicationId = await handIn(tenant, candidate, { fileId: await createCv(candidate) })
  const numbers = async (sort: '-applications' | 'applications') =>
    (await list({ ...here, sort })).jobs.map((job) => [job.title, job.numbers.applications])
  const waiting = ['Nurse', { count: 1, unseen: 1 }]
  const none = { count: 0, unseen: 0 }
  const empty = [title, none]
  expect(await numbers('-applications')).toEqual([waiting, empty])
  expect(await numbers('applications')).toEqual([empty, waiting])

  const moved = { ...here, applicationId, from: 'new', to: 'in_review' } as const
  await as(owner).applications.move(moved)
  expect(await numbers('-applications')).toEqual([['Nurse', { count: 1, unseen: 0 }], empty])
  expect((await read({ ...here, jobId })).numbers).toEqual({ applications: none })
})

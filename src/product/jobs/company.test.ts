import { expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { createJob } from './test-world.ts'
import { as, createPerson, createTenant, type Tenant } from '../../../tests/people.ts'
import { asSystem } from '#/db/access.server.ts'
import { job } from './tables.ts'
import { sitemap } from '#/platform/navigation/sitemap.server.ts'

async function owned() {
  const owner = await createPerson()
  const tenant = await createTenant(owner, 'Birch')
  return { owner, tenant }
}

const page = ({ slug }: Tenant) =>
  as(null)
    .jobs.company({ slug })
    .then(
      ({ jobs }) => jobs.length,
      (error: { code?: string }) => error.code,
    )

const change = (id: string, set: Partial<typeof job.$inferInsert>) =>
  asSystem('test: change a job', (tx) => tx.update(job).set(set).where(eq(job.id, id)))

test('a company has a page from its first published job on, and the settings link exactly then', async () => {
  const { owner, tenant } = await owned()
  const isLinked = async () =>
    (await as(owner).organizations.profile({ organizationSlug: tenant.slug })).isPublic
  expect([await page(tenant), await isLinked()]).toEqual(['NOT_FOUND', false])
  const { id } = await createJob(tenant, { status: 'draft', publishedAt: null })
  expect([await page(tenant), await isLinked()]).toEqual(['NOT_FOUND', false])
  await change(id, { status: 'published', publishedAt: new Date() })
  expect([await page(tenant), await isLinked()]).toEqual([1, true])
  await change(id, { closesAt: new Date(Date.now() - 1_000) })
  expect([await page(tenant), await isLinked()]).toEqual([0, true])
  await change(id, { status: 'closed' })
  expect([await page(tenant), await isLinked()]).toEqual([0, true])
  expect(await sitemap('https://x.example')).not.toContain(tenant.slug)
  await change(id, { status: 'draft' })
  expect([await page(tenant), await isLinked()]).toEqual(['NOT_FOUND', false])
})

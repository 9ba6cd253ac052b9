/** Jobs for tests, with text that a model can be asked about. */
import { asSystem } from '#/db/access.server.ts'
import { job } from './tables.ts'
import type { Tenant } from '../../../tests/people.ts'

type Given = Partial<typeof job.$inferInsert>

export async function createJob(tenant: Tenant, given: Given = {}) {
  const id = Bun.randomUUIDv7()
  const row = {
    id,
    organizationId: tenant.id,
    slug: `backend-engineer-${id}`,
    status: 'published' as const,
    title: 'Backend engineer',
    summary: 'Build the payment systems of a growing bakery chain.',
    description:
      '## What you will do\n\n- Design APIs in TypeScript\n- Run Postgres in production\n\n## What we expect\n\n- Five years with TypeScript\n- Experience with PostgreSQL\n\n## What we offer\n\n- 30 days of holiday\n- A budget of 1,500 EUR for learning\n- Work from home on three days a week',
    department: 'Engineering',
    location: 'Berlin',
    country: 'DE',
    workplace: 'hybrid' as const,
    employmentType: 'full_time' as const,
    skills: ['TypeScript', 'PostgreSQL'],
    salaryMin: 65_000,
    salaryMax: 80_000,
    publishedAt: new Date(),
    ...given,
  }
  await asSystem('test: add a job', (tx) => tx.insert(job).values(row))
  return row
}

import { expect, test } from 'bun:test'
import { asSystem } from '#/db/access.server.ts'
import { job } from './tables.ts'
import { createPerson, createTenant } from '../../../tests/people.ts'
import { sitemap } from '#/platform/navigation/sitemap.server.ts'

test('the sitemap names open jobs and their companies, no draft, and is valid XML', async () => {
  const hiring = await createTenant(await createPerson(), 'Hiring')
  const quiet = await createTenant(await createPerson(), 'Quiet')
  const row = (organizationId: string, slug: string, status: 'draft' | 'published') => ({
    organizationId,
    slug,
    status,
    title: 'Potter',
    summary: '',
    description: '',
    location: 'Delft',
    country: 'NL',
    workplace: 'onsite' as const,
    employmentType: 'full_time' as const,
    publishedAt: status === 'published' ? new Date() : null,
  })
  const [open, draft] = [`a&<b>-${hiring.id}`, `draft-${quiet.id}`]
  await asSystem('test: publish jobs', (tx) =>
    tx.insert(job).values([row(hiring.id, open, 'published'), row(quiet.id, draft, 'draft')]),
  )
  const xml = await sitemap('https://x.example')
  expect(xml).toContain(`<loc>https://x.example/jobs/${encodeURIComponent(open)}</loc>`)
  expect(xml).toContain(`<loc>https://x.example/companies/${hiring.slug}</loc>`)
  for (const path of ['/', '/jobs', '/pricing']) {
    expect(xml).toContain(`<loc>https://x.example${path}</loc>`)
  }
  expect(xml).not.toContain(draft)
  expect(xml).not.toContain(quiet.slug)
})

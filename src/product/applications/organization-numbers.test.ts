import { expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { application } from './tables.ts'
import { handIn } from './test-world.ts'
import { createCv } from '../../../tests/files.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'

test('a person sees what waits in each of their organisations, and in no other', async () => {
  const [owner, candidate] = [await createPerson(), await createPerson()]
  const birch = await createTenant(owner, 'Birch')
  const alder = await createTenant(await createPerson(), 'Alder')
  await join(alder, owner, 'member')
  await createTenant(candidate, 'Elsewhere')
  await createJob(birch, { status: 'draft' })
  const fileId = await createCv(candidate)
  await handIn(birch, candidate, { fileId })
  await handIn(birch, candidate, { fileId })
  await handIn(alder, candidate, { fileId })
  await asSystem('test: one has been looked at', (tx) =>
    tx
      .update(application)
      .set({ status: 'in_review' })
      .where(eq(application.organizationId, alder.id)),
  )
  expect(await as(owner).organizations.mine()).toEqual([
    {
      slug: alder.slug,
      name: 'Alder',
      role: 'member',
      numbers: { open_jobs: 1, new_applications: 0 },
    },
    {
      slug: birch.slug,
      name: 'Birch',
      role: 'owner',
      numbers: { open_jobs: 2, new_applications: 2 },
    },
  ])
})

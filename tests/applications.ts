/** CVs, and applications as if a candidate had handed them in. */
import { asSystem } from '#/db/access.server.ts'
import { application } from '#/db/schema/applications.ts'
import { file } from '#/db/schema/files.ts'
import { job } from '#/db/schema/jobs.ts'
import type { Person, Tenant } from './people.ts'

/** The row of an uploaded CV; there are no bytes behind it. */
export async function createCv(person: Person, status: 'ready' | 'permitted' = 'ready') {
  const id = Bun.randomUUIDv7()
  await asSystem('test: a CV', (tx) =>
    tx.insert(file).values({
      id,
      userId: person.id,
      storageKey: `files/${id}`,
      name: 'cv.pdf',
      contentType: 'application/pdf',
      sizeBytes: 1_000,
      status,
    }),
  )
  return id
}

type HandedIn = { fileId: string; reviewId?: string }

/** To a new job of this tenant; returns the application's id. */
export async function handIn(tenant: Tenant, candidate: Person, handedIn: HandedIn) {
  const id = Bun.randomUUIDv7()
  await asSystem('test: apply', async (tx) => {
    const jobId = Bun.randomUUIDv7()
    await tx.insert(job).values({
      id: jobId,
      organizationId: tenant.id,
      slug: `nurse-${jobId}`,
      status: 'published',
      title: 'Nurse',
      summary: 'Nurse',
      description: 'Nurse',
      location: 'Köln',
      country: 'DE',
      workplace: 'onsite',
      employmentType: 'full_time',
    })
    await tx.insert(application).values({
      id,
      organizationId: tenant.id,
      jobId,
      userId: candidate.id,
      candidateName: candidate.name,
      candidateEmail: candidate.email,
      ...handedIn,
    })
  })
  return id
}

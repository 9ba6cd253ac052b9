/** An application to a job of this tenant, as if the candidate had handed it in. */
import { asSystem } from '#/db/access.server.ts'
import { application } from '#/db/schema/applications.ts'
import { job } from '#/db/schema/jobs.ts'
import type { Person, Tenant } from './people.ts'

type HandedIn = { fileId: string; reviewId?: string }

export async function handIn(tenant: Tenant, candidate: Person, handedIn: HandedIn) {
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
      organizationId: tenant.id,
      jobId,
      userId: candidate.id,
      candidateName: candidate.name,
      candidateEmail: candidate.email,
      ...handedIn,
    })
  })
}

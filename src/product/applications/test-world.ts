/** Applications as if a candidate had handed them in. */
import { expect } from 'bun:test'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { asSystem } from '#/db/access.server.ts'
import { application } from './tables.ts'
import { job } from '#/product/jobs/tables.ts'
import { mailAboutMove } from './move-mails.server.ts'
import type { as, Person, Tenant } from '../../../tests/people.ts'

/** To a new job of this tenant; returns the application's id. */
export async function handIn(tenant: Tenant, candidate: Person, { fileId }: { fileId: string }) {
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
      fileId,
    })
  })
  return id
}

/** The steps of an application that wait in the queue to be told to its candidate, and for how long. */
export async function movesToTell(applicationId: string) {
  const found = await asSystem('test: what waits', (tx) =>
    tx.execute(sql`select j.data->>'eventId' as "eventId",
        round(extract(epoch from j.start_after - j.created_on))::int as "waitSeconds"
      from pgboss.job j join application_event e on e.id = (j.data->>'eventId')::uuid
      where j.name = 'mail-about-move' and e.application_id = ${applicationId}
      order by j.created_on`),
  )
  const row = z.object({ eventId: z.string(), waitSeconds: z.number() })
  return z.object({ rows: z.array(row) }).parse(found).rows
}

/** Does for each of them what the queue does when its time comes. */
export async function tellMoves(applicationId: string) {
  for (const { eventId } of await movesToTell(applicationId)) await mailAboutMove(eventId)
}

/** Goes from each application of this list to its neighbours; returns how many there are. */
export async function walkThroughPipeline(
  { applications: { pipeline, readReceived } }: ReturnType<typeof as>,
  list: Parameters<ReturnType<typeof as>['applications']['pipeline']>[0],
) {
  const ids = (await pipeline(list)).applications.map(({ id }) => id)
  for (const [at, id] of ids.entries()) {
    expect(await readReceived({ ...list, applicationId: id })).toMatchObject({
      previousId: ids[at - 1] ?? null,
      nextId: ids[at + 1] ?? null,
    })
  }
  return ids.length
}

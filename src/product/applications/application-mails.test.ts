import { beforeAll, expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { asSystem } from '#/db/access.server.ts'
import { applicationEvent } from './tables.ts'
import { nthMailTo, openInbox } from '../../../tests/auth-browser.ts'
import { handIn } from './test-world.ts'
import { createCv } from '../../../tests/files.ts'
import { createPerson, createTenant } from '../../../tests/people.ts'
import { mailAboutStep, withMails } from './application-mails.server.ts'

beforeAll(openInbox)

async function appliedFor() {
  const [owner, candidate] = [await createPerson(), await createPerson({ name: 'Clara' })]
  const tenant = await createTenant(owner, 'Birch')
  const applicationId = await handIn(tenant, candidate, { fileId: await createCv(candidate) })
  const store = (eventId: string) =>
    asSystem('test: a step', (tx) =>
      tx.insert(applicationEvent).values({
        id: eventId,
        organizationId: tenant.id,
        applicationId,
        actorId: candidate.id,
        toStatus: 'new',
      }),
    )
  return { owner, candidate, store }
}

/** After how many seconds each job of this kind about this may run. */
async function queued(name: string, key: string, value: string): Promise<number[]> {
  const found = await asSystem('test: what is queued', (tx) =>
    tx.execute(sql`select extract(epoch from start_after - created_on)::int as wait
      from pgboss.job where name = ${name} and data->>${key} = ${value}`),
  )
  const { rows } = z.object({ rows: z.array(z.object({ wait: z.number() })) }).parse(found)
  return rows.map(({ wait }) => wait)
}

test('a process that dies between the step and its mails leaves them to the queue', async () => {
  const { owner, candidate, store } = await appliedFor()
  let stored = ''
  const died = withMails(async (eventId) => {
    await store(eventId)
    stored = eventId
    throw new Error('the process died')
  })
  expect(await died.catch((error: Error) => error.message)).toBe('the process died')
  expect(await queued('send-mail', 'to', owner.email)).toEqual([])
  expect(await queued('mail-about-application', 'eventId', stored)).toEqual([60])

  await mailAboutStep(stored)
  expect((await nthMailTo(candidate.email, 1)).subject).toContain('Birch')
  expect((await nthMailTo(owner.email, 1)).subject).toContain('Clara')
})

test('nobody is written to twice about one step, nor about one that was not taken', async () => {
  const { owner, candidate, store } = await appliedFor()
  let stored = ''
  await withMails(async (eventId) => {
    stored = eventId
    await store(eventId)
  })
  await Promise.all([mailAboutStep(stored), mailAboutStep(stored)])
  // A job of its own writes to the recruiters.
  await nthMailTo(owner.email, 1)
  expect(await queued('send-mail', 'to', owner.email)).toHaveLength(1)
  expect(await queued('send-mail', 'to', candidate.email)).toHaveLength(1)

  const another = await appliedFor()
  const refused = withMails(() => Promise.reject(new Error('refused')))
  expect(await refused.catch((error: Error) => error.message)).toBe('refused')
  await mailAboutStep(Bun.randomUUIDv7())
  expect(await queued('send-mail', 'to', another.owner.email)).toEqual([])
})

/** Between two features that do not know each other: `bun run remove` deletes it with either. */
import { afterAll, expect, test } from 'bun:test'
import { asSystem } from '#/db/access.server.ts'
import { application } from '#/product/applications/tables.ts'
import { startKeepingModel } from '#/product/chat/test-keeping-model.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { createCv } from './files.ts'
import { as, createPerson, createTenant } from './people.ts'

const { ask, stop } = startKeepingModel()
afterAll(stop)

test('a model that is asked about a job is told nothing of the applications to it', async () => {
  const [person, other] = [await createPerson(), await createPerson()]
  const tenant = await createTenant(await createPerson(), 'Acme')
  const about = await createJob(tenant)
  const fileId = await createCv(other)
  await asSystem('test: apply', (tx) =>
    tx.insert(application).values({
      organizationId: tenant.id,
      jobId: about.id,
      userId: other.id,
      fileId,
      candidateName: 'Secret-candidate',
      candidateEmail: 'Secret@people.example',
      coverNote: 'Secret-cover-note',
    }),
  )
  const { id: chatId } = await as(person).chat.create({ jobId: about.id })
  const seen = await ask(person, chatId, 'Is it remote?')
  expect(seen).toContain('Acme')
  expect(seen).not.toContain('Secret')
})

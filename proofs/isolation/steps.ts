/** What a request may do in its transaction, and what it must then have seen. */
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#/db/connection.ts'
import { chat } from '#/db/schema/chats.ts'
import { job } from '#/db/schema/jobs.ts'
import { type Findings, type Random, reasonsOf } from './findings.ts'
import { draft, type Somebody, type Tenant, type World } from './tenants.ts'

export type Request = {
  tx: Tx
  who: Somebody
  /** What the request names; the person need not be a member of it. */
  organization: Tenant | null
  world: World
  random: Random
  findings: Findings
  /** Titles that this transaction has added. */
  added: Set<string>
}
type Step = (request: Request) => Promise<void>

const isMember = ({ who, organization }: Request) =>
  organization !== null && who.tenant?.id === organization.id
const another = <T>(random: Random, all: T[], own: T | null): T => {
  const one = random.oneOf(all)
  return one === own ? another(random, all, own) : one
}

const readDrafts: Step = async (request) => {
  const { tx, organization, findings } = request
  const rows = await tx.select().from(job).where(eq(job.status, 'draft'))
  findings.count('rows read', rows.length)
  for (const row of rows) {
    const isOwn =
      isMember(request) &&
      row.organizationId === organization?.id &&
      row.title.startsWith(organization.nonce)
    if (!isOwn) findings.foreign(`the draft ${row.title} was shown to another tenant`)
  }
  if (isMember(request) && !rows.some(({ id }) => id === organization?.draftId)) {
    findings.violation('a member did not see the drafts of their own tenant')
  }
}

const readChats: Step = async ({ tx, who, findings }) => {
  const rows = await tx.select().from(chat)
  findings.count('rows read', rows.length)
  for (const row of rows) {
    if (row.ownerId !== who.ownerId || !row.title.startsWith(who.nonce)) {
      findings.foreign(`the conversation ${row.title} was shown to another person`)
    }
  }
  if (!rows.some(({ id }) => id === who.chatId)) {
    findings.violation('somebody did not see their own conversation')
  }
}

const askForForeignIds: Step = async ({ tx, who, organization, world, random, findings }) => {
  const tenant = another(random, world.tenants, organization)
  const person = another(random, world.people, who)
  const found = [
    ...(await tx.select({ id: job.id }).from(job).where(eq(job.id, tenant.draftId))),
    ...(await tx.select({ id: chat.id }).from(chat).where(eq(chat.id, person.chatId))),
    ...(await tx
      .update(job)
      .set({ department: 'taken' })
      .where(eq(job.id, tenant.draftId))
      .returning({ id: job.id })),
    ...(await tx.delete(chat).where(eq(chat.id, person.chatId)).returning({ id: chat.id })),
  ]
  for (const { id } of found) findings.foreign(`the row ${id} was reached by its id`)
}

const add: Step = async (request) => {
  const { tx, who, organization, world, added } = request
  const id = Bun.randomUUIDv7()
  if (organization && isMember(request)) {
    const title = `${organization.nonce}/${id}`
    added.add(title)
    await tx.insert(job).values(draft(organization, id, title))
  } else {
    const title = `${who.nonce}/${id}`
    added.add(title)
    await tx.insert(chat).values({ id, ownerId: who.ownerId, jobId: world.publishedJobId, title })
  }
}

const writeForForeigners: Step = async (request) => {
  const { tx, who, organization, world, random, findings } = request
  const tenant = isMember(request)
    ? another(random, world.tenants, organization)
    : random.oneOf(world.tenants)
  const person = another(random, world.people, who)
  const id = Bun.randomUUIDv7()
  const title = `stolen/${id}`
  const writes = [
    (inner: Tx) => inner.insert(job).values(draft(tenant, id, title)),
    (inner: Tx) =>
      inner
        .insert(chat)
        .values({ id, ownerId: person.ownerId, jobId: world.publishedJobId, title }),
  ]
  for (const write of writes) {
    try {
      await tx.transaction(async (inner) => {
        await write(inner)
      })
      findings.foreign(`the row ${title} was written for another tenant`)
    } catch (error) {
      if (!reasonsOf(error).includes('violates row-level security policy')) throw error
      findings.count('foreign writes refused')
    }
  }
}

/** What it adds is gone, and what comes afterwards still belongs to the same person. */
const takeBackToSavepoint: Step = async (request) => {
  const { tx, random, findings } = request
  const added = new Set<string>()
  const thrown = new Error('taken back')
  try {
    await tx.transaction(async (inner) => {
      await add({ ...request, tx: inner, added })
      if (random.chance(0.5)) await inner.execute(sql`select 1 / 0`)
      throw thrown
    })
  } catch (error) {
    if (error !== thrown && !reasonsOf(error).includes('division by zero')) throw error
  }
  for (const title of added) findings.written.gone.add(title)
}

const keepSavepoint: Step = (request) =>
  request.tx.transaction((inner) => add({ ...request, tx: inner }))

const settings = z.object({
  rows: z.tuple([z.object({ role: z.string(), user: z.string(), organization: z.string() })]),
})

const askWhoAmI: Step = async ({ tx, who, organization, findings }) => {
  const answer = await tx.execute(sql`
    select current_user as "role", current_setting('request.user_id') as "user",
      current_setting('request.org_id') as "organization"`)
  const [now] = settings.parse(answer).rows
  const isRight =
    now.role === 'app_user' &&
    now.user === (who.userId ?? '') &&
    now.organization === (organization?.id ?? '')
  if (!isRight) findings.foreign(`a request was somebody else: ${JSON.stringify(now)}`)
}

/** Some more often than others. */
export const steps: Step[] = [
  readDrafts,
  readDrafts,
  readChats,
  askWhoAmI,
  askForForeignIds,
  add,
  add,
  writeForForeigners,
  takeBackToSavepoint,
  keepSavepoint,
]

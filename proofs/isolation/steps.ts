/** What a request may do in its transaction, and what it must then have seen. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#/db/connection.ts'
import { member } from '#/db/schema/organizations.ts'
import type { InterleavedRows } from '../../tests/isolation/feature-isolation.ts'
import { type Findings, type Random, reasonsOf } from './findings.ts'
import { kinds, type Owner, ownersOf, type Somebody, type Tenant, type World } from './tenants.ts'

export type Request = {
  tx: Tx
  who: Somebody
  /** What the request names; the person need not be a member of it. */
  organization: Tenant | null
  world: World
  random: Random
  findings: Findings
  /** Texts of rows that this transaction has added. */
  added: Set<string>
}
type Step = (request: Request) => Promise<void>

const isMember = ({ who, organization }: Request) =>
  organization !== null && who.tenant === organization
const another = <T>(random: Random, all: T[], own: T | null): T => {
  const one = random.oneOf(all)
  return one === own ? another(random, all, own) : one
}

/** In whose name the request may have rows of this kind: its tenant's or its own. */
function ownerFor(kind: InterleavedRows, request: Request): Owner | null {
  const owner = kind.of !== 'tenant' ? request.who : isMember(request) ? request.organization : null
  return owner?.rowIds.has(kind) ? owner : null
}

const stored = z.array(z.object({ id: z.string(), owner: z.string(), text: z.string() }))
/** The rows of this kind that the transaction is shown. */
export async function rowsOf(tx: Tx, { table, id, owner, text }: InterleavedRows, which?: SQL) {
  return stored.parse(await tx.select({ id, owner, text }).from(table).where(which))
}

const readRows: Step = async (request) => {
  const { tx, random, findings } = request
  const kind = random.oneOf(kinds)
  const owner = ownerFor(kind, request)
  const rows = await rowsOf(tx, kind, kind.hidden)
  findings.count('rows read', rows.length)
  for (const row of rows) {
    const isOwn = owner?.ownerId === row.owner && row.text.startsWith(owner.nonce)
    if (!isOwn) findings.foreign(`the row ${row.text} was shown to others than its owner`)
  }
  if (owner && !rows.some(({ id }) => id === owner.rowIds.get(kind))) {
    findings.violation('an owner did not see their own row')
  }
}

const readColleagues: Step = async (request) => {
  const { tx, who, organization, findings } = request
  const rows = await tx.select().from(member)
  findings.count('rows read', rows.length)
  for (const { userId, organizationId } of rows) {
    const isColleague = isMember(request) && organizationId === organization?.ownerId
    if (userId !== who.userId && !isColleague) {
      findings.foreign(`the membership of ${userId} was shown to another tenant`)
    }
  }
}

const askForForeignIds: Step = async (request) => {
  const { tx, world, random, findings } = request
  for (const kind of kinds) {
    const { table, id: idColumn, change } = kind
    const other = another(random, ownersOf(kind, world), ownerFor(kind, request))
    const itsId = eq(idColumn, other.rowIds.get(kind))
    const returned = { id: idColumn }
    const found = [
      ...(await rowsOf(tx, kind, and(itsId, kind.hidden))),
      ...(change ? await tx.update(table).set(change).where(itsId).returning(returned) : []),
      ...(await tx.delete(table).where(itsId).returning(returned)),
    ]
    for (const { id } of found) findings.foreign(`the row ${String(id)} was reached by its id`)
  }
}

const add: Step = async (request) => {
  const { tx, random, added } = request
  const own = kinds.filter((kind) => ownerFor(kind, request) !== null)
  if (own.length === 0) return
  const kind = random.oneOf(own)
  const owner = ownerFor(kind, request)
  if (!owner) return
  const id = Bun.randomUUIDv7()
  const text = `${owner.nonce}/${id}`
  added.add(text)
  await tx.insert(kind.table).values(kind.row(owner.ownerId, id, text))
}

const writeForForeigners: Step = async (request) => {
  const { tx, world, random, findings } = request
  for (const kind of kinds) {
    const other = another(random, ownersOf(kind, world), ownerFor(kind, request))
    const id = Bun.randomUUIDv7()
    const text = `stolen/${id}`
    try {
      await tx.transaction(async (inner) => {
        await inner.insert(kind.table).values(kind.row(other.ownerId, id, text))
      })
      findings.foreign(`the row ${text} was written for another owner`)
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
    now.organization === (organization?.ownerId ?? '')
  if (!isRight) findings.foreign(`a request was somebody else: ${JSON.stringify(now)}`)
}

/** Some more often than others. */
export const steps: Step[] = [
  readRows,
  readRows,
  readRows,
  readColleagues,
  askWhoAmI,
  askForForeignIds,
  add,
  add,
  writeForForeigners,
  takeBackToSavepoint,
  keepSavepoint,
]

/**
 * Transactions of many tenants that interleave on few connections, while requests are cancelled, work
 * fails in the middle and connections die. Whoever sees a row that is not theirs is written down.
 */
import { count, sql } from 'drizzle-orm'
import { type Actor, asSystem, asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { database } from '#/db/database.server.ts'
import { member, organization as organizations } from '#/db/schema/organizations.ts'
import { checkAtRest, watchIdleConnections } from './connections-at-rest.ts'
import type { Disturbance } from './disturb.ts'
import { Findings, type Random, randomFrom, reasonsOf } from './findings.ts'
import { rowsOf, steps } from './steps.ts'
import { createTenants, kinds, type Somebody, type World } from './tenants.ts'

export type Interleaving = {
  transactions: number
  /** No further transaction is begun afterwards. */
  seconds: number
  seed: number
  tenants: number
  workers: number
  /** Kills connections meanwhile, so that a broken one is no fault of the app. */
  disturb?: (random: Random) => Promise<Disturbance>
}

export type Outcome = {
  counts: Record<string, number>
  /** What must never happen; empty when the isolation holds. */
  violations: string[]
}

const broken =
  /57P01|08\d\d\d|ECONN|EPIPE|Connection terminated|Client has encountered|not queryable|trying to connect|55000 .*not currently accepting connections|57P03/
const limited = /57014|Query read timeout/
const thrown = new Error('the work fails')

type Ending = 'end' | 'throw' | 'fail' | 'swallow' | 'too slow' | 'use it late'
const endings: Ending[] = [
  ...(['end', 'end', 'end', 'end', 'end', 'throw'] as const),
  ...(['fail', 'swallow', 'too slow', 'use it late'] as const),
]

export async function interleave(options: Interleaving): Promise<Outcome> {
  const connection = await database()
  const isServer = connection.client.kind === 'postgres'
  const findings = new Findings()
  const random = randomFrom(options.seed)
  const world = await createTenants(options.tenants, 3)
  const until = performance.now() + options.seconds * 1_000
  const abandoned = new Set<Promise<void>>()
  let begun = 0

  async function worker() {
    while (begun < options.transactions && performance.now() < until) {
      begun += 1
      const request = random.chance(0.05)
        ? system(findings)
        : person({ world, random, findings, isServer, options })
      if (random.chance(0.1)) {
        // The caller has gone; the transaction has to end by itself.
        findings.count('abandoned by the caller')
        abandoned.add(request)
        void request.finally(() => abandoned.delete(request))
        await Promise.race([request, Bun.sleep(1)])
      } else {
        await request
      }
    }
  }

  const disturbance = await options.disturb?.(random)
  const watching = watchIdleConnections(connection, findings)
  await Promise.all(Array.from({ length: options.workers }, worker))
  await Promise.all(abandoned)
  await watching.stop()
  const disturbances = (await disturbance?.stop()) ?? {}
  await checkAtRest(connection, findings)
  await checkStored(findings, world)
  return { counts: { ...findings.counts, ...disturbances }, violations: findings.violations }
}

type Run = {
  world: World
  random: Random
  findings: Findings
  isServer: boolean
  options: Interleaving
}

/** A request in somebody's name. Never rejects: how it ended is written down. */
async function person({ world, random, findings, isServer, options }: Run): Promise<void> {
  const who = random.oneOf(world.people)
  // Mostly where they are at home, sometimes nowhere, sometimes where they are strangers.
  const organization = random.oneOf([who.tenant, who.tenant, null, random.oneOf(world.tenants)])
  const ending = random.oneOf(endings)
  const added = new Set<string>()
  let kept: Tx | undefined
  findings.count('transactions')
  const work = async (tx: Tx) => {
    kept = tx
    const length = 1 + random.below(4)
    for (let at = 0; at < length; at++) {
      const request = { tx, who, organization, world, random, findings, added }
      await random.oneOf(steps)(request)
      if (random.chance(0.5)) await Bun.sleep(random.below(6))
    }
    if (ending === 'throw') throw thrown
    if (ending === 'fail') await tx.execute(sql`select 1 / 0`)
    if (ending === 'swallow') await tx.execute(sql`select 1 / 0`).catch(() => {})
    if (ending === 'too slow' && isServer) {
      await tx.execute(sql`set local statement_timeout = 5`)
      await tx.execute(sql`select pg_sleep(10)`)
    }
  }
  try {
    await asUser(actorOf(who, organization?.ownerId), work)
    if (['throw', 'fail', 'swallow'].includes(ending)) {
      findings.violation(`a transaction that was to ${ending} said that it was saved`)
    }
    findings.count('committed')
    remember(findings.written.kept, added)
  } catch (error) {
    remember(endedFor(error, ending, options, findings), added)
  }
  if (ending === 'use it late' && kept) await useLate(kept, findings)
}

const actorOf = (who: Somebody, organizationId: string | undefined): Actor => ({
  userId: who.userId,
  visitorId: who.visitorId,
  organizationId,
})

function remember(where: Set<string>, texts: Set<string>) {
  for (const text of texts) where.add(text)
}

/** Counts why it ended, and tells where the rows must be now. */
function endedFor(error: unknown, ending: Ending, options: Interleaving, findings: Findings) {
  const { gone, unknown } = findings.written
  const reasons = reasonsOf(error)
  if (error === thrown && ending === 'throw') {
    findings.count('taken back by the work')
    return gone
  }
  if (reasons.includes('division by zero') && ending === 'fail') {
    findings.count('taken back because a statement failed')
    return gone
  }
  if (reasons.includes('TransactionAborted') && ending === 'swallow') {
    findings.count('swallowed failures reported at the commit')
    return gone
  }
  if (limited.test(reasons) && (ending === 'too slow' || options.disturb)) {
    findings.count('ended by a time limit or a cancellation')
    return gone
  }
  if (options.disturb && broken.test(reasons)) {
    findings.count('ended by a broken connection')
    // Whether a commit that was not answered was carried out is known to the server alone.
    return unknown
  }
  findings.violation(`unexpected (${ending}): ${reasons}`)
  return unknown
}

async function useLate(tx: Tx, findings: Findings) {
  try {
    const rows = await tx.select().from(member)
    findings.foreign(`a transaction that had ended was shown ${rows.length} rows`)
  } catch {
    findings.count('late statements refused')
  }
}

async function system(findings: Findings): Promise<void> {
  findings.count('transactions')
  try {
    await asSystem('proof: interleave', async (tx) => {
      await tx.select({ all: count() }).from(organizations)
    })
    findings.count('committed')
  } catch (error) {
    const reasons = reasonsOf(error)
    if (limited.test(reasons)) findings.count('ended by a time limit or a cancellation')
    else if (broken.test(reasons)) findings.count('ended by a broken connection')
    else findings.violation(`unexpected, as the system: ${reasons}`)
  }
}

/** What was saved is there, what was taken back is not, and each row is with whom it belongs to. */
async function checkStored(findings: Findings, { tenants, people }: World) {
  const stored = await asSystem('proof: read everything', async (tx) => {
    const all = []
    for (const kind of kinds) all.push(...(await rowsOf(tx, kind)))
    return all
  })
  const nonces = new Map([...tenants, ...people].map(({ ownerId, nonce }) => [ownerId, nonce]))
  const texts = new Set<string>()
  for (const { owner, text } of stored) {
    const nonce = nonces.get(owner)
    if (nonce === undefined) continue
    texts.add(text)
    if (!text.startsWith(nonce)) findings.foreign(`${text} is stored for another owner`)
  }
  const { kept, gone } = findings.written
  for (const text of kept) if (!texts.has(text)) findings.violation(`${text} was lost`)
  for (const text of gone) if (texts.has(text)) findings.violation(`${text} was not taken back`)
}

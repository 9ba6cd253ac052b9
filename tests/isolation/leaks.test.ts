/**
 * What could tell of hidden rows without showing one: numbers, pages, the index of the full-text
 * search, the errors of unique keys and of expressions, and jobs that carry ids.
 */
import { beforeAll, expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import type { Jobs } from '#/adapters/queue.server.ts'
import { type Actor, asSystem, asUser } from '#/db/access.server.ts'
import { job } from '#/db/schema/jobs.ts'
import { reviewCv } from '#/features/cv-review/review-cv.server.ts'
import { publicAddresses } from '#/features/jobs/public-addresses.server.ts'
import { readLandingFacts } from '#/features/landing/read-landing-facts.server.ts'
import { askProcedure, isSame } from './ask.ts'
import { fingerprint, read, restoreWorld } from './restore-world.ts'
import { draftJob } from './rows.ts'
import { a, absent, actors, b, ids, mint, people, secretOf, tag } from './world.ts'

beforeAll(restoreWorld)

const searches = [
  {},
  { q: 'nurse' },
  { q: secretOf.a },
  { q: secretOf.a.slice(0, -4) },
  { q: `nurse -${secretOf.a}` },
  { company: [a.slug] },
  { company: [b.slug] },
  { skill: [secretOf.a] },
  { country: ['DE'], workplace: ['onsite'], sort: 'salary' },
  { q: 'nurse', page: 2 },
]

async function everythingPublic(): Promise<string> {
  const answers = []
  for (const search of searches)
    answers.push(await askProcedure('anonymous', 'jobs.search', search))
  answers.push(await askProcedure('anonymous', 'jobs.company', { slug: a.slug }))
  return JSON.stringify([answers, await publicAddresses(), await readLandingFacts()])
}

test('fifty drafts more change not one byte of what is public', async () => {
  const before = await everythingPublic()
  expect(before).toContain(a.slug)
  const drafts = Array.from({ length: 50 }, () => ({
    ...draftJob(a.id, mint(), secretOf.a),
    salaryMin: 900_000,
    salaryMax: 990_000,
  }))
  await asSystem('test: add drafts', (tx) => tx.insert(job).values(drafts))
  expect(await everythingPublic()).toBe(before)
  // The same rows, published, are seen: the comparison can fail.
  await asSystem('test: publish one', (tx) =>
    tx
      .update(job)
      .set({ status: 'published', publishedAt: new Date() })
      .where(eq(job.id, drafts[0]?.id ?? '')),
  )
  expect(await everythingPublic()).not.toBe(before)
  await restoreWorld()
})

test('a word that stands only in drafts is searched for like one that stands nowhere', async () => {
  const search = (q: string) => askProcedure('anonymous', 'jobs.search', { q })
  const [hidden, nowhere] = [await search(secretOf.a), await search(`quince${absent.slice(0, 8)}`)]
  expect(hidden).toEqual(nowhere)
  expect(hidden.body).toContain('"total":0')
})

test('an invitation tells nobody whether an address has an account, or works elsewhere', async () => {
  const invite = (email: string) =>
    askProcedure('rival', 'organizations.invite', {
      organizationSlug: b.slug,
      email,
      role: 'member',
    })
  const unknown = await invite(`nobody@${tag}.example`)
  expect(unknown.status).toBe(200)
  for (const { email } of [people.stranger, people.owner, people.platform]) {
    expect(isSame(await invite(email), unknown)).toBe(true)
  }
  await restoreWorld()
})

test('the address of a job is taken from nobody: it ends in what cannot be guessed', async () => {
  const slugOf = async () => {
    const fields = {
      title: 'Night nurse',
      department: '',
      location: 'Köln',
      country: 'DE',
      workplace: 'onsite',
      employmentType: 'full_time',
      salaryCurrency: 'EUR',
      salaryPeriod: 'year',
      skills: [],
      summary: 'Nights',
      description: 'Nights',
    }
    await askProcedure('rival', 'jobs.manage.create', { organizationSlug: b.slug, fields })
    const [newest] = await asSystem('test: read a slug', (tx) =>
      tx.select({ slug: job.slug }).from(job).where(eq(job.title, 'Night nurse')),
    )
    await restoreWorld()
    return newest?.slug
  }
  const [one, another] = [await slugOf(), await slugOf()]
  expect(one).toMatch(/^night-nurse-[a-z2-9]{6}$/)
  expect(another).not.toBe(one)
})

test('an expression that fails on a hidden row is not evaluated on it', async () => {
  const look = (actor: Actor) =>
    asUser(actor, (tx) =>
      read(tx, sql`select 1 from job where id = ${ids.jobs.draft} and (title || summary)::int = 1`),
    )
  expect(await look(actors.stranger)).toEqual([])
  const seen = look(actors.member)
  expect(await seen.catch((error: Error) => String(error.cause))).toContain('invalid input syntax')
})

/** Each kind of background job with ids that do not belong together; or why it cannot. */
const mismatched: {
  [Name in keyof Jobs]: (() => Promise<void>) | 'carries no ids' | 'carries one id'
} = {
  'review-cv': () => reviewCv({ reviewId: ids.reviews.running, userId: people.stranger.id }),
  'send-mail': 'carries no ids',
  'mail-about-application': 'carries one id',
  'discard-files': 'carries one id',
  'delete-stripe-customer': 'carries one id',
  'forget-visitors': 'carries no ids',
  'reconcile-subscriptions': 'carries no ids',
}

test.each(Object.entries(mismatched))(
  'the job %s does nothing with an id of somebody else',
  async (_, run) => {
    const before = await fingerprint()
    if (typeof run === 'function') await run()
    expect(await fingerprint()).toBe(before)
  },
)

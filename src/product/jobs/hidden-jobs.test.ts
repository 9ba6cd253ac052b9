/**
 * Numbers, pages, the index of the full-text search and the errors of expressions could tell of hidden
 * jobs without showing one.
 */
import { beforeAll, expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import { type Actor, asSystem, asUser } from '#/db/access.server.ts'
import { job } from './tables.ts'
import { askProcedure } from '../../../tests/isolation/ask.ts'
import { read, restoreWorld } from '../../../tests/isolation/restore-world.ts'
import { a, absent, actors, b, secretOf } from '../../../tests/isolation/world.ts'
import { addDrafts, jobFields, jobIds, publishOne } from './isolation.ts'
import { publicPages } from './public-pages.server.ts'

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
  return JSON.stringify([answers, await publicPages()])
}

test('fifty drafts more change not one byte of what is public', async () => {
  const before = await everythingPublic()
  expect(before).toContain(a.slug)
  const drafts = await addDrafts(50)
  expect(await everythingPublic()).toBe(before)
  // The same rows, published, are seen: the comparison can fail.
  await publishOne(drafts)
  expect(await everythingPublic()).not.toBe(before)
  await restoreWorld()
})

test('a word that stands only in drafts is searched for like one that stands nowhere', async () => {
  const search = (q: string) => askProcedure('anonymous', 'jobs.search', { q })
  const [hidden, nowhere] = [await search(secretOf.a), await search(`quince${absent.slice(0, 8)}`)]
  expect(hidden).toEqual(nowhere)
  expect(hidden.body).toContain('"total":0')
})

test('the address of a job is taken from nobody: it ends in what cannot be guessed', async () => {
  const slugOf = async () => {
    await askProcedure('rival', 'jobs.manage.create', {
      organizationSlug: b.slug,
      fields: jobFields,
    })
    const [newest] = await asSystem('test: read a slug', (tx) =>
      tx.select({ slug: job.slug }).from(job).where(eq(job.title, jobFields.title)),
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
      read(tx, sql`select 1 from job where id = ${jobIds.draft} and (title || summary)::int = 1`),
    )
  expect(await look(actors.stranger)).toEqual([])
  const seen = look(actors.member)
  expect(await seen.catch((error: Error) => String(error.cause))).toContain('invalid input syntax')
})

import { beforeAll, describe, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import { deleteAccount } from '#/platform/identity/delete-account.server.ts'
import { application } from '#/product/applications/tables.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import { walkThroughPipeline } from '#/product/applications/test-world.ts'
import { openInbox } from '../../../tests/auth-browser.ts'
import { createCv } from '../../../tests/files.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'
import { createReview } from '#/product/cv-review/test-world.ts'
import { rowsLeftOf } from '../../../tests/rows-with.ts'
import { handedInReview } from './tables.ts'

beforeAll(async () => {
  await Promise.all([openInbox(), testStorage()])
})

const refused = (code: string) => expect.objectContaining({ code })

/** A tenant with a published job, and somebody with a CV and its review. */
async function scene() {
  const [owner, colleague, candidate, stranger] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson({ name: 'Clara Candidate' }),
    createPerson(),
  ])
  const tenant = await createTenant(owner, 'Birch')
  await join(tenant, colleague, 'member')
  const opening = await createJob(tenant)
  const fileId = await createCv(candidate)
  const reviewId = await createReview(candidate, fileId)
  const here = { organizationSlug: tenant.slug }
  const wanted = {
    jobSlug: opening.slug,
    name: 'Clara Candidate',
    fileId,
    includeReview: true,
    coverNote: '',
  }
  return { owner, colleague, candidate, stranger, tenant, opening, fileId, reviewId, here, wanted }
}

const applied = async () => {
  const all = await scene()
  const { applicationId } = await as(all.candidate).applications.apply(all.wanted)
  const received = { ...all.here, applicationId }
  return { ...all, applicationId, received }
}

describe('applying', () => {
  test('the form offers the newest finished review of each own CV', async () => {
    const { candidate, fileId, stranger } = await scene()
    await createCv(candidate)
    await createReview(candidate, fileId, 80)
    await asSystem('test: a review that is not finished', (tx) =>
      tx.insert(cvReview).values({ userId: candidate.id, fileId, locale: 'en' }),
    )
    expect(await as(candidate).handedInReviews.scoredCvs()).toEqual([{ fileId, score: 80 }])
    expect(await as(stranger).handedInReviews.scoredCvs()).toEqual([])
  })

  test('hands in the newest review, which recruiters read with its score', async () => {
    const { candidate, colleague, wanted, fileId, here } = await scene()
    const reviewId = await createReview(candidate, fileId, 80)
    const { applicationId } = await as(candidate).applications.apply(wanted)
    const received = { ...here, applicationId }
    expect(await as(colleague).applications.readReceived(received)).toMatchObject({ score: 80 })
    expect(await as(colleague).handedInReviews.ofReceivedApplication(received)).toMatchObject({
      review: {
        id: reviewId,
        headline: 'A solid CV',
        readCharacters: 40_000,
        readUpTo: 'Led nine people',
      },
    })
    expect(await as(candidate).handedInReviews.ofOwnApplication({ applicationId })).toEqual({
      reviewId,
    })
  })

  test.each([
    ['is not wanted', false, true],
    ['is not there', true, false],
  ])('hands in none when it %s', async (_, includeReview, isReviewed) => {
    const { candidate, colleague, wanted, fileId, here } = await scene()
    const chosen = isReviewed ? fileId : await createCv(candidate)
    const { applicationId } = await as(candidate).applications.apply({
      ...wanted,
      fileId: chosen,
      includeReview,
    })
    const received = { ...here, applicationId }
    expect(await as(colleague).applications.readReceived(received)).toMatchObject({ score: null })
    expect(await as(colleague).handedInReviews.ofReceivedApplication(received)).toEqual({
      review: null,
    })
    expect(await as(candidate).handedInReviews.ofOwnApplication({ applicationId })).toEqual({
      reviewId: null,
    })
  })
})

describe('access', () => {
  test('a review is read by recruiters of that organization, as part of the application', async () => {
    const { colleague, stranger, reviewId, received, applicationId } = await applied()
    const outsider = await createPerson()
    const elsewhere = await createTenant(outsider)
    const read = { organizationSlug: elsewhere.slug, applicationId }
    for (const attempt of [
      () => as(outsider).handedInReviews.ofReceivedApplication(read),
      () => as(outsider).handedInReviews.ofReceivedApplication(received),
      () => as(stranger).handedInReviews.ofReceivedApplication(received),
      () => as(stranger).handedInReviews.ofOwnApplication({ applicationId }),
      () => as(colleague).handedInReviews.ofOwnApplication({ applicationId }),
      () => as(colleague).cvReview.read({ reviewId }),
      () => as(colleague).cvReview.remove({ reviewId }),
    ]) {
      await expect(attempt()).rejects.toThrow(refused('NOT_FOUND'))
    }
  })

  test('a review is taken back with the application', async () => {
    const { candidate, colleague, tenant, received, applicationId, reviewId } = await applied()
    await as(candidate).applications.withdraw({ applicationId })
    expect(await as(colleague).applications.readReceived(received)).toMatchObject({ score: null })
    expect(await as(colleague).handedInReviews.ofReceivedApplication(received)).toEqual({
      review: null,
    })
    const seen = await asUser({ userId: colleague.id, organizationId: tenant.id }, async (tx) => [
      ...(await tx.select({ id: cvReview.id }).from(cvReview)),
      ...(await tx.select({ id: handedInReview.reviewId }).from(handedInReview)),
    ])
    expect(seen).toEqual([])
    expect(await as(candidate).handedInReviews.ofOwnApplication({ applicationId })).toEqual({
      reviewId,
    })
  })

  test('the database takes an own review, with the application and never after it', async () => {
    const { candidate, stranger, tenant, opening, fileId, reviewId } = await scene()
    const foreign = await createReview(stranger, await createCv(stranger))
    const send = (id: string, review: Partial<typeof handedInReview.$inferInsert>) =>
      asUser({ userId: candidate.id }, async (tx) => {
        await tx.insert(application).values({
          id,
          organizationId: tenant.id,
          jobId: opening.id,
          userId: candidate.id,
          fileId,
          candidateName: 'Clara',
          candidateEmail: candidate.email,
        })
        await tx.insert(handedInReview).values(rowOf(id, review))
      })
    const rowOf = (applicationId: string, review: Partial<typeof handedInReview.$inferInsert>) => ({
      organizationId: tenant.id,
      applicationId,
      userId: candidate.id,
      reviewId,
      ...review,
    })
    const broken = (constraint: string) => ({ cause: { constraint } })
    const first = Bun.randomUUIDv7()
    await expect(send(first, { reviewId: foreign })).rejects.toMatchObject(
      broken('handed_in_review_of_candidate'),
    )
    await expect(send(first, { userId: stranger.id, reviewId: foreign })).rejects.toMatchObject(
      broken('handed_in_review_with_own_application'),
    )
    const elsewhere = await createTenant(stranger)
    await expect(send(first, { organizationId: elsewhere.id })).rejects.toMatchObject(
      broken('handed_in_review_with_own_application'),
    )
    // Nothing of the refused attempts was stored.
    await send(first, {})
    await asSystem('test: an application without its review', (tx) =>
      tx.delete(handedInReview).where(eq(handedInReview.applicationId, first)),
    )
    const later = asUser({ userId: candidate.id }, (tx) =>
      tx.insert(handedInReview).values(rowOf(first, {})),
    )
    await expect(later).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('deleting', () => {
  test('a review that was handed in stays, and an unused one leaves its CV to the application', async () => {
    const { candidate, fileId, reviewId } = await applied()
    const unused = await createReview(candidate, fileId)
    const remove = (id: string) => as(candidate).cvReview.remove({ reviewId: id })
    await expect(remove(reviewId)).rejects.toThrow(refused('REVIEW_IN_USE'))
    expect(await remove(unused)).toEqual({ fileDeleted: false })
    expect(await as(candidate).cvReview.read({ reviewId })).toMatchObject({ status: 'done' })
  })

  test('the last review of a CV that was handed in alone is deleted without the CV', async () => {
    const { candidate, wanted, reviewId, fileId } = await scene()
    await as(candidate).applications.apply({ ...wanted, includeReview: false })
    expect(await as(candidate).cvReview.remove({ reviewId })).toEqual({ fileDeleted: false })
    expect((await as(candidate).files.list()).map(({ id }) => id)).toEqual([fileId])
  })

  test('an account leaves with the reviews that it handed in', async () => {
    const { candidate, reviewId } = await applied()
    await deleteAccount(candidate)
    expect(await rowsLeftOf(candidate.id)).toEqual([])
    expect(await rowsLeftOf(reviewId)).toEqual([])
  })
})

describe('recruiters', () => {
  test('sort by score, on the list and on the board', async () => {
    const { colleague, here, wanted } = await applied()
    const add = async (name: string, score: number | null) => {
      const person = await createPerson({ name })
      const fileId = await createCv(person)
      if (score !== null) await createReview(person, fileId, score)
      await as(person).applications.apply({ ...wanted, name, fileId })
    }
    await add('Best', 93)
    await add('Silent', null)
    const order = async (sort: '-score' | 'score') =>
      (await as(colleague).applications.pipeline({ ...here, sort })).applications.map(
        ({ name }) => name,
      )
    expect(await order('-score')).toEqual(['Best', 'Clara Candidate', 'Silent'])
    expect(await order('score')).toEqual(['Clara Candidate', 'Best', 'Silent'])
    const { columns } = await as(colleague).applications.board({ ...here, sort: '-score' })
    expect(columns.new.map(({ name, score }) => [name, score])).toEqual([
      ['Best', 93],
      ['Clara Candidate', 71],
      ['Silent', null],
    ])
  })

  test('go through a list that is sorted by score', async () => {
    const { colleague, here, wanted, tenant, received } = await applied()
    const other = await createJob(tenant)
    for (const [name, score, jobSlug] of [
      ['Ada', 93, wanted.jobSlug],
      ['Bo', null, wanted.jobSlug],
      ['Cy', 93, wanted.jobSlug],
      ['Di', 40, wanted.jobSlug],
      ['Ed', null, wanted.jobSlug],
      ['Fay', 70, other.slug],
    ] as const) {
      const person = await createPerson({ name })
      const fileId = await createCv(person)
      if (score !== null) await createReview(person, fileId, score)
      await as(person).applications.apply({ ...wanted, jobSlug, name, fileId })
    }
    await as(colleague).applications.move({ ...received, from: 'new', to: 'in_review' })
    const walk = (asked: object) => walkThroughPipeline(as(colleague), { ...here, ...asked })
    for (const sort of ['-score', 'score'] as const) {
      expect(await walk({ sort })).toBe(7)
      expect(await walk({ sort, status: 'new' })).toBe(6)
      expect(await walk({ sort, jobId: other.id })).toBe(1)
      expect(await walk({ sort, q: 'd', status: 'new' })).toBeGreaterThan(1)
    }

    // Its place is kept when it has left the list.
    const list = { ...here, status: 'new', sort: '-score' } as const
    const { applications } = await as(colleague).applications.pipeline(list)
    const [first, second, third] = applications.map(({ id }) => id)
    if (!second) throw new Error('The list is too short.')
    const one = { ...here, applicationId: second }
    await as(colleague).applications.move({ ...one, from: 'new', to: 'in_review' })
    expect(
      await as(colleague).applications.readReceived({ ...list, applicationId: second }),
    ).toMatchObject({ status: 'in_review', previousId: first, nextId: third })
  })
})

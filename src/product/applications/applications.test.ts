import { beforeAll, describe, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import { application, applicationEvent } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { job } from '#/product/jobs/tables.ts'
import { member } from '#/db/schema/organizations.ts'
import { firstName } from '#/i18n/first-name.ts'
import { nthMailTo, openInbox } from '../../../tests/auth-browser.ts'
import { tellMoves, walkThroughPipeline } from './test-world.ts'
import { createCv } from '../../../tests/files.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'
import { cardsPerColumn } from './contract.ts'

beforeAll(openInbox)

const refused = (code: string) => expect.objectContaining({ code })

/** A tenant with a published job, and somebody with a CV. */
async function scene() {
  const [owner, colleague, candidate, stranger] = await Promise.all([
    createPerson({ name: 'Olga Owner' }),
    createPerson({ name: 'Mia Member' }),
    createPerson({ name: 'Clara Candidate' }),
    createPerson({ name: 'Sam Stranger' }),
  ])
  const tenant = await createTenant(owner, 'Birch')
  await join(tenant, colleague, 'member')
  const opening = await createJob(tenant)
  const fileId = await createCv(candidate)
  const here = { organizationSlug: tenant.slug }
  const wanted = {
    jobSlug: opening.slug,
    name: 'Clara Candidate',
    fileId,
    coverNote: 'I like bread.',
  }
  return { owner, colleague, candidate, stranger, tenant, opening, fileId, here, wanted }
}

const applied = async () => {
  const all = await scene()
  const { applicationId } = await as(all.candidate).applications.apply(all.wanted)
  return { ...all, applicationId }
}

describe('applying', () => {
  test('the form knows the person and their CVs', async () => {
    const { candidate, opening, fileId, stranger } = await scene()
    await createCv(candidate, 'permitted')
    const form = await as(candidate).applications.form({ jobSlug: opening.slug })
    expect(form).toMatchObject({
      job: { title: opening.title, company: 'Birch', isOpen: true },
      applicant: { name: 'Clara Candidate', email: candidate.email },
      existing: null,
    })
    expect(form.cvs.map(({ id }) => id)).toEqual([fileId])
    expect((await as(stranger).applications.form({ jobSlug: opening.slug })).cvs).toEqual([])
  })

  test('hands in the CV and the note, and writes to both sides', async () => {
    const { candidate, owner, colleague, here, wanted, fileId, opening } = await scene()
    await asSystem('test: somebody who reads German', (tx) =>
      tx.update(user).set({ locale: 'de' }).where(eq(user.id, owner.id)),
    )
    const { applicationId } = await as(candidate).applications.apply(wanted)
    const received = await as(colleague).applications.readReceived({ ...here, applicationId })
    expect(received).toMatchObject({
      name: 'Clara Candidate',
      email: candidate.email,
      status: 'new',
      coverNote: 'I like bread.',
      score: null,
      file: { id: fileId },
      job: { id: opening.id },
      steps: [{ from: null, to: 'new', actor: { kind: 'candidate', name: 'Clara Candidate' } }],
    })
    const confirmation = await nthMailTo(candidate.email, 1)
    expect(confirmation.subject).toContain(opening.title)
    expect(confirmation.link).toEndWith(`/applications/${applicationId}`)
    const news = await nthMailTo(owner.email, 1)
    expect(news.subject).toBe(`Clara Candidate hat sich beworben: ${opening.title}`)
    expect(news.link).toEndWith(`/o/${here.organizationSlug}/applications/${applicationId}`)
  })

  test('once for each job, also by two clicks at the same moment', async () => {
    const { candidate, wanted } = await scene()
    const outcomes = await Promise.allSettled([
      as(candidate).applications.apply(wanted),
      as(candidate).applications.apply(wanted),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [own] = await as(candidate).applications.mine()
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({
      code: 'ALREADY_APPLIED',
      data: { applicationId: own?.id },
    })
    expect(await as(candidate).applications.form({ jobSlug: wanted.jobSlug })).toMatchObject({
      existing: { id: own?.id, status: 'new', createdAt: own?.createdAt },
    })
  })

  test.each([
    ['closed', { status: 'closed' as const }],
    ['past its last day', { closesAt: new Date(Date.now() - 1_000) }],
  ])('not for a job that is %s', async (_, changed) => {
    const { candidate, wanted, opening } = await scene()
    await asSystem('test: close the job', (tx) =>
      tx.update(job).set(changed).where(eq(job.id, opening.id)),
    )
    await expect(as(candidate).applications.apply(wanted)).rejects.toThrow(refused('JOB_CLOSED'))
    await expect(as(candidate).applications.form({ jobSlug: wanted.jobSlug })).rejects.toThrow(
      refused('JOB_CLOSED'),
    )
  })

  test('a draft does not exist', async () => {
    const { candidate, wanted, tenant } = await scene()
    const draft = await createJob(tenant, { status: 'draft', publishedAt: null })
    const input = { ...wanted, jobSlug: draft.slug }
    await expect(as(candidate).applications.apply(input)).rejects.toThrow(refused('NOT_FOUND'))
    await expect(as(candidate).applications.form(input)).rejects.toThrow(refused('NOT_FOUND'))
  })

  test('not with the file of somebody else, nor with one that was never checked', async () => {
    const { candidate, stranger, wanted } = await scene()
    const stolen = await createCv(candidate)
    await expect(as(stranger).applications.apply({ ...wanted, fileId: stolen })).rejects.toThrow(
      refused('CV_NOT_FOUND'),
    )
    const unchecked = await createCv(candidate, 'permitted')
    await expect(
      as(candidate).applications.apply({ ...wanted, fileId: unchecked }),
    ).rejects.toThrow(refused('CV_NOT_FOUND'))
    expect(await as(stranger).applications.mine()).toEqual([])
  })

  test('a visitor has to sign in', async () => {
    const { wanted } = await scene()
    await expect(as(null).applications.apply(wanted)).rejects.toThrow(refused('UNAUTHORIZED'))
  })
})

describe('the candidate', () => {
  test('follows the status, and still reads the job when it is closed', async () => {
    const { candidate, colleague, here, applicationId, opening } = await applied()
    await as(colleague).applications.move({ ...here, applicationId, from: 'new', to: 'in_review' })
    await as(colleague).jobs.manage.close({ ...here, jobId: opening.id })
    expect(await as(candidate).applications.mine()).toMatchObject([
      { id: applicationId, status: 'in_review', job: { title: opening.title, isOpen: false } },
    ])
    const own = await as(candidate).applications.read({ applicationId })
    expect(own.steps.map(({ from, to }) => [from, to])).toEqual([
      [null, 'new'],
      ['new', 'in_review'],
    ])
    expect(JSON.stringify(own)).not.toContain('Mia')
  })

  test('withdraws, which nobody can move any more', async () => {
    const { candidate, colleague, here, applicationId } = await applied()
    await as(candidate).applications.withdraw({ applicationId })
    // A second click changes nothing.
    await as(candidate).applications.withdraw({ applicationId })
    const received = await as(colleague).applications.readReceived({ ...here, applicationId })
    expect(received).toMatchObject({ status: 'withdrawn', file: null, score: null })
    expect(received.steps).toHaveLength(2)
    await expect(
      as(colleague).applications.move({ ...here, applicationId, from: 'withdrawn', to: 'offer' }),
    ).rejects.toMatchObject({ code: 'STATUS_CHANGED', data: { status: 'withdrawn' } })
  })

  test('cannot withdraw from what is decided', async () => {
    const { candidate, colleague, here, applicationId } = await applied()
    await as(colleague).applications.move({ ...here, applicationId, from: 'new', to: 'rejected' })
    await expect(as(candidate).applications.withdraw({ applicationId })).rejects.toThrow(
      refused('ALREADY_DECIDED'),
    )
  })

  test('nobody else reads or withdraws it as theirs, a recruiter included', async () => {
    const { owner, stranger, applicationId } = await applied()
    for (const person of [owner, stranger]) {
      await expect(as(person).applications.read({ applicationId })).rejects.toThrow(
        refused('NOT_FOUND'),
      )
      await expect(as(person).applications.withdraw({ applicationId })).rejects.toThrow(
        refused('NOT_FOUND'),
      )
    }
  })

  test('cannot promote themselves, not even in the database', async () => {
    const { candidate, applicationId } = await applied()
    const promotion = asUser({ userId: candidate.id }, (tx) =>
      tx.update(application).set({ status: 'hired' }).where(eq(application.id, applicationId)),
    )
    await expect(promotion).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('write nothing into its history that only a recruiter can decide', async () => {
    const { candidate, tenant, applicationId } = await applied()
    const claim = asUser({ userId: candidate.id }, (tx) =>
      tx.insert(applicationEvent).values({
        organizationId: tenant.id,
        applicationId,
        actorId: candidate.id,
        toStatus: 'offer',
      }),
    )
    await expect(claim).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('the recruiters', () => {
  test('move it, with a record of who did, and a kind mail where it matters', async () => {
    const { candidate, colleague, here, applicationId } = await applied()
    const move = (
      from: 'new' | 'in_review' | 'interview',
      to: 'in_review' | 'interview' | 'rejected',
    ) => as(colleague).applications.move({ ...here, applicationId, from, to })
    await nthMailTo(candidate.email, 1)
    await move('new', 'in_review')
    await move('in_review', 'interview')
    await tellMoves(applicationId)
    expect((await nthMailTo(candidate.email, 2)).subject).toBe('Birch would like to meet you')
    await move('interview', 'rejected')
    await tellMoves(applicationId)
    expect((await nthMailTo(candidate.email, 3)).text).toContain('thank you for your interest')
    const { steps } = await as(colleague).applications.readReceived({ ...here, applicationId })
    expect(steps.map(({ from, to, actor }) => [from, to, actor.name])).toEqual([
      [null, 'new', 'Clara Candidate'],
      ['new', 'in_review', 'Mia Member'],
      ['in_review', 'interview', 'Mia Member'],
      ['interview', 'rejected', 'Mia Member'],
    ])
  })

  test('read the mail that a step sends before they take it, in the candidate’s language', async () => {
    const { candidate, colleague, here, applicationId, wanted } = await applied()
    await asSystem('test: a candidate who reads German, and is called otherwise at home', (tx) =>
      tx.update(user).set({ locale: 'de', name: 'Private' }).where(eq(user.id, candidate.id)),
    )
    const announced = await as(colleague).applications.mailOfMove({
      ...here,
      applicationId,
      to: 'rejected',
    })
    expect(announced).toMatchObject({ locale: 'de', subject: 'Deine Bewerbung bei Birch' })
    expect(announced.text).toStartWith(`Hallo ${firstName(wanted.name)}, `)
    await nthMailTo(candidate.email, 1)
    await as(colleague).applications.move({ ...here, applicationId, from: 'new', to: 'rejected' })
    await tellMoves(applicationId)
    const sent = await nthMailTo(candidate.email, 2)
    expect(sent.subject).toBe(announced.subject)
    expect(sent.text.replaceAll(/\s+/g, ' ')).toContain(announced.text)
  })

  test('two who move it at the same moment: one wins, the other is told', async () => {
    const { owner, colleague, here, applicationId } = await applied()
    const input = { ...here, applicationId, from: 'new' as const }
    const outcomes = await Promise.allSettled([
      as(owner).applications.move({ ...input, to: 'offer' }),
      as(colleague).applications.move({ ...input, to: 'rejected' }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toEqual(
      refused('STATUS_CHANGED'),
    )
    const events = await asSystem('test: what is on record', (tx) =>
      tx
        .select({ id: applicationEvent.id })
        .from(applicationEvent)
        .where(eq(applicationEvent.applicationId, applicationId)),
    )
    expect(events).toHaveLength(2)
  })

  test('filter by job, status and name, with the number in each status', async () => {
    const { candidate, colleague, tenant, here, applicationId, opening } = await applied()
    const other = await createPerson({ name: 'Percy 100%_Sure' })
    const second = await createJob(tenant, { title: 'Baker' })
    await as(other).applications.apply({
      jobSlug: second.slug,
      name: 'Percy 100%_Sure',
      fileId: await createCv(other),
      coverNote: '',
    })
    await as(colleague).applications.move({ ...here, applicationId, from: 'new', to: 'interview' })
    const read = (asked: object) => as(colleague).applications.pipeline({ ...here, ...asked })
    const names = async (asked: object) => (await read(asked)).applications.map(({ name }) => name)
    expect(await read({})).toMatchObject({
      counts: { new: 1, in_review: 0, interview: 1, withdrawn: 0 },
      jobs: [{ title: opening.title }, { title: 'Baker' }],
      pageCount: 1,
    })
    expect(await names({})).toEqual(['Percy 100%_Sure', 'Clara Candidate'])
    expect(await names({ status: 'interview' })).toEqual(['Clara Candidate'])
    expect(await names({ jobId: second.id })).toEqual(['Percy 100%_Sure'])
    expect(await names({ q: 'CLARA' })).toEqual(['Clara Candidate'])
    expect(await names({ q: candidate.email.slice(0, 36) })).toEqual(['Clara Candidate'])
    // What the user typed is text, not a pattern.
    expect(await names({ q: '100%_' })).toEqual(['Percy 100%_Sure'])
    expect(await names({ q: 'c%a' })).toEqual([])
    expect((await read({ status: 'interview', jobId: second.id })).counts).toMatchObject({
      new: 1,
      interview: 0,
    })
  })

  test('sort by date, and see the open ones on a board that is bounded', async () => {
    const { colleague, here, applicationId, wanted, tenant } = await applied()
    const add = async (name: string) => {
      const person = await createPerson({ name })
      await as(person).applications.apply({ ...wanted, name, fileId: await createCv(person) })
    }
    await add('Second')
    await add('Third')
    const order = async (sort?: '-received' | 'received') =>
      (await as(colleague).applications.pipeline({ ...here, sort })).applications.map(
        ({ name }) => name,
      )
    expect(await order()).toEqual(['Third', 'Second', 'Clara Candidate'])
    expect(await order('received')).toEqual(['Clara Candidate', 'Second', 'Third'])

    await as(colleague).applications.move({ ...here, applicationId, from: 'new', to: 'hired' })
    const { columns, counts } = await as(colleague).applications.board(here)
    expect(columns.new.map(({ name }) => name)).toEqual(['Third', 'Second'])
    expect([columns.in_review, columns.interview, columns.offer]).toEqual([[], [], []])
    expect(counts).toMatchObject({ new: 2, hired: 1 })
    const other = await createJob(tenant)
    const { columns: none } = await as(colleague).applications.board({ ...here, jobId: other.id })
    expect(none.new).toEqual([])

    for (let index = 0; index < cardsPerColumn; index++) await add(`Person ${index}`)
    const full = await as(colleague).applications.board(here)
    expect(full.columns.new).toHaveLength(cardsPerColumn)
    expect(full.counts.new).toBe(cardsPerColumn + 2)
  })

  test('go through the list that one came from, in its order and with its filters', async () => {
    const { colleague, here, applicationId, wanted, tenant } = await applied()
    const add = async (name: string, jobSlug = wanted.jobSlug) => {
      const person = await createPerson({ name })
      const fileId = await createCv(person)
      await as(person).applications.apply({ ...wanted, jobSlug, name, fileId })
    }
    for (const name of ['Ada', 'Bo', 'Cy', 'Di', 'Ed']) await add(name)
    const other = await createJob(tenant)
    await add('Fay', other.slug)
    await as(colleague).applications.move({ ...here, applicationId, from: 'new', to: 'in_review' })

    const walk = (asked: object) => walkThroughPipeline(as(colleague), { ...here, ...asked })
    expect(await walk({})).toBe(7)
    for (const sort of ['-received', 'received'] as const) {
      expect(await walk({ sort })).toBe(7)
      expect(await walk({ sort, status: 'new' })).toBe(6)
      expect(await walk({ sort, jobId: other.id })).toBe(1)
      expect(await walk({ sort, q: 'd', status: 'new' })).toBeGreaterThan(1)
    }

    // Its place is kept when it has left the list.
    const list = { ...here, status: 'new', sort: 'received' } as const
    const { applications } = await as(colleague).applications.pipeline(list)
    const [first, second, third] = applications.map(({ id }) => id)
    if (!second) throw new Error('The list is too short.')
    await as(colleague).applications.move({
      ...here,
      applicationId: second,
      from: 'new',
      to: 'in_review',
    })
    expect(
      await as(colleague).applications.readReceived({ ...list, applicationId: second }),
    ).toMatchObject({ status: 'in_review', previousId: first, nextId: third })
  })

  test('of another organisation, and a stranger, learn and change nothing', async () => {
    const { applicationId, stranger, opening, here: theirs } = await applied()
    const mine = await scene()
    const missing = Bun.randomUUIDv7()
    const said = async (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'something',
        (error: { toJSON: () => object }) => JSON.stringify(error.toJSON()),
      )
    const me = as(mine.owner)
    const to = 'rejected' as const
    const from = 'new' as const
    for (const id of [applicationId, missing]) {
      expect(await said(me.applications.readReceived({ ...mine.here, applicationId: id }))).toBe(
        await said(me.applications.readReceived({ ...mine.here, applicationId: missing })),
      )
      expect(await said(me.applications.move({ ...mine.here, applicationId: id, from, to }))).toBe(
        await said(me.applications.move({ ...mine.here, applicationId: missing, from, to })),
      )
    }
    expect(await me.applications.pipeline({ ...mine.here, jobId: opening.id })).toMatchObject({
      applications: [],
      jobs: [],
    })
    for (const person of [mine.owner, stranger]) {
      await expect(as(person).applications.pipeline(theirs)).rejects.toThrow(refused('NOT_FOUND'))
      await expect(
        as(person).applications.move({ ...theirs, applicationId, from, to }),
      ).rejects.toThrow(refused('NOT_FOUND'))
    }
    const [row] = await asSystem('test: as it was', (tx) =>
      tx
        .select({ status: application.status })
        .from(application)
        .where(eq(application.id, applicationId)),
    )
    expect(row).toEqual({ status: 'new' })
  })

  test('who was removed is outside with the next call', async () => {
    const { colleague, here, applicationId } = await applied()
    await as(colleague).applications.readReceived({ ...here, applicationId })
    await asSystem('test: remove a member', (tx) =>
      tx.delete(member).where(eq(member.userId, colleague.id)),
    )
    await expect(
      as(colleague).applications.readReceived({ ...here, applicationId }),
    ).rejects.toThrow(refused('NOT_FOUND'))
    await expect(
      as(colleague).applications.move({ ...here, applicationId, from: 'new', to: 'offer' }),
    ).rejects.toThrow(refused('NOT_FOUND'))
  })
})

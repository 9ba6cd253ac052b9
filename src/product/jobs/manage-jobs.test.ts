import { describe, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { job } from './tables.ts'
import { trailOf } from '../../../tests/audit.ts'
import { createJob } from './test-world.ts'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'
import { jobFields, type JobFields } from './job-fields.ts'
import type { JobOrder } from './job-orders.ts'
import { jobSlug } from './job-slug.ts'

const fields: JobFields = {
  title: 'Baker of bread',
  department: 'Bakery',
  location: 'Leipzig',
  country: 'DE',
  workplace: 'onsite',
  employmentType: 'full_time',
  salaryMin: 30_000,
  salaryMax: 40_000,
  salaryCurrency: 'EUR',
  salaryPeriod: 'year',
  skills: ['Sourdough', 'Rye'],
  summary: 'Bake the bread of a whole quarter.',
  description: '## What you do\n\nYou bake.',
  closesOn: undefined,
}
const emptyDraft = {
  ...fields,
  location: '',
  country: '',
  summary: '',
  description: '',
  skills: [],
}
const refused = (code: string) => expect.objectContaining({ code })

async function bakery() {
  const [owner, colleague, stranger] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson(),
  ])
  const tenant = await createTenant(owner, 'Bakery')
  await join(tenant, colleague, 'member')
  const here = { organizationSlug: tenant.slug }
  return { owner, colleague, stranger, tenant, here, jobs: as(colleague).jobs.manage }
}

describe('a job from draft to the board and away', () => {
  test('any member writes, publishes and closes it', async () => {
    const { jobs, here } = await bakery()
    const { jobId } = await jobs.create({ ...here, fields })
    const draft = await jobs.read({ ...here, jobId })
    expect(draft).toMatchObject({ status: 'draft', publishedAt: null, fields })
    await expect(as(null).jobs.read({ slug: draft.slug })).rejects.toThrow(refused('NOT_FOUND'))

    const { slug } = await jobs.publish({ ...here, jobId })
    expect(await as(null).jobs.read({ slug })).toMatchObject({
      title: 'Baker of bread',
      salary: { min: 30_000, max: 40_000 },
      skills: ['Sourdough', 'Rye'],
    })
    await jobs.close({ ...here, jobId })
    await expect(as(null).jobs.read({ slug })).rejects.toThrow(refused('JOB_CLOSED'))
    expect(await jobs.publish({ ...here, jobId })).toEqual({ slug })
    expect(await jobs.list(here)).toMatchObject({
      jobs: [{ id: jobId, status: 'published' }],
      counts: { draft: 0, published: 1, closed: 0 },
      publishedLimit: 3,
      plan: 'starter',
    })
  })

  test('its address follows the title of a draft, and stays once it was public', async () => {
    const { jobs, here } = await bakery()
    const { jobId } = await jobs.create({ ...here, fields })
    const first = await jobs.read({ ...here, jobId })
    expect(first.slug).toMatch(/^baker-of-bread-[a-z2-9]{6}$/)
    const { updatedAt } = await jobs.update({
      ...here,
      jobId,
      updatedAt: first.updatedAt,
      fields: { ...fields, title: 'Pâtissière (m/w/d)' },
    })
    const renamed = await jobs.read({ ...here, jobId })
    expect(renamed.slug).toBe(`patissiere-m-w-d-${first.slug.slice(-6)}`)
    expect(renamed.updatedAt).toEqual(updatedAt)
    await jobs.publish({ ...here, jobId })
    const published = await jobs.read({ ...here, jobId })
    await jobs.update({ ...here, jobId, updatedAt: published.updatedAt, fields })
    expect((await jobs.read({ ...here, jobId })).slug).toBe(renamed.slug)
  })

  test('a draft may be half written, what is public may not', async () => {
    const { jobs, here } = await bakery()
    const { jobId } = await jobs.create({ ...here, fields: emptyDraft })
    await expect(jobs.publish({ ...here, jobId })).rejects.toMatchObject({
      code: 'JOB_INCOMPLETE',
      data: { missing: ['location', 'country', 'summary', 'description'] },
    })
    const { updatedAt } = await jobs.read({ ...here, jobId })
    await jobs.update({ ...here, jobId, updatedAt, fields })
    await jobs.publish({ ...here, jobId })
    const published = await jobs.read({ ...here, jobId })
    await expect(
      jobs.update({
        ...here,
        jobId,
        updatedAt: published.updatedAt,
        fields: { ...fields, summary: ' ' },
      }),
    ).rejects.toMatchObject({ code: 'JOB_INCOMPLETE', data: { missing: ['summary'] } })
  })

  test('an edit of a stale copy is refused, also when two save at the same moment', async () => {
    const { jobs, here, owner } = await bakery()
    const { jobId } = await jobs.create({ ...here, fields })
    const { updatedAt } = await jobs.read({ ...here, jobId })
    const save = (who: typeof jobs, title: string) =>
      who.update({ ...here, jobId, updatedAt, fields: { ...fields, title } })
    const outcomes = await Promise.allSettled([
      save(jobs, 'The first title'),
      save(as(owner).jobs.manage, 'The second title'),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toEqual(
      refused('JOB_CHANGED'),
    )
  })

  test('the last day to apply is kept as that day', async () => {
    const { jobs, here } = await bakery()
    const closing = { ...fields, closesOn: '2031-05-20' }
    const { jobId } = await jobs.create({ ...here, fields: closing })
    const read = await jobs.read({ ...here, jobId })
    expect(read.fields.closesOn).toBe('2031-05-20')
    expect(read.closesAt).toEqual(new Date('2031-05-20T23:59:59Z'))
  })

  test('the preview is as safe as the public page', async () => {
    const { jobs, here } = await bakery()
    const description = '**Hi** <script>alert(1)</script> [x](javascript:alert(1))'
    const { html } = await jobs.preview({ ...here, description })
    expect(html).toContain('<strong>Hi</strong>')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('javascript:')
  })
})

describe('the list', () => {
  test('is ordered by the day that it shows, drafts first, or by the column that was asked for', async () => {
    const { jobs, here, tenant } = await bakery()
    const day = (number: number) => new Date(Date.UTC(2026, 0, number))
    const given = [
      { title: 'Old', status: 'closed', publishedAt: day(1), updatedAt: day(9) },
      { title: 'new', status: 'published', publishedAt: day(3), updatedAt: day(4) },
      { title: 'Middle', status: 'published', publishedAt: day(2), updatedAt: day(8) },
      { title: 'Late draft', status: 'draft', publishedAt: null, createdAt: day(6) },
      { title: 'Early draft', status: 'draft', publishedAt: null, createdAt: day(5) },
    ] as const
    for (const row of given) await createJob(tenant, row)
    const titles = async (sort?: JobOrder) =>
      (await jobs.list({ ...here, sort })).jobs.map(({ title }) => title)
    const newestFirst = ['Late draft', 'Early draft', 'new', 'Middle', 'Old']
    expect(await titles()).toEqual(newestFirst)
    expect(await titles('published')).toEqual(['Old', 'Middle', 'new', 'Late draft', 'Early draft'])
    expect(await titles('title')).toEqual(['Early draft', 'Late draft', 'Middle', 'new', 'Old'])
  })
})

describe('the plan', () => {
  test('lets three be published, also when many are published at the same moment', async () => {
    const { jobs, here } = await bakery()
    const drafts = await Promise.all(
      Array.from({ length: 6 }, () => jobs.create({ ...here, fields })),
    )
    const outcomes = await Promise.allSettled(
      drafts.map(({ jobId }) => jobs.publish({ ...here, jobId })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({
          code: 'PUBLISHED_JOBS_LIMIT_REACHED',
          data: { limit: 3 },
        })
      }
    }
    const { counts, jobs: all } = await jobs.list(here)
    expect(counts).toEqual({ draft: 3, published: 3, closed: 0 })
    const published = all.find(({ status }) => status === 'published')
    const draft = all.find(({ status }) => status === 'draft')
    if (!published || !draft) throw new Error('There are three of each.')
    await jobs.close({ ...here, jobId: published.id })
    await jobs.publish({ ...here, jobId: draft.id })
    await expect(jobs.publish({ ...here, jobId: published.id })).rejects.toThrow(
      refused('PUBLISHED_JOBS_LIMIT_REACHED'),
    )
  })

  test('counts no job whose last day has passed, until it is published again', async () => {
    const { jobs, here, tenant, colleague, owner } = await bakery()
    const closesAt = new Date(Date.now() - 60_000)
    const [past] = await Promise.all([1, 2, 3].map(() => createJob(tenant, { closesAt })))
    if (!past) throw new Error('There are three.')
    expect((await jobs.list(here)).counts).toEqual({ draft: 0, published: 0, closed: 3 })
    expect((await jobs.list({ ...here, status: 'published' })).jobs).toEqual([])
    for (let published = 0; published < 3; published++) {
      const { jobId } = await jobs.create({ ...here, fields })
      await jobs.publish({ ...here, jobId })
    }
    expect((await jobs.list(here)).counts).toEqual({ draft: 0, published: 3, closed: 3 })
    expect(await as(colleague).organizations.mine()).toMatchObject([{ numbers: { open_jobs: 3 } }])
    const usage = await as(owner).billing.usage(here)
    expect(usage.find(({ name }) => name === 'published_jobs')).toMatchObject({ used: 3, limit: 3 })

    const publish = () => jobs.publish({ ...here, jobId: past.id })
    await expect(publish()).rejects.toThrow(refused('PUBLISHED_JOBS_LIMIT_REACHED'))
    // Nor does a later last day open it by itself.
    const { updatedAt, fields: written } = await jobs.read({ ...here, jobId: past.id })
    const later = { ...written, closesOn: '2999-01-01' }
    await jobs.update({ ...here, jobId: past.id, updatedAt, fields: later })
    expect(await jobs.read({ ...here, jobId: past.id })).toMatchObject({ status: 'closed' })
    await expect(publish()).rejects.toThrow(refused('PUBLISHED_JOBS_LIMIT_REACHED'))
    const [open] = (await jobs.list({ ...here, status: 'published' })).jobs
    await jobs.close({ ...here, jobId: open?.id ?? '' })
    await publish()
    expect(await jobs.read({ ...here, jobId: past.id })).toMatchObject({ status: 'published' })
  })

  test('and the trail are told when a job that its last day closed is published again', async () => {
    const { jobs, here, tenant } = await bakery()
    const { id: jobId } = await createJob(tenant, { closesAt: new Date(Date.now() - 60_000) })
    await jobs.publish({ ...here, jobId })
    expect(await jobs.read({ ...here, jobId })).toMatchObject({
      status: 'published',
      closesAt: null,
    })
    const told = await trailOf(tenant)
    expect(told.slice(-2).map(({ action }) => action)).toEqual(['job.closed', 'job.published'])
  })

  test('of a team has more places', async () => {
    const { jobs, here, tenant } = await bakery()
    await asSystem('test: pay for Team', (tx) =>
      tx.insert(subscription).values({
        id: Bun.randomUUIDv7(),
        plan: 'team',
        referenceId: tenant.id,
        status: 'trialing',
      }),
    )
    for (let published = 0; published < 4; published++) {
      const { jobId } = await jobs.create({ ...here, fields })
      await jobs.publish({ ...here, jobId })
    }
    expect(await jobs.list(here)).toMatchObject({ publishedLimit: 100, plan: 'team' })
  })
})

describe('who may', () => {
  test('only those who run it delete a draft, and nobody what was public', async () => {
    const { jobs, here, owner } = await bakery()
    const { jobId } = await jobs.create({ ...here, fields })
    await expect(jobs.removeDraft({ ...here, jobId })).rejects.toThrow(refused('FORBIDDEN'))
    await as(owner).jobs.manage.removeDraft({ ...here, jobId })
    await expect(jobs.read({ ...here, jobId })).rejects.toThrow(refused('NOT_FOUND'))
    const { jobId: second } = await jobs.create({ ...here, fields })
    await jobs.publish({ ...here, jobId: second })
    await jobs.close({ ...here, jobId: second })
    await expect(as(owner).jobs.manage.removeDraft({ ...here, jobId: second })).rejects.toThrow(
      refused('NOT_A_DRAFT'),
    )
  })

  test('a stranger and a visitor reach nothing', async () => {
    const { here, stranger, jobs } = await bakery()
    const { jobId } = await jobs.create({ ...here, fields })
    const theirs = as(stranger).jobs.manage
    await expect(theirs.list(here)).rejects.toThrow(refused('NOT_FOUND'))
    await expect(theirs.read({ ...here, jobId })).rejects.toThrow(refused('NOT_FOUND'))
    await expect(theirs.create({ ...here, fields })).rejects.toThrow(refused('NOT_FOUND'))
    await expect(theirs.preview({ ...here, description: 'x' })).rejects.toThrow(
      refused('NOT_FOUND'),
    )
    await expect(as(null).jobs.manage.list(here)).rejects.toThrow(refused('UNAUTHORIZED'))
  })

  test.each(['draft', 'published', 'closed'] as const)(
    'a member of another organisation does nothing with its %s job',
    async (status) => {
      const { here, owner } = await bakery()
      const theirs = await bakery()
      const { id: jobId } = await createJob(theirs.tenant, { status })
      const mine = as(owner).jobs.manage
      const before = await rowOf(jobId)
      const input = { ...here, jobId }
      const attempts = [
        () => mine.read(input),
        () => mine.update({ ...input, fields, updatedAt: before.updatedAt }),
        () => mine.publish(input),
        () => mine.close(input),
        () => mine.removeDraft(input),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toThrow(refused('NOT_FOUND'))
      expect(await rowOf(jobId)).toEqual(before)
    },
  )
})

describe('the fields', () => {
  test.each([
    ['one end of a salary', { salaryMax: undefined }],
    ['a range the wrong way round', { salaryMin: 50_000, salaryMax: 40_000 }],
    ['a fraction of a euro', { salaryMin: 1.5 }],
    ['a country that is none', { country: 'Germany' }],
    ['a day that is none', { closesOn: '2031-02-30' }],
    ['an empty skill', { skills: [' '] }],
    ['a title of two letters', { title: 'ab' }],
  ])('%s is refused', (_, wrong) =>
    expect(jobFields.safeParse({ ...fields, ...wrong }).success).toBe(false),
  )

  test('a title without letters still makes an address', () =>
    expect(jobSlug('日本')).toMatch(/^job-[a-z2-9]{6}$/))
})

async function rowOf(jobId: string) {
  const [row] = await asSystem('test: a job as it is stored', (tx) =>
    tx.select().from(job).where(eq(job.id, jobId)),
  )
  if (!row) throw new Error('The job is gone.')
  return row
}

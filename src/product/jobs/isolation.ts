import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { job, jobRecruiter } from './tables.ts'
import { organization, organizationProfile } from '#/db/schema/organizations.ts'
import {
  addToTable,
  defineIsolation,
  expectProcedures,
  expectTable,
  interleavedRows,
} from '../../../tests/isolation/feature-isolation.ts'
import { inA } from '../../../tests/isolation/given.ts'
import { a, b, mint, people, secretOf } from '../../../tests/isolation/world.ts'
import type { jobsContract } from './contract.ts'

const { admin, member } = people
export const jobIds = {
  draft: mint(),
  published: mint(),
  unasked: mint(),
  closed: mint(),
  draftOfB: mint(),
  closedOfB: mint(),
}
export const slugOf = (jobId: string) => `nurse-${jobId}`

export const draftOf = (organizationId: string, id: string, secret = '') => ({
  id,
  organizationId,
  slug: slugOf(id),
  title: `Nurse ${secret}`,
  summary: `Care for people ${secret}`,
  description: `Night shifts ${secret}`,
  skills: secret ? [secret] : [],
  location: 'Köln',
  country: 'DE',
  workplace: 'onsite' as const,
  employmentType: 'full_time' as const,
})
const published = { status: 'published' as const, publishedAt: new Date() }
const closed = { status: 'closed' as const, publishedAt: new Date() }
export const publishedJob = (organizationId: string, id: string) => ({
  ...draftOf(organizationId, id),
  ...published,
})

/** As the form of a new job sends them. */
export const jobFields = {
  title: 'Night nurse',
  department: '',
  location: 'Köln',
  country: 'DE',
  workplace: 'onsite' as const,
  employmentType: 'full_time' as const,
  salaryCurrency: 'EUR' as const,
  salaryPeriod: 'year' as const,
  skills: [],
  summary: 'Nights',
  description: 'Nights',
}

/** Adds drafts of A, and returns their ids. */
export async function addDrafts(count: number): Promise<string[]> {
  const drafts = Array.from({ length: count }, () => ({
    ...draftOf(a.id, mint(), secretOf.a),
    salaryMin: 900_000,
    salaryMax: 990_000,
  }))
  await asSystem('test: add drafts', (tx) => tx.insert(job).values(drafts))
  return drafts.map(({ id }) => id)
}

export const publishOne = ([id = '']: string[]) =>
  asSystem('test: publish one', (tx) => tx.update(job).set(published).where(eq(job.id, id)))

export const isolation = defineIsolation({
  world:
    'A hires: it has a draft, two published jobs and a closed one. B has a draft and a closed job that never was published.',
  tables: [
    expectTable(job)({
      rows: {
        'draft of A': draftOf(a.id, jobIds.draft, secretOf.a),
        'published by A': publishedJob(a.id, jobIds.published),
        'published by A, too': publishedJob(a.id, jobIds.unasked),
        'closed by A': { ...draftOf(a.id, jobIds.closed), ...closed },
        'draft of B': draftOf(b.id, jobIds.draftOfB, secretOf.b),
        // Never published: a company that once was public keeps its page.
        'closed by B': { ...draftOf(b.id, jobIds.closedOfB), status: 'closed' as const },
      },
      adds: () => ({
        'a draft for A': draftOf(a.id, mint()),
        'a published one for A': publishedJob(a.id, mint()),
        'a draft for B': draftOf(b.id, mint()),
      }),
      grants:
        'select, insert, update (slug, status, title, summary, description, department, location, country, workplace, employment_type, skills, salary_min, salary_max, salary_currency, salary_period, published_at, closes_at, updated_at), delete',
      grid: `
                                 nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        draft of A               -       -        -         -      -         -     -        -         -          ru      rud    rud
        published by A           r       r        r         r      r         r     r        r         r          ru      rud    rud
        published by A, too      r       r        r         r      r         r     r        r         r          ru      rud    rud
        closed by A              -       -        -         -      -         -     -        -         -          ru      rud    rud
        draft of B               -       -        -         rud    -         rud   -        -         -          -       -      -
        closed by B              -       -        -         rud    -         rud   -        -         -          -       -      -
        + a draft for A          -       -        -         -      -         -     -        -         -          c       c      c
        + a published one for A  -       -        -         -      -         -     -        -         -          c       c      c
        + a draft for B          -       -        -         c      -         c     -        -         -          -       -      -
      `,
      recorded: ['DELETE', 'INSERT', 'UPDATE'],
      structure: {
        otherIndexes: {
          job_public: 'the public board, of all organisations',
          job_search: 'the public board, of all organisations',
          job_slug_unique: 'the public address of a job names no organisation',
        },
        compositeKeys: { job_organization_id_id: 'UNIQUE (organization_id, id)' },
      },
    }),
    expectTable(jobRecruiter)({
      rows: {
        "the member's, in A": { organizationId: a.id, jobId: jobIds.published, userId: member.id },
        "B's owner's": { organizationId: b.id, jobId: jobIds.closedOfB, userId: people.rival.id },
      },
      adds: () => ({
        "the member's, in A": { organizationId: a.id, jobId: jobIds.draft, userId: member.id },
        "the admin's, in A": { organizationId: a.id, jobId: jobIds.draft, userId: admin.id },
        "the member's, at B's job in A's name": {
          organizationId: a.id,
          jobId: jobIds.draftOfB,
          userId: member.id,
        },
      }),
      grants: 'select, insert',
      grid: `
                                                nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the member's, in A                      -       -        -         -      -         -     -        -         -          r       r      r
        B's owner's                             -       -        -         r      -         r     -        -         -          -       -      -
        + the member's, in A                    -       -        -         -      -         -     -        -         -          c       -      -
        + the admin's, in A                     -       -        -         -      -         -     -        -         -          -       c      -
        + the member's, at B's job in A's name  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'who hears of applications; the work itself is recorded',
      structure: {
        compositeKeys: {
          job_recruiter_job_of_tenant:
            'FOREIGN KEY (organization_id, job_id) REFERENCES job(organization_id, id) ON DELETE CASCADE',
          job_recruiter_pk: 'PRIMARY KEY (organization_id, job_id, user_id)',
        },
      },
    }),
  ],
  tableAdditions: [
    addToTable(organization, {
      instead: `
           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        A  r       r        r         r      r         r     r        r         r          r       r      r
      `,
    }),
    addToTable(organizationProfile, {
      instead: `
             nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        A's  r       r        r         r      r         r     r        r         r          r       ru     ru
      `,
    }),
  ],
  procedures: [
    expectProcedures<typeof jobsContract>('jobs', {
      calls: {
        search: {
          'for the text of a draft': () => ({ q: secretOf.a }),
          'of A': (given) => ({ company: [given(a.slug)] }),
        },
        read: {
          'a draft': (given) => ({ slug: given(slugOf(jobIds.draft)) }),
          'a published one': (given) => ({ slug: given(slugOf(jobIds.published)) }),
          'a closed one': (given) => ({ slug: given(slugOf(jobIds.closed)) }),
        },
        company: (given) => ({ slug: given(a.slug) }),
        manage: {
          list: inA,
          read: (given) => ({ ...inA(given), jobId: given(jobIds.draft) }),
          create: (given) => ({ ...inA(given), fields: jobFields }),
          update: (given) => ({
            ...inA(given),
            jobId: given(jobIds.draft),
            fields: jobFields,
            updatedAt: new Date(0),
          }),
          publish: (given) => ({ ...inA(given), jobId: given(jobIds.draft) }),
          close: (given) => ({ ...inA(given), jobId: given(jobIds.published) }),
          removeDraft: (given) => ({ ...inA(given), jobId: given(jobIds.draft) }),
          preview: (given) => ({ ...inA(given), description: 'Nights' }),
        },
      },
      grid: `
                                              anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        jobs.search, for the text of a draft  200        200      200       200    200      200       200        200     200    200
        jobs.search, of A                     200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
        jobs.read, a draft                    404        404      404       404    404      404       404        404     404    404
        jobs.read, a published one            200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
        jobs.read, a closed one               410*       410*     410*      410*   410*     410*      410*       410*    410*   410*
        jobs.company                          200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
        jobs.manage.list                      401        401      404       404    404      404       404        200*    200*   200*
        jobs.manage.read                      401        401      404       404    404      404       404        200*    200*   200*
        jobs.manage.create                    401        401      404       404    404      404       404        200*    200*   200*
        jobs.manage.update                    401        401      404       404    404      404       404        409*    409*   409*
        jobs.manage.publish                   401        401      404       404    404      404       404        200*    200*   200*
        jobs.manage.close                     401        401      404       404    404      404       404        200*    200*   200*
        jobs.manage.removeDraft               401        401      404       404    404      404       404        403*    200*   200*
        jobs.manage.preview                   401        401      404       404    404      404       404        200*    200*   200*
      `,
      recorded: {
        'jobs.manage.create': ['job.created'],
        'jobs.manage.update':
          'the text of a job opens nothing to anybody; who publishes it is recorded',
        'jobs.manage.publish': ['job.published'],
        'jobs.manage.close': ['job.closed'],
        'jobs.manage.removeDraft': ['job.deleted'],
        'jobs.manage.preview': 'changes nothing',
      },
    }),
  ],
  interleaved: [
    interleavedRows(job, {
      of: 'tenant',
      id: job.id,
      owner: job.organizationId,
      text: job.title,
      row: (ownerId, id, title) => ({ ...draftOf(ownerId, id), title }),
      hidden: eq(job.status, 'draft'),
      change: { department: 'taken' },
    }),
  ],
  foreign: {
    jobId: jobIds.draftOfB,
    'jobs.read.slug': slugOf(jobIds.draftOfB),
    'jobs.company.slug': b.slug,
    'jobs.search.company': b.slug,
  },
  addresses: { jobId: jobIds.draft, jobSlug: slugOf(jobIds.published), slug: a.slug },
  provenBesides: [
    'Fifty drafts more change no byte of search results, numbers, facets and the sitemap; an expression that fails on a hidden row is not evaluated on it (`src/product/jobs/hidden-jobs.test.ts`).',
  ],
  accessTests: ['.'],
  equivalentMutants: {
    'policy job_member_changes: with check, always':
      'The column organization_id is not granted for an update, so that a row keeps the tenant that USING found.',
  },
  definerFunctions: { search_published_jobs: ['app_user'] },
})

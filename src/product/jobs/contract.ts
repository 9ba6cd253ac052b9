import { z } from 'zod'
import { contract } from '#/rpc/base-contract.ts'
import { employmentTypes, limits, parseBoardSearch, sortings, workplaces } from './board-search.ts'
import { manageJobsContract } from './manage-contract.ts'

const choice = z.string().min(1).max(limits.choice)

export const boardSearch = z
  .object({
    q: z.string().max(limits.text).optional(),
    workplace: z.array(z.enum(workplaces)).max(limits.choices).optional(),
    type: z.array(z.enum(employmentTypes)).max(limits.choices).optional(),
    country: z.array(z.string().length(2)).max(limits.choices).optional(),
    company: z.array(choice).max(limits.choices).optional(),
    skill: z.array(choice).max(limits.choices).optional(),
    salary: z.coerce.number().int().positive().max(limits.salary).optional(),
    currency: z.string().length(3).optional(),
    sort: z.enum(sortings).optional(),
    page: z.coerce.number().int().positive().max(limits.page).optional(),
  })
  .transform((asked) => parseBoardSearch(asked))

export const salary = z.object({
  min: z.number().int(),
  max: z.number().int(),
  currency: z.string(),
  period: z.enum(['year', 'month', 'hour']),
})
export type Salary = z.infer<typeof salary>

/** A published job, as a line of a list. */
export const listedJob = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  department: z.string(),
  location: z.string(),
  country: z.string(),
  workplace: z.enum(workplaces),
  employmentType: z.enum(employmentTypes),
  skills: z.array(z.string()),
  salary: salary.nullable(),
  publishedAt: z.date(),
  company: z.object({ name: z.string(), slug: z.string() }),
})
export type ListedJob = z.infer<typeof listedJob>

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }))
export type Facet = z.infer<typeof facet>

export const board = z.object({
  jobs: z.array(listedJob),
  total: z.number().int(),
  page: z.number().int(),
  pageCount: z.number().int(),
  /** How many jobs each choice would show, with all the other filters as they are. */
  facets: z.object({
    workplace: facet,
    type: facet,
    country: facet,
    company: facet,
    skill: facet,
    currency: facet,
  }),
})
export type Board = z.infer<typeof board>

const companyProfile = z.object({
  name: z.string(),
  slug: z.string(),
  about: z.string(),
  website: z.string().nullable(),
  location: z.string().nullable(),
  industry: z.string().nullable(),
})
export type CompanyProfile = z.infer<typeof companyProfile>

export const publicJob = listedJob.extend({
  /** HTML made from the recruiter's Markdown: safe to show as it is. */
  descriptionHtml: z.string(),
  closesAt: z.date().nullable(),
  company: companyProfile,
  similar: z.array(listedJob),
})
export type PublicJob = z.infer<typeof publicJob>

const slug = z.string()

export const jobsContract = {
  search: contract
    .route({ method: 'GET', path: '/jobs', summary: 'Search published jobs', tags: ['Jobs'] })
    .input(boardSearch)
    .output(board),
  read: contract
    .route({ method: 'GET', path: '/jobs/{slug}', summary: 'Read a published job', tags: ['Jobs'] })
    .input(z.object({ slug }))
    .output(publicJob)
    .errors({
      /** It was public once, and takes no more applications. */
      JOB_CLOSED: { status: 410, data: z.object({ title: z.string(), company: z.string() }) },
    }),
  company: contract
    .route({
      method: 'GET',
      path: '/companies/{slug}',
      summary: 'Read the profile of a company that is hiring, and its jobs',
      tags: ['Jobs'],
    })
    .input(z.object({ slug }))
    .output(companyProfile.extend({ jobs: z.array(listedJob) })),
  /** For the members of the organisation that publishes them. */
  manage: manageJobsContract,
}

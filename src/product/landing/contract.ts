import { z } from 'zod'
import { listedJob } from '#/product/jobs/contract.ts'
import { contract } from '#/rpc/base-contract.ts'

const landingFacts = z.object({
  figures: z.object({
    jobs: z.number().int(),
    companies: z.number().int(),
    countries: z.number().int(),
    withSalary: z.number().int(),
  }),
  /** The newest. */
  jobs: z.array(listedJob),
})
export type LandingFacts = z.infer<typeof landingFacts>

export const landingContract = {
  facts: contract
    .route({
      method: 'GET',
      path: '/landing',
      summary: 'Count the board and read its newest jobs',
      tags: ['Jobs'],
    })
    .output(landingFacts),
}

import { z } from 'zod'
import { contract } from '#/rpc/base-contract.ts'

export const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
  organizations: z.array(z.object({ slug: z.string(), name: z.string(), role: z.string() })),
})

export type Account = z.infer<typeof account>

export const identityContract = {
  /** Who is signed in, and where they work; null for a visitor. */
  me: contract
    .route({ method: 'GET', path: '/me', summary: 'Who is signed in', tags: ['Account'] })
    .output(account.nullable()),
}

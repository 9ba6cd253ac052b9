import { z } from 'zod'
import { roles } from '#/auth/organization-roles.ts'
import { contract } from '#/rpc/base-contract.ts'

const platformRole = z.enum(['user', 'admin'])

/** `search` is looked for anywhere in names and addresses; pages count from 1. */
export const listInput = z.object({
  search: z.string().trim().max(100).default(''),
  page: z.coerce.number().int().min(1).max(400).default(1),
})
export type ListInput = z.infer<typeof listInput>

const listOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), total: z.number().int(), page: z.number().int() })

const userRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: platformRole,
  state: z.enum(['active', 'unconfirmed', 'suspended']),
  createdAt: z.date(),
})
export type UserRow = z.infer<typeof userRow>

const organizationRow = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  members: z.number().int(),
  /** Numbers by the names that features give them. */
  numbers: z.record(z.string(), z.number().int()),
  isPublic: z.boolean(),
  plan: z.string().nullable(),
  createdAt: z.date(),
})
export type OrganizationRow = z.infer<typeof organizationRow>

const subscriptionRow = z.object({
  id: z.string(),
  plan: z.string(),
  status: z.string(),
  payer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), id: z.string(), name: z.string() }),
    z.object({ kind: z.literal('organization'), slug: z.string(), name: z.string() }),
    z.object({ kind: z.literal('gone') }),
  ]),
  seats: z.number().int().nullable(),
  periodEnd: z.date().nullable(),
  /** Cancelled: its last day. */
  endsAt: z.date().nullable(),
})
export type SubscriptionRow = z.infer<typeof subscriptionRow>

const userDetails = userRow.extend({
  locale: z.string(),
  suspension: z.object({ reason: z.string(), until: z.date().nullable() }).nullable(),
  sessions: z.array(
    z.object({
      id: z.string(),
      address: z.string().nullable(),
      userAgent: z.string().nullable(),
      signedInAt: z.date(),
      expiresAt: z.date(),
    }),
  ),
  memberships: z.array(z.object({ slug: z.string(), name: z.string(), role: z.enum(roles) })),
  subscriptions: z.array(subscriptionRow.omit({ payer: true })),
})
export type UserDetails = z.infer<typeof userDetails>

export const suspendInput = z.object({
  userId: z.string().max(100),
  reason: z.string().trim().min(3).max(500),
  /** Without end when left out. */
  days: z.number().int().min(1).max(3_650).optional(),
})

/** In the form no end is 0 days. */
export const suspendForm = suspendInput
  .omit({ userId: true })
  .extend({ days: z.coerce.number().int().min(0).max(3_650) })

export const roleInput = z.object({ userId: z.string().max(100), role: platformRole })

const tags = ['Administration']
const ofUser = z.object({ userId: z.string().max(100) })

export const adminContract = {
  users: contract
    .route({ method: 'GET', path: '/admin/users', summary: 'All accounts', tags })
    .input(listInput)
    .output(listOf(userRow)),

  user: contract
    .route({ method: 'GET', path: '/admin/users/{userId}', summary: 'One account', tags })
    .input(ofUser)
    .output(userDetails),

  /** Ends every session of the person at once. */
  suspend: contract
    .route({
      method: 'PUT',
      path: '/admin/users/{userId}/suspension',
      summary: 'Suspend an account',
      tags,
    })
    .input(suspendInput)
    .errors({ CANNOT_SUSPEND_YOURSELF: { status: 409 }, CANNOT_SUSPEND_ADMIN: { status: 409 } }),

  restore: contract
    .route({
      method: 'DELETE',
      path: '/admin/users/{userId}/suspension',
      summary: 'Lift a suspension',
      tags,
    })
    .input(ofUser),

  setRole: contract
    .route({
      method: 'PUT',
      path: '/admin/users/{userId}/role',
      summary: 'Grant or take the platform role',
      tags,
    })
    .input(roleInput)
    .errors({
      /** At least one active admin is left. */
      LAST_ADMIN: { status: 409 },
      /** Only a confirmed account that is not suspended becomes an admin. */
      NOT_ACTIVE: { status: 409 },
    }),

  organizations: contract
    .route({ method: 'GET', path: '/admin/organizations', summary: 'All organisations', tags })
    .input(listInput)
    .output(listOf(organizationRow)),

  subscriptions: contract
    .route({ method: 'GET', path: '/admin/subscriptions', summary: 'All subscriptions', tags })
    .input(listInput)
    .output(listOf(subscriptionRow)),
}

import { z } from 'zod'
import { roles } from '#/auth/organization-roles.ts'
import { contract, inOrganization } from '#/rpc/base-contract.ts'
import { invitationFields, newOrganizationFields, profileFields } from './organization-fields.ts'

const role = z.enum(roles)
const id = z.string().min(1).max(100)

export const membership = z.object({
  organizationId: z.string(),
  name: z.string(),
  slug: z.string(),
  role,
})
export type Membership = z.infer<typeof membership>

const numbers = z.record(z.string(), z.number().int())

const ownOrganization = z.object({
  slug: z.string(),
  name: z.string(),
  role,
  /** Numbers by the names that features give them. */
  numbers,
})
export type OwnOrganization = z.infer<typeof ownOrganization>

const profile = z.object({
  name: z.string(),
  slug: z.string(),
  website: z.string().nullable(),
  location: z.string().nullable(),
  industry: z.string().nullable(),
  about: z.string(),
  /** It has a page that everybody may see. */
  isPublic: z.boolean(),
  /** What would be lost with it. */
  holds: z.object({ members: z.number().int(), numbers }),
})
export type OrganizationProfile = z.infer<typeof profile>

const colleague = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  joinedAt: z.date(),
})
export type Colleague = z.infer<typeof colleague>

const pendingInvitation = z.object({
  id: z.string(),
  email: z.string(),
  role,
  invitedBy: z.string().nullable(),
  expiresAt: z.date(),
  isExpired: z.boolean(),
})
export type PendingInvitation = z.infer<typeof pendingInvitation>

const receivedInvitation = z.object({
  id: z.string(),
  state: z.enum(['pending', 'expired', 'cancelled', 'accepted', 'declined']),
  organization: z.object({ name: z.string(), slug: z.string() }),
  invitedBy: z.string(),
  email: z.string(),
  role,
  expiresAt: z.date(),
})
export type ReceivedInvitation = z.infer<typeof receivedInvitation>

const tags = ['Organisations']
const lastOwner = { LAST_OWNER: { status: 409, message: 'An organisation keeps an owner.' } }
const notSent = {
  ALREADY_MEMBER: { status: 409 },
  TOO_MANY_INVITATIONS: { status: 409 },
  /** The inbox has got its invitations for today. */
  INVITED_TOO_OFTEN: { status: 429, data: z.object({ retryAfterSeconds: z.number().int() }) },
}
const oneMember = inOrganization.extend({ memberId: id })
const oneInvitation = inOrganization.extend({ invitationId: id })

export const organizationsContract = {
  /** How the person who asks belongs to the organisation of the URL; NOT_FOUND for a stranger. */
  membership: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/membership',
      summary: 'Your role in an organisation',
      tags,
    })
    .input(inOrganization)
    .output(membership),

  /** By name, with what waits in each. */
  mine: contract
    .route({ method: 'GET', path: '/organizations', summary: 'List your organisations', tags })
    .output(z.array(ownOrganization)),

  /** Whoever creates it is its first owner. */
  create: contract
    .route({ method: 'POST', path: '/organizations', summary: 'Create an organisation', tags })
    .input(newOrganizationFields)
    .output(z.object({ slug: z.string() }))
    .errors({ SLUG_TAKEN: { status: 409 }, TOO_MANY_ORGANIZATIONS: { status: 409 } }),

  profile: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}',
      summary: 'Read the profile of an organisation',
      tags,
    })
    .input(inOrganization)
    .output(profile),

  update: contract
    .route({
      method: 'PUT',
      path: '/organizations/{organizationSlug}',
      summary: 'Change the profile of an organisation',
      tags,
    })
    .input(inOrganization.extend(profileFields.shape)),

  /** With its jobs, applications and members. */
  remove: contract
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/delete',
      summary: 'Delete an organisation',
      tags,
    })
    .input(inOrganization.extend({ typedName: z.string().max(100) }))
    .errors({
      NAME_DIFFERS: { status: 422 },
      HAS_SUBSCRIPTION: { status: 409 },
      /** Whether something could still be charged is not known; nothing was deleted. */
      PAYMENT_PROVIDER_FAILED: { status: 503 },
    }),

  members: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/members',
      summary: 'List the members',
      tags,
    })
    .input(inOrganization)
    .output(z.array(colleague)),

  changeRole: contract
    .route({
      method: 'PUT',
      path: '/organizations/{organizationSlug}/members/{memberId}/role',
      summary: 'Change the role of a member',
      tags,
    })
    .input(oneMember.extend({ role }))
    .errors(lastOwner),

  removeMember: contract
    .route({
      method: 'DELETE',
      path: '/organizations/{organizationSlug}/members/{memberId}',
      summary: 'Remove a member',
      tags,
    })
    .input(oneMember)
    .errors(lastOwner),

  leave: contract
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/leave',
      summary: 'Leave an organisation',
      tags,
    })
    .input(inOrganization)
    .errors(lastOwner),

  /** Those that nobody has answered yet; expired ones can be sent again. */
  invitations: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/invitations',
      summary: 'List the open invitations',
      tags,
    })
    .input(inOrganization)
    .output(z.array(pendingInvitation)),

  /** An open invitation to the same address is replaced; the same one, asked for twice, is sent once. */
  invite: contract
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/invitations',
      summary: 'Invite somebody by email',
      tags,
    })
    .input(inOrganization.extend(invitationFields.shape))
    .errors(notSent),

  resendInvitation: contract
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/invitations/{invitationId}/resend',
      summary: 'Send an invitation again',
      tags,
    })
    .input(oneInvitation)
    .errors(notSent),

  cancelInvitation: contract
    .route({
      method: 'DELETE',
      path: '/organizations/{organizationSlug}/invitations/{invitationId}',
      summary: 'Cancel an invitation',
      tags,
    })
    .input(oneInvitation),

  /** For whoever has the link of the mail, signed in or not. */
  invitation: contract
    .route({
      method: 'GET',
      path: '/invitations/{invitationId}',
      summary: 'Read an invitation that you received',
      tags,
    })
    .input(z.object({ invitationId: id }))
    .output(receivedInvitation),

  answerInvitation: contract
    .route({
      method: 'POST',
      path: '/invitations/{invitationId}/answer',
      summary: 'Accept or decline an invitation',
      tags,
    })
    .input(z.object({ invitationId: id, answer: z.enum(['accept', 'decline']) }))
    .output(z.object({ organizationSlug: z.string() }))
    .errors({
      INVITATION_GONE: { status: 410 },
      /** It was sent to another address than that of the account. */
      OTHER_RECIPIENT: { status: 403 },
      ORGANIZATION_FULL: { status: 409 },
    }),
}

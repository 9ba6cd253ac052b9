import { implement } from '@orpc/server'
import { highestRole } from '#/auth/permissions.ts'
import type { Context } from '#/rpc/context.server.ts'
import {
  anyone,
  organizationManager,
  organizationMember,
  organizationOwner,
  signedIn,
} from '#/rpc/who-may-call.server.ts'
import { organizationsContract } from './contract.ts'
import { createOrganization } from './create-organization.server.ts'
import { deleteOrganization } from './delete-organization.server.ts'
import { cancelInvitation, invite, listInvitations, resendInvitation } from './invite.server.ts'
import { changeRole, leaveOrganization, listMembers, removeMember } from './members.server.ts'
import { readProfile, updateProfile } from './organization-profile.server.ts'
import { listOwnOrganizations } from './own-organizations.server.ts'
import { answerInvitation, readReceivedInvitation } from './received-invitation.server.ts'

const server = implement(organizationsContract).$context<Context>()

export const organizationsProcedures = {
  membership: server.membership.use(organizationMember).handler(({ context }) => ({
    ...context.membership,
    role: highestRole(context.membership.role),
  })),

  mine: server.mine.use(signedIn).handler(({ context }) => listOwnOrganizations(context.user.id)),
  create: server.create
    .use(signedIn)
    .handler(({ context, input }) => createOrganization(context.user.id, input)),
  profile: server.profile
    .use(organizationManager)
    .handler(({ context }) => readProfile(context.actor)),
  update: server.update
    .use(organizationManager)
    .handler(({ context, input }) => updateProfile(context.membership, input)),
  remove: server.remove
    .use(organizationOwner)
    .handler(({ context, input }) => deleteOrganization(context.membership, input.typedName)),

  members: server.members
    .use(organizationMember)
    .handler(({ context }) => listMembers(context.actor)),
  changeRole: server.changeRole
    .use(organizationManager)
    .handler(({ context, input }) => changeRole(context.headers, context.actor, input)),
  removeMember: server.removeMember
    .use(organizationManager)
    .handler(({ context: { headers, actor, membership }, input }) =>
      removeMember(headers, { ...actor, role: highestRole(membership.role) }, input.memberId),
    ),
  leave: server.leave
    .use(organizationMember)
    .handler(({ context }) => leaveOrganization(context.headers, context.actor)),

  invitations: server.invitations
    .use(organizationManager)
    .handler(({ context }) => listInvitations(context.actor)),
  invite: server.invite
    .use(organizationManager)
    .handler(({ context, input }) => invite(context.actor, input)),
  resendInvitation: server.resendInvitation
    .use(organizationManager)
    .handler(({ context, input }) => resendInvitation(context.actor, input.invitationId)),
  cancelInvitation: server.cancelInvitation
    .use(organizationManager)
    .handler(({ context, input }) => cancelInvitation(context.actor, input.invitationId)),

  invitation: server.invitation
    .use(anyone)
    .handler(({ input }) => readReceivedInvitation(input.invitationId)),
  answerInvitation: server.answerInvitation
    .use(signedIn)
    .handler(({ context, input }) => answerInvitation(context.user, input)),
}

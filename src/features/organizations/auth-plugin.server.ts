import { organization } from 'better-auth/plugins'
import { queueMail } from '#/adapters/mail.server.ts'
import { organizationAccess, organizationRoles } from '#/auth/permissions.ts'
import { invitationMail } from '#/emails/account-mails.tsx'
import { env } from '#/env.server.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'

/** Tenants, memberships and invitations; the plugin owns their tables and rules. */
export const organizationsPlugin = () =>
  organization({
    ac: organizationAccess,
    roles: organizationRoles,
    creatorRole: 'owner',
    // create-organization.server.ts does, in one transaction.
    allowUserToCreateOrganization: false,
    membershipLimit: 500,
    invitationExpiresIn: 60 * 60 * 48,
    cancelPendingInvitationsOnReInvite: true,
    requireEmailVerificationOnInvitation: true,
    sendInvitationEmail: async ({ id, email, inviter, organization: tenant }) => {
      const { locale } = inviter.user as { locale?: unknown }
      const mail = await invitationMail({
        locale: isLocale(locale) ? locale : baseLocale,
        inviter: inviter.user.name,
        organization: tenant.name,
        url: `${env.APP_URL}/invitations/${id}`,
      })
      await queueMail({ to: email, ...mail })
    },
  })

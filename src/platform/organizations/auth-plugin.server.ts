import { organization } from 'better-auth/plugins'
import { organizationAccess, organizationRoles } from '#/auth/permissions.ts'

/**
 * The plugin owns the tables, and the rules of who changes whose role and who leaves. What has to
 * hold when several do it at once (creating an organisation, inviting, joining) is a transaction of
 * ours.
 */
export const organizationsPlugin = () =>
  organization({
    ac: organizationAccess,
    roles: organizationRoles,
    creatorRole: 'owner',
    allowUserToCreateOrganization: false,
  })

import { admin } from 'better-auth/plugins'

/** Platform admins: `role` on the account, bans, impersonation. A ban ends every session at once. */
export const adminPlugin = () => admin({ adminRoles: ['admin'], defaultRole: 'user' })

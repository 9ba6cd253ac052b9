import { type Role, roles } from '#/auth/organization-roles.ts'
import { m } from '#/i18n/messages.ts'

const names = {
  owner: m.identity_role_owner,
  admin: m.identity_role_admin,
  member: m.identity_role_member,
}
const hints = {
  owner: m.organizations_role_owner_hint,
  admin: m.organizations_role_admin_hint,
  member: m.organizations_role_member_hint,
}

export const roleName = (role: Role) => names[role]()

/** What somebody may do with each role, the least first; an admin cannot hand out "owner". */
export const roleOptions = (mine: Role) =>
  roles
    .filter((role) => mine === 'owner' || role !== 'owner')
    .toReversed()
    .map((role) => ({ value: role, label: names[role](), hint: hints[role]() }))

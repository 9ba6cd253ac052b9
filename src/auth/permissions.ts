import { createAccessControl } from 'better-auth/plugins/access'
import {
  adminAc,
  defaultStatements,
  memberAc,
  ownerAc,
} from 'better-auth/plugins/organization/access'
import { roles } from './organization-roles.ts'

/**
 * What each role of an organisation may do beyond the row-level policies: the auth engine asks this
 * for roles and removal. Owners and admins manage people; members do the recruiting.
 */
export const organizationAccess = createAccessControl({ ...defaultStatements })
export const organizationRoles = { owner: ownerAc, admin: adminAc, member: memberAc }
export type OrganizationRole = keyof typeof organizationRoles

/** The auth engine stores several roles as "admin,member"; screens speak of the highest one. */
export function highestRole(stored: string): OrganizationRole {
  const held = stored.split(',')
  return roles.find((role) => held.includes(role)) ?? 'member'
}

import { m } from '#/i18n/messages.ts'
import type { AuditAction } from './contract.ts'

/** The kinds of event that one can ask for. */
export const groups = [
  'people',
  'organization',
  'jobs',
  'applications',
  'billing',
  'accounts',
  'administration',
  'trail',
] as const
export type ActionGroup = (typeof groups)[number]

const names: Record<ActionGroup, () => string> = {
  people: m.audit_group_people,
  organization: m.audit_group_organization,
  jobs: m.audit_group_jobs,
  applications: m.audit_group_applications,
  billing: m.audit_group_billing,
  accounts: m.audit_group_accounts,
  administration: m.audit_group_administration,
  trail: m.audit_group_trail,
}
export const groupName = (group: ActionGroup) => names[group]()

const beginnings: Record<ActionGroup, string[]> = {
  people: ['member.', 'invitation.'],
  organization: ['organization.'],
  jobs: ['job.'],
  applications: ['application.'],
  billing: ['subscription.'],
  accounts: ['account.', 'session.'],
  administration: ['user.', 'impersonation.'],
  trail: ['audit.'],
}

/** What can happen in an organisation; the rest stands in the site's own chain. */
export const groupsOfOrganization: ActionGroup[] = [
  'people',
  'organization',
  'jobs',
  'applications',
  'billing',
  'trail',
]

export const inGroup = (action: AuditAction, group: ActionGroup) =>
  beginnings[group].some((beginning) => action.startsWith(beginning))

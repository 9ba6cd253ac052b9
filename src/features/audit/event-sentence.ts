import { m } from '#/i18n/messages.ts'
import type { AuditAction, Named, TrailEvent } from './contract.ts'

type Said = { actor: string; subject: string }

const sentences: Record<AuditAction, (said: Said) => string> = {
  'organization.created': m.audit_organization_created,
  'organization.changed': m.audit_organization_changed,
  'organization.deleted': m.audit_organization_deleted,
  'invitation.sent': m.audit_invitation_sent,
  'invitation.accepted': m.audit_invitation_accepted,
  'invitation.declined': m.audit_invitation_declined,
  'invitation.cancelled': m.audit_invitation_cancelled,
  'member.added': m.audit_member_added,
  'member.role_changed': m.audit_member_role_changed,
  'member.removed': m.audit_member_removed,
  'member.left': m.audit_member_left,
  'job.created': m.audit_job_created,
  'job.published': m.audit_job_published,
  'job.unpublished': m.audit_job_unpublished,
  'job.closed': m.audit_job_closed,
  'job.deleted': m.audit_job_deleted,
  'application.moved': m.audit_application_moved,
  'application.withdrawn': m.audit_application_withdrawn,
  'application.deleted': m.audit_application_deleted,
  'application.cv_read': m.audit_application_cv_read,
  'subscription.started': m.audit_subscription_started,
  'subscription.changed': m.audit_subscription_changed,
  'subscription.cancelled': m.audit_subscription_cancelled,
  'subscription.restored': m.audit_subscription_restored,
  'subscription.ended': m.audit_subscription_ended,
  'account.created': m.audit_account_created,
  'account.email_confirmed': m.audit_account_email_confirmed,
  'account.email_changed': m.audit_account_email_changed,
  'account.password_changed': m.audit_account_password_changed,
  'account.password_reset': m.audit_account_password_reset,
  'account.deleted': m.audit_account_deleted,
  'session.started': m.audit_session_started,
  'session.ended': m.audit_session_ended,
  'user.role_changed': m.audit_user_role_changed,
  'user.suspended': m.audit_user_suspended,
  'user.restored': m.audit_user_restored,
  'impersonation.started': m.audit_impersonation_started,
  'impersonation.ended': m.audit_impersonation_ended,
  'audit.chain_started': m.audit_audit_chain_started,
  'audit.exported': m.audit_audit_exported,
}

/** What it is called when somebody did it to themselves. */
const ownSentences: Partial<Record<AuditAction, (said: Said) => string>> = {
  'member.added': m.audit_member_joined,
  'account.password_changed': m.audit_account_password_changed_own,
}

/** And when a known person did it to somebody else. */
const othersSentences: Partial<Record<AuditAction, (said: Said) => string>> = {
  'session.ended': m.audit_session_ended_by,
}

export const nameOf = (person: Named | null): string =>
  person ? (person.name ?? m.audit_gone()) : m.audit_system()

function subjectOf({ subject, organization }: TrailEvent): string {
  if (subject.name !== null) return subject.name
  if (subject.type === 'application') return m.audit_gone_candidate()
  if (subject.type === 'invitation') return m.audit_gone_address()
  if (subject.type === 'user') return m.audit_gone()
  return organization?.name ?? subject.id
}

/** What happened, as a person would say it. */
export function sentenceOf(event: TrailEvent): string {
  const { action, actor, subject } = event
  const special = actor && (actor.id === subject.id ? ownSentences : othersSentences)[action]
  const sentence = special ?? sentences[action]
  return sentence({ actor: nameOf(event.actor), subject: subjectOf(event) })
}

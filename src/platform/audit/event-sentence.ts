import { m } from '#/i18n/messages.ts'
import { groups } from './actions.ts'
import type { Named, TrailEvent } from './contract.ts'

export const nameOf = (person: Named | null): string =>
  person ? (person.name ?? m.audit_gone()) : m.audit_system()

function subjectOf({ subject, organization }: TrailEvent): string {
  if (subject.name !== null) return subject.name
  const gone = groups.find((group) => group.gone?.[subject.type])?.gone?.[subject.type]
  return gone?.() ?? organization?.name ?? subject.id
}

/** What happened, as a person would say it. */
export function sentenceOf(event: TrailEvent): string {
  const { action, actor, subject } = event
  const said = { actor: nameOf(actor), subject: subjectOf(event), after: event.after }
  const found = groups.find(({ actions }) => action in actions)?.actions[action]
  // A feature that is gone left its events behind.
  if (!found) return `${said.actor}: ${action} (${said.subject})`
  if (typeof found === 'function') return found(said)
  const isOneself = actor?.id === subject.id
  const special = actor && (isOneself ? found.oneself : found.somebodyElse)
  return (special ?? found.anybody)(said)
}

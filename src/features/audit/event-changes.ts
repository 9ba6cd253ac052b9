import { statuses } from '#/features/applications/application-statuses.ts'
import { stageName } from '#/features/applications/status-labels.ts'
import { roles } from '#/features/organizations/organization-fields.ts'
import { roleName } from '#/features/organizations/role-labels.ts'
import { m } from '#/i18n/messages.ts'
import { formatDate } from '#/ui/format-date.ts'
import { formatNumber } from '#/ui/format-number.ts'
import { groupName, groups } from './action-groups.ts'
import type { Fields, TrailEvent } from './contract.ts'

type Value = NonNullable<Fields>[string] | undefined
/** `from` and `to` are null where there is nothing on that side. */
export type Change = { label: string; from: string | null; to: string | null }

/** In this order; what is not here is in the sentence already. */
const labels = {
  name: m.audit_field_name,
  slug: m.audit_field_slug,
  role: m.audit_field_role,
  status: m.audit_field_status,
  plan: m.audit_field_plan,
  interval: m.audit_field_interval,
  seats: m.audit_field_seats,
  cancels: m.audit_field_cancels,
  until: m.audit_field_until,
  group: m.audit_filter_group,
  from: m.audit_filter_from,
}
type Field = keyof typeof labels

const words: Record<string, () => string> = {
  active: m.admin_status_active,
  trialing: m.admin_status_trialing,
  past_due: m.admin_status_past_due,
  canceled: m.admin_status_canceled,
  incomplete: m.admin_status_incomplete,
  month: m.audit_value_month,
  year: m.audit_value_year,
}

function readable(field: Field, value: Value): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? m.audit_value_yes() : m.audit_value_no()
  const role = field === 'role' && roles.find((known) => known === value)
  if (role) return roleName(role)
  const stage = field === 'status' && statuses.find((known) => known === value)
  if (stage) return stageName(stage)
  const group = field === 'group' && groups.find((known) => known === value)
  if (group) return groupName(group)
  if (field === 'until' && value.includes('T')) return formatDate(value, 'date', 'UTC')
  return words[value]?.() ?? value
}

/** The fields that an event made different. */
export function changesOf({ subject, before, after }: TrailEvent): Change[] {
  const known = Object.keys(labels).filter((key): key is Field => key in labels)
  return known.flatMap((field) => {
    // Draft, published, closed: the sentence says it.
    if (subject.type === 'job') return []
    const [was, is] = [before?.[field], after?.[field]]
    if (was === is) return []
    const [from, to] = [readable(field, was), readable(field, is)]
    return from === null && to === null ? [] : [{ label: labels[field](), from, to }]
  })
}

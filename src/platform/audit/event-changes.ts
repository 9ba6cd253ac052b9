import { m } from '#/i18n/messages.ts'
import { formatDate } from '#/ui/format-date.ts'
import { formatNumber } from '#/ui/format-number.ts'
import { groupNamed, groups } from './actions.ts'
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

function readable(field: Field, value: Value): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? m.audit_value_yes() : m.audit_value_no()
  if (field === 'group') return groupNamed(value)?.label() ?? value
  if (field === 'until' && value.includes('T')) return formatDate(value, 'date', 'UTC')
  for (const group of groups) {
    const called = group.value?.(field, value)
    if (called) return called
  }
  return value
}

/** The fields that an event made different. */
export function changesOf({ action, before: stored, after }: TrailEvent): Change[] {
  const group = groups.find(({ actions }) => action in actions)
  const before = group?.beginnings?.includes(action) ? null : stored
  const known = Object.keys(labels).filter((key): key is Field => key in labels)
  return known.flatMap((field) => {
    if (group?.saysAlready?.(action, field)) return []
    const [was, is] = [before?.[field], after?.[field]]
    if (was === is) return []
    const [from, to] = [readable(field, was), readable(field, is)]
    return from === to ? [] : [{ label: labels[field](), from, to }]
  })
}

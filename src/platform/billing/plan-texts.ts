import { features } from '#/features.ts'
import { formatNumber } from '#/ui/format-number.ts'
import { allowedBy } from './limit.ts'
import { type Plan, plans } from './plans.ts'

const limits = features.flatMap((feature) => feature.limits ?? [])
const gains = features.flatMap((feature) => feature.gains ?? [])

type Line = { order: number; text: string }
const inOrder = (lines: Line[]) =>
  lines.toSorted((one, other) => one.order - other.order).map(({ text }) => text)

const countedIn = (plan: Plan): Line[] =>
  limits.flatMap((limit) => {
    const allowed = allowedBy(plan, limit)
    if (allowed === undefined) return []
    return { order: limit.order, text: limit.words.gain({ count: formatNumber(allowed) }) }
  })

/** The limits of a plan, a line each. */
export const limitsOf = (plan: Plan): string[] => inOrder(countedIn(plan))

/** The limits of a plan and all else that it brings, a line each. */
export function gainsOf(plan: Plan): string[] {
  const others = gains
    .filter(({ of }) => of === plans[plan].audience)
    .map(({ order, label }) => ({ order, text: label() }))
  return inOrder([...countedIn(plan), ...others])
}

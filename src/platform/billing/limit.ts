import type { Plan } from './plans.ts'

type Words = {
  /** A line in the list of what one gets: "50 CV reviews a month". */
  gain: (given: { count: string }) => string
  /** Above the meter: "CV reviews". */
  label: () => string
  /** Below the meter, with the day of the next period. */
  note?: (given: { date: string }) => string
  /** Takes the place of the note once all is used. */
  usedUp?: (given: { date: string }) => string
}

type Of<Audience extends 'person' | 'organization', Plans extends Plan> = {
  /** Under which it is counted and stored. */
  name: string
  of: Audience
  /** The count begins anew then; null for what is there at the same time. */
  period: 'day' | 'month' | null
  allowed: Record<Plans, number>
  words: Words
  /** Among the lines of a plan. */
  order: number
}
export type PersonLimit = Of<'person', 'free' | 'pro'>
export type OrganizationLimit = Of<'organization', 'starter' | 'team'>

/** Something that plans allow so much of. A feature declares its own, and lists it in its feature.ts. */
export type Limit = PersonLimit | OrganizationLimit

/** Something that comes with every plan of an audience. */
export type Gain = { of: Limit['of']; label: () => string; order: number }

/** Undefined for a plan of the other audience. */
export const allowedBy = (plan: Plan, { allowed }: Limit): number | undefined =>
  Object.entries(allowed).find(([name]) => name === plan)?.[1]

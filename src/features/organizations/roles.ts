import type { Membership } from './contract.ts'

const ranks = ['owner', 'admin', 'member'] as const

/** The auth engine stores several roles as "admin,member"; screens speak of the highest one. */
export function highestRole(stored: string): Membership['role'] {
  const held = stored.split(',')
  return ranks.find((role) => held.includes(role)) ?? 'member'
}

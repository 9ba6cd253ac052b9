/**
 * The world of the isolation matrix: two tenants, and everybody who could be interested in the first
 * of them. Features add their rows in their own isolation.ts. Every id, slug and address ends in one
 * random tag, so that a row of this world is found again in any table, whoever added it.
 */
import type { Actor } from '#/db/access.server.ts'

export const tag = Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex')

let minted = 0
/** A new id, a valid UUIDv7. */
export const mint = () => `${(minted++).toString(16).padStart(8, '0')}-0000-7000-8000-${tag}`
/** Like one that was given out, but it never was. */
export const absent = `ffffffff-0000-7000-8000-${tag}`

const person = (name: string) => ({ id: mint(), name, email: `${name}@${tag}.example` })

export const people = {
  /** Has an account and rows of their own, and nothing to do with A. */
  stranger: person('stranger'),
  /** Owns B. */
  rival: person('rival'),
  /** A member of A and an owner of B. */
  both: person('both'),
  /** Was a member of A until a moment ago. */
  removed: person('removed'),
  /** Has an account and rows of their own, and deals with A from outside. */
  candidate: person('candidate'),
  member: person('member'),
  admin: person('admin'),
  owner: person('owner'),
  /** Runs the site, and is a member of nothing. */
  platform: person('platform'),
}
export type PersonName = keyof typeof people

/** Features may make A public. B never is, so nobody outside it knows of it. */
export const a = { id: mint(), name: `Acme ${tag}`, slug: `acme-${tag}` }
export const b = { id: mint(), name: `Birch ${tag}`, slug: `birch-${tag}` }

export const memberships = {
  member: { id: mint(), organizationId: a.id, userId: people.member.id, role: 'member' },
  admin: { id: mint(), organizationId: a.id, userId: people.admin.id, role: 'admin' },
  owner: { id: mint(), organizationId: a.id, userId: people.owner.id, role: 'owner' },
  bothInA: { id: mint(), organizationId: a.id, userId: people.both.id, role: 'member' },
  bothInB: { id: mint(), organizationId: b.id, userId: people.both.id, role: 'owner' },
  rival: { id: mint(), organizationId: b.id, userId: people.rival.id, role: 'owner' },
}

/** What each of them is signed in with; so new that the auth engine does not prolong it. */
export const sessions = Object.values(people).map(({ id }) => ({
  id: mint(),
  token: mint(),
  userId: id,
  expiresAt: new Date(Date.now() + 30 * 24 * 3_600_000),
}))

/** The id in the signed cookie of somebody without an account. */
export const visitorId = mint()

/** Words that stand only in rows that are not public; an outsider's answer must not hold them. */
export const secretOf = {
  a: `quince${tag}`,
  b: `medlar${tag}`,
  candidate: `sorrel${tag}`,
  stranger: `yarrow${tag}`,
}

export const secretOfPerson = (userId: string) =>
  userId === people.candidate.id ? secretOf.candidate : secretOf.stranger

/** In an hour. */
export const soon = new Date(Date.now() + 3_600_000)

/** Who asks the tables, and in whose name; all but the last four have no business in A. */
export const actors = {
  nobody: { userId: null },
  visitor: { userId: null, visitorId },
  stranger: { userId: people.stranger.id, organizationId: a.id },
  /** B's owner, at work in B. */
  rival: { userId: people.rival.id, organizationId: b.id },
  /** The same, naming A. */
  intruder: { userId: people.rival.id, organizationId: a.id },
  /** A member of both, at work in B. */
  both: { userId: people.both.id, organizationId: b.id },
  removed: { userId: people.removed.id, organizationId: a.id },
  platform: { userId: people.platform.id, organizationId: a.id },
  candidate: { userId: people.candidate.id, organizationId: a.id },
  member: { userId: people.member.id, organizationId: a.id },
  admin: { userId: people.admin.id, organizationId: a.id },
  owner: { userId: people.owner.id, organizationId: a.id },
} satisfies Record<string, Actor>
export type ActorName = keyof typeof actors
export const actorNames = Object.keys(actors) as ActorName[]

/** Who asks the procedures, over HTTP; all but the last four have no business in A. */
export const askers = [
  'anonymous',
  'visitor',
  'stranger',
  'rival',
  'removed',
  'platform',
  'candidate',
  'member',
  'admin',
  'owner',
] as const
export type Asker = (typeof askers)[number]

import type { Tx } from '#/db/connection.ts'
import { account, user } from '#/db/schema/identity.ts'
import { seededCandidates } from './candidates.ts'
import { seededPeople } from './people.ts'
import { daysAgo } from './times.ts'

/** Who was there before everybody else: longer than the oldest organisation. */
const earlyDaysAgo = 130

/** Everybody of the sample data, each once, with the id that they get. */
export function seededUsers() {
  const candidateOf = (email: string) =>
    seededCandidates.find((candidate) => candidate.email === email)
  const accounts = seededPeople.map(({ name, email, role, label }) => {
    const { locale, joinedDaysAgo = earlyDaysAgo } = candidateOf(email) ?? {}
    return { name, email, role, locale, joinedDaysAgo, canSignIn: label !== undefined }
  })
  const others = seededCandidates
    .filter(({ email }) => !seededPeople.some((person) => person.email === email))
    .map(({ name, email, locale, joinedDaysAgo }) => ({
      name,
      email,
      role: undefined,
      locale,
      joinedDaysAgo,
      canSignIn: false,
    }))
  return [...accounts, ...others].map(({ joinedDaysAgo, ...person }) => ({
    ...person,
    id: Bun.randomUUIDv7(),
    createdAt: daysAgo(joinedDaysAgo),
  }))
}

export type SeededUser = ReturnType<typeof seededUsers>[number]

export async function addPeople(tx: Tx, people: SeededUser[], password: string): Promise<void> {
  await tx.insert(user).values(people.map((person) => ({ ...person, emailVerified: true })))
  await tx.insert(account).values(
    people
      .filter(({ canSignIn }) => canSignIn)
      .map(({ id, createdAt }) => ({
        id: Bun.randomUUIDv7(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password,
        createdAt,
      })),
  )
}

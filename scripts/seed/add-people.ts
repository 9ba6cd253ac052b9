import type { Tx } from '#/db/connection.ts'
import { account, user } from '#/db/schema/identity.ts'
import { type SamplePerson, samplePeople } from './people.ts'
import { daysAgo } from './times.ts'

const idsByEmail = new Map<string, string>()

/** The id of a person of the sample data, also before their row is there. */
export function idOf(email: string): string {
  const id = idsByEmail.get(email) ?? Bun.randomUUIDv7()
  idsByEmail.set(email, id)
  return id
}

/** Those who can sign in have this password, given as its hash. */
export async function addPeople(tx: Tx, people: SamplePerson[], password?: string): Promise<void> {
  const rows = people.map(({ label, joinedDaysAgo = 130, ...person }) => ({
    ...person,
    id: idOf(person.email),
    canSignIn: label !== undefined,
    createdAt: daysAgo(joinedDaysAgo),
  }))
  await tx.insert(user).values(rows.map((row) => ({ ...row, emailVerified: true })))
  const accounts = rows.filter(({ canSignIn }) => canSignIn)
  if (accounts.length === 0) return
  await tx.insert(account).values(
    accounts.map(({ id, createdAt }) => ({
      id: Bun.randomUUIDv7(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password,
      createdAt,
    })),
  )
}

/** Without those whom the platform has. */
export const withoutKnown = <Person extends SamplePerson>(people: Person[]) =>
  people.filter(({ email }) => !samplePeople.some((known) => known.email === email))

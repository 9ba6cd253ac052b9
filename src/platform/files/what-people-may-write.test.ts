/** Policies and column grants refuse SQL in somebody's name that writes what the server decides. */
import { expect, test } from 'bun:test'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { file } from './tables.ts'
import { fileOf } from '../../../tests/files.ts'
import { createPerson, type Person } from '../../../tests/people.ts'

const forbidden = { cause: { code: '42501' } }
const by = <T>(person: Person, work: (tx: Tx) => Promise<T>) => asUser({ userId: person.id }, work)

test('a file is at most asked for: not where it lies, not that it was checked', async () => {
  const person = await createPerson()
  await by(person, (tx) => tx.insert(file).values(fileOf(person)))
  for (const given of [
    { status: 'ready' as const },
    { storageKey: `files/${Bun.randomUUIDv7()}` },
    { sha256: 'ab' },
    { userId: (await createPerson()).id },
  ]) {
    const claim = by(person, (tx) => tx.insert(file).values(fileOf(person, given)))
    await expect(claim).rejects.toMatchObject(forbidden)
  }
  const change = by(person, (tx) => tx.update(file).set({ status: 'ready' }))
  await expect(change).rejects.toMatchObject(forbidden)
})

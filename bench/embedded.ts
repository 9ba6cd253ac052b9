/**
 * What a short statement under row-level security costs on the embedded database once it has a name, to
 * the same with words that nobody asked before.
 */
import { sql } from 'drizzle-orm'
import { median, type Row, row } from './measure.ts'

// First of all the environment, which the modules of the app read when they are loaded.
await import('../tests/environment.ts')
const { asSystem, asUser } = await import('#/db/access.server.ts')
const { file } = await import('#/platform/files/tables.ts')
const { createPerson } = await import('../tests/people.ts')

const rounds = 7
const perRound = 300

export async function embedded(): Promise<Row[]> {
  const person = await createPerson()
  await asSystem('bench: files', (tx) =>
    tx.insert(file).values(
      Array.from({ length: 20 }, (_, at) => ({
        id: Bun.randomUUIDv7(),
        userId: person.id,
        storageKey: `bench/${person.id}/${at}`,
        name: `${at}.pdf`,
        contentType: 'application/pdf',
        sizeBytes: 1,
      })),
    ),
  )
  let asked = 0
  const ratios = await asUser({ userId: person.id }, async (tx) => {
    const newest = (words = '') =>
      tx.execute(sql`select id, name, status ${sql.raw(words)} from file
        where user_id = ${person.id} order by created_at desc limit 20`)
    const timeOf = async (ask: () => Promise<unknown>) => {
      const startedAt = performance.now()
      for (let time = 0; time < perRound; time++) await ask()
      return performance.now() - startedAt
    }
    // By turns, since the speed of a machine changes.
    const round = async () =>
      (await timeOf(() => newest())) / (await timeOf(() => newest(`, ${(asked += 1)}`)))
    await round()
    const measured: number[] = []
    while (measured.length < rounds) measured.push(await round())
    return measured
  })
  return [row('embedded, a statement by its name to a new one', median(ratios), 0.5, 'x')]
}

/**
 * Looks whether the proofs notice a mutant of the database: it is applied, looked at and taken back.
 * Run by `bun test`, whose expectations it needs, for as long as it is asked.
 */
import { test } from 'bun:test'
import { plugin } from 'bun'
import { join } from 'node:path'
import { z } from 'zod'
import { database } from '#/db/database.server.ts'
import { observeTables } from '../../tests/isolation/observe-tables.ts'
import { restoreWorld } from '../../tests/isolation/restore-world.ts'
import { tables } from '../../tests/isolation/schema-tables.ts'
import { collected } from './collect.ts'

/** Tests that leave nothing behind which another run of them would mind, the quickest first. */
const root = join(import.meta.dirname, '../..')
const files = ['catalogue', 'tenant-columns', 'what-people-may-write', 'audit-trail'].flatMap(
  (name) =>
    [...new Bun.Glob(`src/**/${name}.test.ts`).scanSync(root)]
      .toSorted()
      .map((path) => join(root, path)),
)

plugin({
  name: 'collect tests',
  setup(build) {
    build.onLoad({ filter: /src\/[\w/-]+\.test\.ts$/ }, async ({ path }) => ({
      contents: (await Bun.file(path).text()).replace(
        "from 'bun:test'",
        `from '${join(import.meta.dirname, 'collect.ts')}'`,
      ),
      loader: 'ts',
    }))
  },
})

const message = z.object({ apply: z.string(), undo: z.string(), table: z.string().nullable() })

async function passes({ work }: (typeof collected)[number]): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}

test('as long as there are mutants', async () => {
  const { client } = await database()
  if (client.kind !== 'pglite') throw new Error('Mutants live in embedded databases.')
  const { pglite } = client
  async function asOwner(statements: string) {
    await pglite.exec('reset role')
    await pglite.exec(statements).finally(() => pglite.exec('set role app_system'))
  }

  for (const file of files) await import(file)
  for (const one of collected) await one.work()
  await restoreWorld()
  const unharmed = await observeTables()

  async function differs(chosen: typeof tables): Promise<boolean> {
    const found = await observeTables(chosen).catch(() => ({}))
    return chosen.some(({ name }) => !Bun.deepEquals(Reflect.get(found, name), unharmed[name]))
  }

  async function seenBy(table: string | null): Promise<string | null> {
    const own = tables.filter(({ sqlName }) => sqlName === table?.replaceAll('"', ''))
    if (await differs(own)) return 'the matrix of tables'
    for (const one of collected) if (!(await passes(one))) return 'the tests of the database'
    return (await differs(tables)) ? 'the matrix of tables' : null
  }

  process.on('message', async (given) => {
    const { apply, undo, table } = message.parse(given)
    try {
      await asOwner(apply)
      const by = await seenBy(table)
      await asOwner(undo)
      process.send?.({ by })
    } catch (error) {
      process.send?.({ problem: String(error) })
    }
  })
  process.send?.({ by: null })
  await new Promise((resolve) => process.once('disconnect', resolve))
}, 3_600_000)

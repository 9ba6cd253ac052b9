/**
 * A migrated, empty embedded database as one file. Creating a database takes seconds, opening a
 * copy of this one takes a third of a second; tests and the first `bun dev` start from it.
 *
 *   bun scripts/database-template.ts     makes the one for the migrations of now, if it is missing
 */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { connectPglite } from '#/db/connection.ts'
import { migratePglite, schemaVersion } from '#/db/migrate.ts'

const folder = join(import.meta.dir, '../.data/template')

export async function databaseTemplate(): Promise<Blob> {
  const path = join(folder, `${await schemaVersion()}.tar`)
  if (!(await Bun.file(path).exists())) await create(path)
  return Bun.file(path)
}

async function create(path: string) {
  await mkdir(folder, { recursive: true })
  const connection = await connectPglite('memory://', migratePglite)
  if (connection.client.kind !== 'pglite') throw new Error('A template is made of PGlite.')
  const dump = await connection.client.pglite.dumpDataDir('none')
  await connection.close()
  // What is newer may be in the hands of another process, also one with other migrations.
  for (const old of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, old))
    if (Date.now() - mtimeMs > 3_600_000) await rm(join(folder, old), { force: true })
  }
  await Bun.write(`${path}.${process.pid}`, dump)
  await rename(`${path}.${process.pid}`, path)
}

if (import.meta.main) {
  await databaseTemplate()
  process.exit(0)
}

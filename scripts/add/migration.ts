/** The migration that creates the table of a feature. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { $ } from 'bun'
import { migratePglite } from '#/db/migrate.ts'
import { root } from '../remove/repository.ts'
import type { Feature } from './feature.ts'

export const migrationsFolder = 'src/db/migrations'

/** Writes the migration, tries it on an empty database, and returns the path of its file. */
export async function writeMigration({ owner, one, many, fields }: Feature): Promise<string> {
  const folder = join(root, migrationsFolder)
  const before = await readdir(folder)
  await $`${process.execPath} --bun node_modules/.bin/drizzle-kit generate --name add_${many.snake}`
    .cwd(root)
    .quiet()
  const written = (await readdir(folder)).find((file) => !before.includes(file))
  if (written === undefined) throw new Error('drizzle-kit wrote no migration.')
  const file = Bun.file(join(folder, written))
  if (owner === 'organization') {
    const trigger = auditTrigger(one.snake, fields[0]?.snake ?? 'id')
    await file.write(`${await file.text()}--> statement-breakpoint\n${trigger}`)
  }
  const database = await PGlite.create()
  try {
    await migratePglite(database)
  } finally {
    await database.close()
  }
  return join(migrationsFolder, written)
}

const auditTrigger = (table: string, name: string) => `-- Who created, changed and deleted a row.
CREATE CONSTRAINT TRIGGER audit_kept AFTER INSERT OR UPDATE OR DELETE ON "${table}"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_row('${name}');
`

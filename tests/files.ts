/** Rows of files; there are no bytes behind them. */
import { asSystem } from '#/db/access.server.ts'
import { file } from '#/platform/files/tables.ts'
import type { Person } from './people.ts'

type FileRow = typeof file.$inferInsert

/** A place as a person may ask for it, changed by what is given. */
export function fileOf(person: Person, given: Partial<FileRow> = {}) {
  const id = Bun.randomUUIDv7()
  return {
    id,
    userId: person.id,
    storageKey: `files/${id}`,
    name: 'cv.pdf',
    contentType: 'application/pdf',
    sizeBytes: 1_000,
    ...given,
  }
}

/** An uploaded CV. */
export async function createCv(person: Person, status: FileRow['status'] = 'ready') {
  const row = fileOf(person, { status })
  await asSystem('test: a CV', (tx) => tx.insert(file).values(row))
  return row.id
}

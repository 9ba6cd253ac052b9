import { inArray } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { application } from './tables.ts'

export const auditSubjects = {
  application: (tx: Tx, ids: string[]) =>
    tx
      .select({ id: application.id, name: application.candidateName })
      .from(application)
      .where(inArray(application.id, ids)),
}

import { inArray } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { invitation } from '#/db/schema/organizations.ts'

export const auditSubjects = {
  invitation: (tx: Tx, ids: string[]) =>
    tx
      .select({ id: invitation.id, name: invitation.email })
      .from(invitation)
      .where(inArray(invitation.id, ids)),
}

import type { MemberActor } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { jobRecruiter } from './tables.ts'

/** From now on the actor is one of those who work on the job, and hears of its applications. */
export const noteWork = (tx: Tx, { userId, organizationId }: MemberActor, jobId: string) =>
  tx.insert(jobRecruiter).values({ organizationId, jobId, userId }).onConflictDoNothing()

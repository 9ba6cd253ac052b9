import type { Tx } from '#/db/connection.ts'
import { jobRecruiter } from './tables.ts'

type InOrganization = { userId: string; organizationId: string }

/** From now on the actor is one of those who work on the job, and hears of its applications. */
export const noteWork = (tx: Tx, { userId, organizationId }: InOrganization, jobId: string) =>
  tx.insert(jobRecruiter).values({ organizationId, jobId, userId }).onConflictDoNothing()

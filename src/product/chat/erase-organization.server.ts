import { sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { job } from '#/product/jobs/tables.ts'
import { usageCounter } from '#/platform/billing/tables.ts'

/** Forgets how much visitors have asked about its jobs. */
export async function eraseOrganization(tx: Tx, organizationId: string): Promise<void> {
  await tx.execute(sql`
    delete from ${usageCounter} where ${usageCounter.subject} in (
      select 'job:' || ${job.id} from ${job} where ${job.organizationId} = ${organizationId})`)
}

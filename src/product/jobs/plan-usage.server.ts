import { and, count, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { isOpen } from './open-job.ts'
import { job } from './tables.ts'
import { publishedJobs } from './plan-limits.ts'

export async function countPublished(tx: Tx, { organizationId }: { organizationId?: string }) {
  const [published] = await tx
    .select({ number: count() })
    .from(job)
    .where(and(eq(job.organizationId, organizationId ?? ''), isOpen))
  return published?.number ?? 0
}

export const planUsage = {
  [publishedJobs.name]: (reader: { userId: string; organizationId?: string }) =>
    asUser(reader, (tx) => countPublished(tx, reader)),
}

import { type ConfirmLease, LeaseTaken, withLease } from '#/db/lease.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

/**
 * Runs what starts, changes or ends a payer's subscriptions, one at a time for that payer across all
 * servers: two clicks would otherwise both find nothing at Stripe, and each make something there.
 * Throws PAYMENT_PROVIDER_FAILED when an earlier call has hung for too long.
 */
export async function oneAtATime<T>(
  { referenceId }: { referenceId: string },
  work: (confirm: ConfirmLease) => Promise<T>,
): Promise<T> {
  try {
    return await withLease(`billing:${referenceId}`, work)
  } catch (error) {
    if (!(error instanceof LeaseTaken)) throw error
    log.error({ part: 'billing', referenceId }, 'billing.payer_lease_taken')
    throw new Refusal('PAYMENT_PROVIDER_FAILED')
  }
}

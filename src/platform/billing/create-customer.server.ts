import { and, eq, isNull } from 'drizzle-orm'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { isMissing } from './copy-subscription.server.ts'
import type { Payer } from './payer.server.ts'
import { customerOf, customersOf, forgetCustomer } from './stripe-customer.server.ts'

/**
 * The payer's customer at Stripe, created at the first checkout and again when it was deleted there.
 * Throws NOT_FOUND when the payer was deleted here in the meantime.
 */
export async function ensureCustomer(payer: Payer): Promise<string> {
  const known = await customerOf(payer)
  if (known && (await isCustomer(known))) return known
  if (known) await forgetCustomer(known)
  const customer = await createCustomer(payer)
  const stored = await store(payer, customer)
  if (stored === customer) return customer
  await stripe.customers.del(customer)
  if (!stored) throw new Refusal('NOT_FOUND')
  return stored
}

async function isCustomer(id: string): Promise<boolean> {
  try {
    return !(await stripe.customers.retrieve(id)).deleted
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/**
 * The idempotency key names the payer and the customers they were before, so that a crash before the id
 * is stored leaves no second customer. The parameters must never differ for one key: the name and the
 * address follow afterwards.
 */
async function createCustomer(payer: Payer): Promise<string> {
  const metadata: Record<string, string> =
    payer.customerType === 'user'
      ? { userId: payer.referenceId, customerType: 'user' }
      : { organizationId: payer.referenceId, customerType: 'organization' }
  const address = await addressOf(payer)
  // Stripe repeats a failure under the same key as well: that must not last.
  const hour = new Date().toISOString().slice(0, 13)
  const before = new Bun.CryptoHasher('sha256').update(JSON.stringify(await customersOf(payer)))
  let idempotencyKey = `customer/${payer.referenceId}/${before.digest('base64url')}/${hour}`
  for (;;) {
    const { id } = await stripe.customers.create({ metadata }, { idempotencyKey })
    try {
      await stripe.customers.update(id, address)
      return id
    } catch (error) {
      if (!isMissing(error)) throw error
      // The answer under this key is a customer who was deleted since.
      idempotencyKey = `customer/after/${id}`
    }
  }
}

/** Invoices of an organisation go to the manager who subscribes first; the portal changes the address. */
const addressOf = ({ actor, customerType, referenceId }: Payer) =>
  asSystem('billing: the name and address of a new customer', async (tx) => {
    const [person] = await tx
      .select({ name: user.name, email: user.email })
      .from(user)
      .where(eq(user.id, actor.userId ?? ''))
    if (!person) throw new Refusal('NOT_FOUND')
    if (customerType === 'user') return person
    const [paidFor] = await tx
      .select({ name: organization.name })
      .from(organization)
      .where(eq(organization.id, referenceId))
    if (!paidFor) throw new Refusal('NOT_FOUND')
    return { name: paidFor.name, email: person.email }
  })

/** The customer that is on file afterwards; undefined when the payer is gone. */
async function store({ customerType, referenceId }: Payer, customer: string) {
  const table = customerType === 'user' ? user : organization
  return asSystem('billing: store the Stripe customer of a payer', async (tx) => {
    await tx
      .update(table)
      .set({ stripeCustomerId: customer })
      .where(and(eq(table.id, referenceId), isNull(table.stripeCustomerId)))
    const [found] = await tx
      .select({ customer: table.stripeCustomerId })
      .from(table)
      .where(eq(table.id, referenceId))
    return found?.customer ?? undefined
  })
}

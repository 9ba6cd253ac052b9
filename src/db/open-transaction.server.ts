import { AsyncLocalStorage } from 'node:async_hooks'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'

type OpenTransaction = { name: string; isOpen: boolean }

declare global {
  // Vite re-creates modules while developing.
  var appOpenTransaction: AsyncLocalStorage<OpenTransaction> | undefined
}
const current = (globalThis.appOpenTransaction ??= new AsyncLocalStorage<OpenTransaction>())

/** The name of the transaction in which the caller runs; null outside of one. */
function openTransaction(): string | null {
  const transaction = current.getStore()
  return transaction?.isOpen ? transaction.name : null
}

/**
 * Runs the work of one transaction. Another one inside it is a mistake: it would wait for a
 * connection while it holds one, and in the embedded database for itself.
 */
export async function inTransaction<T>(name: string, work: () => Promise<T>): Promise<T> {
  const outer = openTransaction()
  if (outer) throw new Error(`${name} inside ${outer}: use the transaction that is open`)
  const transaction = { name, isOpen: true }
  try {
    return await current.run(transaction, work)
  } finally {
    transaction.isOpen = false
  }
}

/**
 * Said by whatever talks to another server (the model, mail, storage, Stripe): a transaction that
 * waits for it holds a connection, and with it everybody else. While developing and in tests it
 * throws; in production it is only logged, because the work is better late than lost.
 */
export function outsideTransaction(what: string): void {
  const name = openTransaction()
  if (!name) return
  const message = `${what} is awaited inside the transaction ${name}: end the transaction first`
  if (env.NODE_ENV !== 'production') throw new Error(message)
  log.error({ transaction: name }, message)
}

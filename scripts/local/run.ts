/**
 * The local cloud as a process of its own, started by `bun dev` and the journeys,
 * or by hand: `bun scripts/local/run.ts`. Which parts are local follows from the
 * environment. It prints nothing but errors and ends on SIGTERM, on SIGINT, and
 * when its standard input closes, which is what happens when its parent dies.
 */
import { resolve } from 'node:path'
import Stripe from 'stripe'
import { createStripePrices } from '../create-stripe-prices.ts'
import { seededPassword, seededPeople } from '../seed/people.ts'
import { localCredentials, localEnvironment } from './environment.ts'
import { localPorts } from './ports.ts'
import { startLocalCloud, type LocalCloud } from './start-local-cloud.ts'

let cloud: LocalCloud | undefined
let ending = false

async function end(code: number): Promise<never> {
  if (ending) return new Promise(() => {})
  ending = true
  // Whatever a part still waits for must not hold up the end.
  setTimeout(() => process.exit(code), 3000).unref()
  await cloud?.stop()
  process.exit(code)
}

process.on('SIGTERM', () => void end(0))
process.on('SIGINT', () => void end(0))
process.stdin.on('end', () => void end(0))
process.stdin.on('close', () => void end(0))
process.stdin.resume()

try {
  const { env } = process
  const ports = localPorts(env)
  const { parts } = localEnvironment(ports, env)
  cloud = await startLocalCloud({
    ports,
    dataDir: resolve(env.LOCAL_DATA_DIR || '.data', 'local'),
    appUrl: env.APP_URL || `http://localhost:${env.PORT || 3000}`,
    parts,
    accounts: seededPeople.flatMap(({ label, email }) =>
      label ? [{ label, email, password: seededPassword }] : [],
    ),
    tokensPerSecond: tokensPerSecond(env.LOCAL_MODEL_TOKENS_PER_SECOND),
  })
  if (parts.some(({ part, local }) => part === 'stripe' && local)) await sellPlans(ports.stripe)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await end(1)
}

/** In a real account this is done once, by `bun run stripe:prices`. */
async function sellPlans(port: number): Promise<void> {
  const local = { host: '127.0.0.1', port, protocol: 'http' } as const
  await createStripePrices(new Stripe(localCredentials.stripeSecretKey, local))
}

function tokensPerSecond(given: string | undefined): number | undefined {
  if (!given?.trim()) return undefined
  const rate = Number(given)
  if (Number.isFinite(rate) && rate >= 0) return rate
  throw new Error(`LOCAL_MODEL_TOKENS_PER_SECOND must be a number from 0 on, not "${given}".`)
}

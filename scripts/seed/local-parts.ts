import { localEnvironment, type LocalPart } from 'local-cloud/environment.ts'
import { localPorts } from 'local-cloud/ports.ts'

/**
 * Whether a part of this environment is the local one. The sample data is never written to a real
 * account: without the local Stripe nobody has a plan, so Halden publishes more than Starter allows;
 * without the local storage there are no CVs, and so neither reviews nor applications.
 */
export function isLocalPart(part: LocalPart): boolean {
  const { parts } = localEnvironment(localPorts(process.env), process.env)
  return parts.some((each) => each.part === part && each.local)
}

const patience = 20_000

/** The local cloud starts beside whoever seeds: asks until it gives an answer, or throws after 20 s. */
export async function untilReady<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const until = performance.now() + patience
  let lastError: unknown
  while (performance.now() < until) {
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
    } catch (error) {
      lastError = error
    }
    await Bun.sleep(25)
  }
  throw new Error(`${what} does not answer. Start it with: bun scripts/local-cloud.ts`, {
    cause: lastError,
  })
}

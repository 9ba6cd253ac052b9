import { resolve } from 'node:path'
import { localEnvironment } from './environment.ts'
import { localPorts } from './ports.ts'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from './start-local-cloud.ts'

export type OwnOptions = Omit<
  LocalCloudOptions,
  'ports' | 'dataDir' | 'appUrl' | 'parts' | 'tokensPerSecond'
>

/**
 * Makes this process the local cloud. The environment says which parts are local, their ports and
 * where they keep their data (.env.example); `own` asks for the rest, and `ready` is called when every
 * part listens. The process ends on SIGTERM, on SIGINT, and when its standard input closes, as it does
 * when its parent dies. It prints nothing but errors.
 */
export async function runLocalCloud(
  own: () => Promise<OwnOptions>,
  ready?: (cloud: LocalCloud) => Promise<void>,
): Promise<void> {
  let cloud: LocalCloud | undefined
  let ending = false

  async function end(code: number): Promise<never> {
    if (ending) return new Promise(() => {})
    ending = true
    // A part that still waits for something must not hold up the end.
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
    cloud = await startLocalCloud({
      ...(await own()),
      ports,
      dataDir: resolve(env.LOCAL_DATA_DIR || '.data', 'local'),
      appUrl: env.APP_URL || `http://localhost:${env.PORT || 3000}`,
      parts: localEnvironment(ports, env).parts,
      tokensPerSecond: tokensPerSecond(env.LOCAL_MODEL_TOKENS_PER_SECOND),
    })
    await ready?.(cloud)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await end(1)
  }
}

function tokensPerSecond(given: string | undefined): number | undefined {
  if (!given?.trim()) return undefined
  const rate = Number(given)
  if (Number.isFinite(rate) && rate >= 0) return rate
  throw new Error(`LOCAL_MODEL_TOKENS_PER_SECOND must be a number from 0 on, not "${given}".`)
}

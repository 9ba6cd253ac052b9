import type { Redis } from 'ioredis'
import { env } from '#/env.server.ts'
import { outageLog } from '#/observability/outage-log.server.ts'

export type RedisConnections = {
  commands: Redis
  /** For one command that waits on the server: whatever is sent after it waits as well. */
  blocking: Redis
  close(): void
}

const outage = outageLog('redis')

/**
 * Two connections to Redis that come back by themselves. While the server is away a command fails
 * within two seconds instead of waiting for it, so nobody's page waits either.
 */
export async function connectRedis(url: string): Promise<RedisConnections> {
  const { Redis: Client } = await import('ioredis')
  const options = {
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    // A connection that died without a word is opened anew.
    socketTimeout: 5_000,
    retryStrategy: (attempt: number) => Math.min(100 * attempt, 1_000),
  }
  const commands = new Client(url, options)
  const blocking = new Client(url, { ...options, commandTimeout: 2_500, maxRetriesPerRequest: 0 })
  for (const client of [commands, blocking]) {
    client.on('error', outage.failed)
    client.on('ready', outage.answered)
  }
  return {
    commands,
    blocking,
    close: () => {
      commands.disconnect()
      blocking.disconnect()
    },
  }
}

declare global {
  var appRedis: Promise<RedisConnections> | undefined
}

/** The connections of this process; null when REDIS_URL is not set and one server is all there is. */
export function redis(): Promise<RedisConnections> | null {
  if (!env.REDIS_URL) return null
  return (globalThis.appRedis ??= connectRedis(env.REDIS_URL).catch((error: unknown) => {
    globalThis.appRedis = undefined
    throw error
  }))
}

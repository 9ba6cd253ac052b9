import { join } from 'node:path'
import { env } from '#/env.server.ts'
import { startScriptedModel } from '../test-scripted-model.ts'
import { startTcpProxy } from '../../../../tests/tcp-proxy.ts'

const root = join(import.meta.dirname, '../../../..')

export type AppServer = {
  readonly origin: string
  readonly pid: number
  /** Takes connections, as far as a proxy in front would know. */
  readonly isUp: boolean
  start(): Promise<void>
  /** The end of a machine. */
  kill(): Promise<void>
  /** The end of a release: resolves with the exit code when it has handed over. */
  terminate(): Promise<number>
}

export type Servers = Awaited<ReturnType<typeof startAppServers>>

/**
 * App servers as processes of their own on one Postgres and one Redis, with a model whose words are
 * known. `build` runs what is in dist/ as in production, `sources` the API alone; `changes` are other
 * variables for their environment.
 */
export async function startAppServers(
  kind: 'build' | 'sources',
  count: number,
  changes: Record<string, string> = {},
) {
  const redis = new URL(process.env.TEST_REDIS_URL ?? '')
  // A database of Redis of its own, which may be emptied.
  const database = 1 + Math.floor(Math.random() * 15)
  const wire = await startTcpProxy({ hostname: redis.hostname, port: Number(redis.port) })
  const model = startScriptedModel()
  const variables = {
    ...process.env,
    NODE_ENV: kind === 'build' ? 'production' : 'test',
    LOG_LEVEL: process.env.PROOFS_LOG_LEVEL ?? 'silent',
    AUTH_SECRET: env.AUTH_SECRET,
    APP_URL: env.APP_URL,
    REDIS_URL: `redis://127.0.0.1:${wire.port}/${database}`,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'scripted',
    BUN_CONFIG_MAX_HTTP_REQUESTS: '4096',
    ...changes,
  }
  const script = kind === 'build' ? 'src/serve.ts' : 'tests/api-server.ts'
  const servers = Array.from({ length: count }, () => appServer(script, variables))
  await Promise.all(servers.map((server) => server.start()))
  return {
    servers,
    model,
    wire,
    /** Of the same Redis database, past the wire. */
    redisUrl: `${redis.origin === 'null' ? `redis://${redis.host}` : redis.origin}/${database}`,
    async stop() {
      await Promise.all(servers.map((server) => server.kill()))
      wire.close()
      await model.stop()
    },
  }
}

function appServer(script: string, variables: Record<string, string | undefined>): AppServer {
  const port = freePort()
  const origin = `http://127.0.0.1:${port}`
  let child: Bun.Subprocess | undefined
  let isUp = false
  async function start() {
    const started = Bun.spawn([process.execPath, script], {
      cwd: root,
      env: { ...variables, PORT: String(port) },
      stdin: 'pipe',
      stdout: process.env.PROOFS_LOG_LEVEL ? 'inherit' : 'ignore',
      stderr: 'inherit',
    })
    child = started
    const end = performance.now() + 30_000
    for (;;) {
      const answer = await fetch(`${origin}/api/health/ready`).catch(() => null)
      if (answer?.ok) break
      if (started.exitCode !== null || performance.now() > end) throw new Error('no server came up')
      await Bun.sleep(50)
    }
    isUp = true
  }
  return {
    origin,
    get pid() {
      return child?.pid ?? 0
    },
    get isUp() {
      return isUp
    },
    start,
    async kill() {
      isUp = false
      child?.kill('SIGKILL')
      await child?.exited
    },
    async terminate() {
      child?.kill('SIGTERM')
      isUp = false
      return (await child?.exited) ?? 0
    },
  }
}

function freePort(): number {
  const probe = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  probe.stop(true)
  return probe.port
}

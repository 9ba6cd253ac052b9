/**
 * The app with whatever it needs, as processes: what `bun dev`, the journeys and the benchmarks
 * start. Each service whose variable is unset is the local one.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { site } from '#/site.ts'
import { localEnvironment } from 'local-cloud/environment.ts'
import { localPorts, portVariables, type LocalPorts } from 'local-cloud/ports.ts'

const root = join(import.meta.dir, '..')

export type StackOptions = {
  mode: 'development' | 'production'
  dataDir: string
  port: number
  ports?: LocalPorts
  env?: Record<string, string>
}

/** The variables of a run, with what is unset filled in, and which services are local. */
export async function stackEnvironment(options: StackOptions) {
  const ports = options.ports ?? localPorts(process.env)
  const given = withoutEmpty({ ...process.env, ...options.env })
  const local = localEnvironment(ports, given)
  const defaults = {
    APP_URL: `http://localhost:${options.port}`,
    AUTH_SECRET: await localSecret(options.dataDir),
    DATABASE_URL: `pglite:${join(options.dataDir, 'database')}`,
    MAIL_FROM: `${site.name} <${site.supportEmail}>`,
  }
  const fixed = {
    NODE_ENV: options.mode,
    PORT: String(options.port),
    LOCAL_DATA_DIR: options.dataDir,
  }
  const own: Record<string, string> = { ...defaults, ...given, ...fixed }
  return {
    /** For the app. */
    variables: { ...own, ...local.variables },
    /** For the local cloud, which starts the parts whose variables are unset here. */
    cloudVariables: own,
    local,
    ports,
  }
}

/** For an app on the server that scripts/servers.ts brought up; empty, so the embedded one, without. */
export const serverDatabase = () => ({
  DATABASE_URL: process.env.TEST_DATABASE_USER_URL ?? '',
  DATABASE_SYSTEM_URL: process.env.TEST_DATABASE_SYSTEM_URL ?? '',
  DATABASE_MIGRATION_URL: process.env.TEST_DATABASE_URL ?? '',
})

const withoutEmpty = (variables: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).filter((pair): pair is [string, string] => !!pair[1]),
  )

/** Made once and kept, so that sessions survive a restart. */
async function localSecret(dataDir: string): Promise<string> {
  const file = Bun.file(join(dataDir, 'auth-secret'))
  if (await file.exists()) return file.text()
  await mkdir(dataDir, { recursive: true })
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')
  await file.write(secret)
  return secret
}

export type Running = { name: string; pid: number; exited: Promise<number>; stop(): Promise<void> }

/**
 * A child process that ends with this one; its output is passed on, kept in a file in the order in which
 * it comes (a descriptor that was opened to append), or ignored.
 */
export function run(
  name: string,
  command: string[],
  env: Record<string, string>,
  output: 'inherit' | 'ignore' | number = 'inherit',
): Running {
  // The pipe to its standard input closes when this process dies, however it dies.
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: root,
    env,
    stdin: 'pipe',
    stdout: output,
    stderr: output,
  })
  return {
    name,
    pid: child.pid,
    exited: child.exited,
    async stop() {
      child.kill('SIGTERM')
      const giveUp = setTimeout(() => child.kill('SIGKILL'), 12_000)
      await child.exited
      clearTimeout(giveUp)
    },
  }
}

/** Ports of its own for a run beside others, and the variables that say so. */
export function freeLocalPorts() {
  const free = () => {
    const probe = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
    queueMicrotask(() => probe.stop(true))
    return probe.port
  }
  const ports: LocalPorts = {
    console: free(),
    stripe: free(),
    storage: free(),
    smtp: free(),
    model: free(),
  }
  const variables = {
    [portVariables.console]: String(ports.console),
    [portVariables.stripe]: String(ports.stripe),
    [portVariables.storage]: String(ports.storage),
    [portVariables.smtp]: String(ports.smtp),
    [portVariables.model]: String(ports.model),
  }
  return { port: free(), ports, variables }
}

/** Polls until the address answers with success; throws when the process ends first, or in time. */
export async function untilServed(url: string, server: Running, milliseconds: number) {
  const until = performance.now() + milliseconds
  const exited = server.exited.then((code) => {
    throw new Error(`${server.name} ended with code ${code} before it served ${url}.`)
  })
  exited.catch(() => {})
  while (performance.now() < until) {
    const answer = await Promise.race([fetch(url).catch(() => null), exited])
    if (answer?.ok) return
    await Bun.sleep(40)
  }
  throw new Error(`${server.name} did not serve ${url} within ${milliseconds / 1000} s.`)
}

import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localEnvironment } from './environment.ts'
import { startLocalCloud } from './start-local-cloud.ts'

let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-cloud-'))
})

afterAll(() => rm(dataDir, { recursive: true }))

/** Ports that were free a moment ago. */
function freePorts() {
  const holders = Array.from({ length: 5 }, () =>
    Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } }),
  )
  const [console = 0, stripe = 0, storage = 0, smtp = 0, model = 0] = holders.map(
    ({ port }) => port,
  )
  for (const holder of holders) holder.stop(true)
  return { console, stripe, storage, smtp, model }
}

const isTaken = (port: number) => {
  try {
    Bun.listen({ hostname: '127.0.0.1', port, socket: { data() {} } }).stop(true)
    return false
  } catch {
    return true
  }
}

test.each([
  ['console', 'LOCAL_CONSOLE_PORT'],
  ['stripe', 'LOCAL_STRIPE_PORT'],
  ['storage', 'LOCAL_STORAGE_PORT'],
  ['smtp', 'LOCAL_SMTP_PORT'],
  ['model', 'LOCAL_MODEL_PORT'],
] as const)(
  'a taken port of %s is named with its variable, and nothing is left running',
  async (part, variable) => {
    const ports = freePorts()
    const holder = Bun.listen({ hostname: '127.0.0.1', port: ports[part], socket: { data() {} } })
    const { parts } = localEnvironment(ports, {})
    const start = startLocalCloud({
      ports,
      parts,
      dataDir: join(dataDir, part),
      appUrl: 'http://localhost:3000',
    })
    const error = await start.then(
      () => 'started',
      (thrown: unknown) => String(thrown),
    )
    expect(error).toContain(String(ports[part]))
    expect(error).toContain(variable)
    holder.stop(true)
    expect(Object.values(ports).filter(isTaken)).toEqual([])
  },
)

function run(env: Record<string, string>) {
  return Bun.spawn([process.execPath, join(import.meta.dir, 'run.ts')], {
    env: { PATH: process.env.PATH, LOCAL_DATA_DIR: join(dataDir, 'run'), ...env },
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
  })
}

const textOf = (stream: ReadableStream) => new Response(stream).text()

const asVariables = (ports: ReturnType<typeof freePorts>) => ({
  LOCAL_CONSOLE_PORT: String(ports.console),
  LOCAL_STRIPE_PORT: String(ports.stripe),
  LOCAL_STORAGE_PORT: String(ports.storage),
  LOCAL_SMTP_PORT: String(ports.smtp),
  LOCAL_MODEL_PORT: String(ports.model),
})

async function untilServed(url: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await Bun.sleep(10)
  }
  throw new Error(`${url} was not served within 5 s`)
}

test.each([
  ['SIGTERM', (child: ReturnType<typeof run>) => child.kill('SIGTERM')],
  ['the end of its standard input', (child: ReturnType<typeof run>) => void child.stdin.end()],
])('the process ends on %s, having said only where the parts are', async (_, endIt) => {
  const ports = freePorts()
  const child = run(asVariables(ports))
  await untilServed(`http://127.0.0.1:${ports.console}/`)
  endIt(child)
  expect(await child.exited).toBe(0)
  expect(await textOf(child.stderr)).toBe('')
  const said = await textOf(child.stdout)
  for (const port of Object.values(ports)) expect(said).toContain(`:${port}`)
  expect(Object.values(ports).filter(isTaken)).toEqual([])
})

test('the process starts no part whose real variable is set', async () => {
  const ports = freePorts()
  const child = run({
    ...asVariables(ports),
    S3_ENDPOINT: 'https://s3.example',
    SMTP_HOST: 'smtp.example',
  })
  await untilServed(`http://127.0.0.1:${ports.console}/`)
  expect([ports.storage, ports.smtp].filter(isTaken)).toEqual([])
  expect([ports.stripe, ports.model].filter(isTaken)).toEqual([ports.stripe, ports.model])
  child.kill('SIGTERM')
  await child.exited
})

test('the process says what is wrong in one message and fails', async () => {
  const child = run({ LOCAL_SMTP_PORT: 'x', LOCAL_MODEL_PORT: '0' })
  expect(await child.exited).toBe(1)
  expect(await textOf(child.stderr)).toMatch(/LOCAL_SMTP_PORT.*\n.*LOCAL_MODEL_PORT/)
})

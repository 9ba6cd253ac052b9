/**
 * What the chat costs: memory of idle streams, the way of a word from the model to a reader, and how
 * soon a reader who comes back has everything. In one run, against event streams with nothing behind
 * them (bench/sse-hello.ts). Prints rows for `bun run bench` as JSON; `bun src/product/chat/chat.bench.ts [memory] ...`.
 */
import { join } from 'node:path'
import { startServers } from '../../../scripts/servers.ts'
import { type EventSocket, delaysHeard, openEventSocket } from './bench/event-sockets.ts'
import { residentMegabytes, type Row, row } from '../../../bench/measure.ts'

const wanted = new Set(Bun.argv.slice(2))
const backing = await startServers()
Object.assign(process.env, backing.variables)
await import('../../../tests/environment.ts')
const { env } = await import('#/env.server.ts')
const { createAsker } = await import('./proofs/people.ts')
const { startAppServers } = await import('./proofs/servers.ts')

const rows: Row[] = []
const engines = {
  'in-process': { REDIS_URL: '' },
  Redis: { REDIS_URL: process.env.TEST_REDIS_URL ?? '' },
}
const silent = { seed: 1, characters: 100, tokensPerSecond: 0 }

function startScript(name: string) {
  const probe = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  probe.stop(true)
  const child = Bun.spawn([process.execPath, join(import.meta.dirname, 'bench', name)], {
    env: { ...process.env, PORT: String(probe.port) },
    stdout: 'ignore',
    stderr: 'inherit',
  })
  return { port: probe.port, pid: child.pid, stop: () => child.kill('SIGKILL') }
}

const model = startScript('ticking-model.ts')
const bare = startScript('sse-hello.ts')
const modelUrl = `http://127.0.0.1:${model.port}/v1`
await Bun.sleep(500)

type Asker = Awaited<ReturnType<typeof createAsker>>
type App = {
  pid: number
  /** New people, each with a conversation. */
  people(count: number): Promise<Asker[]>
  ask(asker: Asker, talk: Talk, heard?: (text: string) => void): Promise<EventSocket>
  follow(asker: Asker, heard?: (text: string) => void): Promise<EventSocket>
}
type Talk = { perSecond: number; seconds: number; prefix: number }

/** Starts the app with one of the two logs, and ends it. */
async function withApp(redis: { REDIS_URL: string }, work: (app: App) => Promise<void>) {
  const world = await startAppServers('build', 1, {
    ...redis,
    OPENAI_BASE_URL: modelUrl,
    DATABASE_POOL_SIZE: '10',
  })
  const [server] = world.servers
  if (!server) throw new Error('no server')
  const port = Number(new URL(server.origin).port)
  const app: App = {
    pid: server.pid,
    people: (count: number) =>
      Promise.all(Array.from({ length: count }, () => createAsker(world.servers, silent))),
    ask: (asker, talk, heard) =>
      openEventSocket(
        {
          port,
          path: `/api/chat/${asker.chatId}`,
          method: 'POST',
          origin: env.APP_URL,
          cookie: asker.cookie,
          body: JSON.stringify({ text: JSON.stringify(talk) }),
        },
        heard,
      ),
    follow: (asker, heard) =>
      openEventSocket(
        { port, path: `/api/chat/${asker.chatId}/stream`, cookie: asker.cookie },
        heard,
      ),
  }
  try {
    await work(app)
  } finally {
    await world.stop()
  }
}
async function opened(sockets: Promise<EventSocket>[]): Promise<EventSocket[]> {
  const open = await Promise.all(sockets)
  await Promise.all(open.map((socket) => socket.opened))
  return open
}

/** Kilobytes that each stream adds; some are opened and closed before, so that code is compiled. */
async function kilobytesEach(
  pid: number,
  count: number,
  open: (index: number) => Promise<EventSocket>,
) {
  const openSome = async (from: number, to: number) => {
    const sockets: EventSocket[] = []
    for (let index = from; index < to; index += 50) {
      const some = Array.from({ length: Math.min(50, to - index) }, (_, i) => open(index + i))
      sockets.push(...(await opened(some)))
    }
    return sockets
  }
  for (const socket of await openSome(0, 1_000)) socket.close()
  await Bun.sleep(3_000)
  const before = await memoryOf(pid)
  const sockets = await openSome(0, count)
  // What was only needed to open them goes when the process has been idle for a while.
  await Bun.sleep(20_000)
  const after = await memoryOf(pid)
  for (const socket of sockets) socket.close()
  return ((after - before) * 1024) / count
}

const memoryOf = (pid: number) =>
  residentMegabytes({ pid, name: '', exited: Promise.resolve(0), stop: async () => {} })

const streams = Number(process.env.BENCH_STREAMS ?? 5_000)
async function memory() {
  const each = await kilobytesEach(bare.pid, streams, () =>
    openEventSocket({ port: bare.port, path: '/hello' }),
  )
  for (const [name, redis] of Object.entries(engines)) {
    await withApp(redis, async (app) => {
      const people = await app.people(50)
      const quiet = { perSecond: 0.1, seconds: 110, prefix: 0 }
      await opened(people.map((asker) => app.ask(asker, quiet)))
      const ours = await kilobytesEach(app.pid, streams, (index) => {
        const asker = people[index % people.length]
        if (!asker) throw new Error('nobody')
        return app.follow(asker)
      })
      console.error(`${name}: ${ours.toFixed(1)} KB a stream, bare ${each.toFixed(1)} KB`)
      rows.push(row(`idle stream, ${name}: memory against a bare one`, ours / each, 4, 'x'))
    })
  }
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

const replies = Number(process.env.BENCH_REPLIES ?? 500)
async function latency() {
  const hello: number[] = []
  const ticking = await opened(
    Array.from({ length: replies }, () =>
      openEventSocket(
        { port: bare.port, path: '/ticks' },
        delaysHeard((delay) => hello.push(delay)),
      ),
    ),
  )
  await Bun.sleep(8_000)
  for (const socket of ticking) socket.close()
  const base = { p50: percentile(hello, 0.5), p99: percentile(hello, 0.99) }
  console.error(
    `bare: p50 ${base.p50.toFixed(1)}, p99 ${base.p99.toFixed(1)} ms, ${hello.length} frames`,
  )
  const limits = { 'in-process': [5, 25], Redis: [10, 40] } as const
  for (const [name, redis] of Object.entries(engines)) {
    await withApp(redis, async (app) => {
      const people = await app.people(replies)
      const delays: number[] = []
      let measuring = false
      const talk = { perSecond: 20, seconds: 25, prefix: 0 }
      const heard = () => delaysHeard((delay) => void (measuring && delays.push(delay)))
      const sockets: EventSocket[] = []
      for (let index = 0; index < people.length; index += 50) {
        const some = people.slice(index, index + 50)
        sockets.push(...(await opened(some.map((asker) => app.ask(asker, talk, heard())))))
      }
      await Bun.sleep(2_000)
      const cpu = await processorSeconds(app.pid)
      measuring = true
      await Bun.sleep(8_000)
      measuring = false
      const used = ((await processorSeconds(app.pid)) - cpu) / 8
      for (const socket of sockets) socket.close()
      const [p50, p99] = [percentile(delays, 0.5), percentile(delays, 0.99)]
      console.error(
        `${name}: p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms, ${delays.length} words, ${(used * 100).toFixed(0)} % of a core`,
      )
      const [limit50, limit99] = limits[name === 'Redis' ? 'Redis' : 'in-process']
      rows.push(row(`a word to its reader, ${name}: adds, p50`, p50 - base.p50, limit50, 'ms'))
      rows.push(row(`a word to its reader, ${name}: adds, p99`, p99 - base.p99, limit99, 'ms'))
    })
  }
}

async function processorSeconds(pid: number): Promise<number> {
  const stat = await Bun.file(`/proc/${pid}/stat`).text()
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function resuming() {
  const prefix = 4_000
  for (const [name, redis] of Object.entries(engines)) {
    await withApp(redis, async (app) => {
      const people = await app.people(50)
      await opened(people.map((asker) => app.ask(asker, { perSecond: 20, seconds: 60, prefix })))
      await Bun.sleep(2_000)
      const times: number[] = []
      for (let time = 0; time < 400; time++) {
        const asker = people[time % people.length]
        if (!asker) break
        const started = performance.now()
        let characters = 0
        const whole = Promise.withResolvers<void>()
        const socket = await app.follow(asker, (text) => {
          characters += text.length
          if (characters >= prefix) whole.resolve()
        })
        await whole.promise
        if (time >= 100) times.push(performance.now() - started)
        socket.close()
      }
      console.error(`${name}: back after p50 ${percentile(times, 0.5).toFixed(1)} ms`)
      const p99 = percentile(times, 0.99)
      rows.push(row(`a reader is back, ${name}: whole prefix, p99`, p99, 50, 'ms'))
    })
  }
}

try {
  for (const [name, measure] of Object.entries({ memory, latency, resuming })) {
    if (wanted.size === 0 || wanted.has(name)) await measure()
  }
  console.log(JSON.stringify(rows))
} finally {
  model.stop()
  bare.stop()
  await backing.stop()
}
process.exit(0)

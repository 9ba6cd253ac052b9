import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeLocalPorts, run, type Running, stackEnvironment } from '../scripts/stack.ts'

export type Row = { what: string; measured: string; limit: string; holds: boolean }

export const row = (
  what: string,
  value: number,
  limit: number,
  unit: string,
  least = false,
): Row => ({
  what,
  measured: `${Number.isInteger(value) ? value : value.toPrecision(3)} ${unit}`,
  limit: `${least ? '>=' : '<='} ${limit} ${unit}`,
  holds: least ? value >= limit : value <= limit,
})

/** The middle of several runs. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The resident memory of a process, in MB. */
export async function residentMegabytes(server: Running): Promise<number> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
  return Number(status.match(/VmRSS:\s+(\d+)/)?.[1]) / 1024
}

/** A prepared production stack on ports of its own; `stop` removes its data. */
export async function productionStack(env: Record<string, string> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'loam-bench-'))
  const { port, ports, variables: portVariables } = freeLocalPorts()
  const stack = await stackEnvironment({
    mode: 'production',
    dataDir,
    port,
    ports,
    env: { LOG_LEVEL: 'error', ...portVariables, ...env },
  })
  const cloud = run('The local cloud', ['scripts/local-cloud.ts'], stack.cloudVariables)
  const prepared = run('The database', ['scripts/prepare-database.ts'], stack.variables)
  if ((await prepared.exited) !== 0) throw new Error('The database could not be prepared.')
  return {
    url: `http://localhost:${port}`,
    start: () => run('The app', ['src/serve.ts'], stack.variables, 'ignore'),
    async stop() {
      await cloud.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Asks until the page comes; the time from `startedAt`, in milliseconds. */
export async function firstPage(url: string, startedAt: number, limit = 60_000): Promise<number> {
  while (performance.now() - startedAt < limit) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) {
      await answer.text()
      return performance.now() - startedAt
    }
    await Bun.sleep(5)
  }
  throw new Error(`${url} was not served within ${limit / 1000} s.`)
}

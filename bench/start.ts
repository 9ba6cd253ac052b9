/** How long until the first page, and how much memory. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeLocalPorts, run, serverDatabase } from '../scripts/stack.ts'
import { firstPage, median, productionStack, residentMegabytes, type Row, row } from './measure.ts'

/** `bun dev` on an empty data folder, and again on the used one. */
export async function developmentStart(): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'loam-bench-'))
  const { port, variables } = freeLocalPorts()
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: String(port),
    LOCAL_DATA_DIR: dataDir,
    ...variables,
  }
  const once = async () => {
    const startedAt = performance.now()
    const dev = run('bun dev', ['dev'], env, 'ignore')
    const milliseconds = await firstPage(`http://localhost:${port}/`, startedAt)
    await dev.stop()
    return milliseconds / 1000
  }
  const empty = await once()
  const used = median([await once(), await once(), await once()])
  await rm(dataDir, { recursive: true, force: true })
  return [
    row('bun dev, empty data folder: first page', empty, 6, 's'),
    row('bun dev, used data folder: first page', used, 3.5, 's'),
  ]
}

/** The production server on a used data folder: embedded database, and a server when one is given. */
export async function productionStart(): Promise<Row[]> {
  const rows = await measured('with PGlite', 350)
  if (process.env.TEST_DATABASE_URL)
    rows.push(...(await measured('with a Postgres server', 150, serverDatabase())))
  else console.log('TEST_DATABASE_URL is not set: the memory without PGlite is not measured.')
  return rows
}

async function measured(
  name: string,
  megabytes: number,
  env?: Record<string, string>,
): Promise<Row[]> {
  const stack = await productionStack(env)
  const times: number[] = []
  let memory = 0
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const startedAt = performance.now()
    const server = stack.start()
    times.push(await firstPage(`${stack.url}/`, startedAt))
    // Background work has begun by then, and a visitor has looked around.
    for (const path of ['/', '/pricing', '/sign-in']) await fetch(stack.url + path)
    await Bun.sleep(2_500)
    memory = Math.max(memory, await residentMegabytes(server))
    await server.stop()
  }
  await stack.stop()
  return [
    row(`production ${name}: start to first page`, median(times), 600, 'ms'),
    row(`production ${name}: memory`, memory, megabytes, 'MB'),
  ]
}

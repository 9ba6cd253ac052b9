/** `bun dev` on an empty data folder: the first thing that anybody sees of the project. */
import { expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeLocalPorts, run, untilServed } from '../scripts/stack.ts'

test('one command serves the app and the console, and leaves nothing behind', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'loam-dev-'))
  const { port, ports, variables } = freeLocalPorts()
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: String(port),
    LOCAL_DATA_DIR: dataDir,
    ...variables,
  }
  const dev = run('bun dev', ['scripts/dev.ts'], env, 'ignore')
  try {
    await untilServed(`http://localhost:${port}/`, dev, 45_000)
    const board = await (await fetch(`http://localhost:${port}/jobs`)).text()
    expect(board.match(/href="\/jobs\/[a-z]/g)?.length).toBeGreaterThan(5)
    const console = await fetch(`http://localhost:${ports.console}/`)
    expect(await console.text()).toContain('candidate@loam.example')
    const origin = `http://localhost:${ports.console}`
    const entered = await fetch(`${origin}/sign-in`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ email: 'candidate@loam.example' }),
      redirect: 'manual',
    })
    const home = await fetch(entered.headers.get('location') ?? '', {
      headers: {
        cookie: entered.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      },
      redirect: 'manual',
    })
    expect(home.status).toBe(200)
    expect(await home.text()).toContain('Clara')
  } finally {
    await dev.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  for (const taken of [port, ports.console]) {
    expect(await fetch(`http://localhost:${taken}/`).catch(() => 'nobody')).toBe('nobody')
  }
})

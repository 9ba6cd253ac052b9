/** `bun dev` on an empty data folder: the first thing that anybody sees of the project. */
import { expect, test } from 'bun:test'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeLocalPorts, run, untilServed } from '../scripts/stack.ts'
import { pagePatterns } from './pages.ts'

/** Pages that a member of an organisation may open by their address alone. */
async function openPages(): Promise<string[]> {
  const patterns = (await pagePatterns()).filter(
    (pattern) => !/^\/(admin|sign-|verify|forgot-|reset-)|\/(new|checkout)$/.test(pattern),
  )
  const ofOrganization = patterns.map((pattern) =>
    pattern.replace('/o/$orgSlug', '/o/halden-waerme'),
  )
  return ofOrganization.filter((path) => !path.includes('$') && path !== '/o/halden-waerme')
}

test('one command serves the app and the console, and leaves nothing behind', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'loam-dev-'))
  const terminal = await open(join(dataDir, 'terminal.txt'), 'a')
  const { port, ports, variables } = freeLocalPorts()
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: String(port),
    LOCAL_DATA_DIR: dataDir,
    ...variables,
  }
  const dev = run('bun dev', ['scripts/dev.ts'], env, terminal.fd)
  try {
    await untilServed(`http://localhost:${port}/`, dev, 45_000)
    const console = await fetch(`http://localhost:${ports.console}/`)
    expect(await console.text()).toContain('candidate@loam.example')
    const origin = `http://localhost:${ports.console}`
    const entered = await fetch(`${origin}/sign-in`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ email: 'owner@loam.example' }),
      redirect: 'manual',
    })
    const cookies = entered.headers.getSetCookie().map((line) => line.split(';')[0])
    const visit = async (address: string) => {
      const headers = { cookie: cookies.join('; ') }
      const page = await fetch(address, { headers, redirect: 'manual' })
      expect([address, page.status]).toEqual([address, 200])
      return page.text()
    }
    expect(await visit(entered.headers.get('location') ?? '')).toContain('Olivia')
    const pages = await openPages()
    expect(pages.length).toBeGreaterThan(6)
    for (const path of pages) await visit(`http://localhost:${port}${path}`)
    // React warns in the terminal of whatever it dislikes in a page.
    expect(
      (await readFile(join(dataDir, 'terminal.txt'), 'utf8')).split('Stop with Ctrl+C.')[1]?.trim(),
    ).toBe('')
  } finally {
    await dev.stop()
    await terminal.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  for (const taken of [port, ports.console]) {
    expect(await fetch(`http://localhost:${taken}/`).catch(() => 'nobody')).toBe('nobody')
  }
})

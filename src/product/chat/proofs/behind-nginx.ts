import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from '#/env.server.ts'
import { type Connect, ended, signedIn } from '../test-readers.ts'
import { createAsker, expectNothingWrongWasShown, Violation } from './people.ts'
import type { Servers } from './servers.ts'

const root = join(import.meta.dirname, '../../../..')

/**
 * The project's own nginx.conf in front of both servers. A model that is silent for longer than the
 * proxy waits keeps its connection, because the app says something every ten seconds; with a proxy
 * that waits for less than that, readers are cut and still miss nothing. Words come one by one.
 */
export async function proveBehindNginx({ servers }: Servers) {
  const addresses = servers.map(({ origin }) => new URL(origin).host)
  const patient = await startNginx(addresses, 13)
  const silent = await read(servers, patient.origin, {
    seed: 1,
    characters: 60,
    tokensPerSecond: 40,
    silentMs: 17_000,
  })
  if (silent.connections !== 1)
    throw new Violation(`a silent answer took ${silent.connections} connections`)
  const flowing = await read(servers, patient.origin, {
    seed: 2,
    characters: 300,
    tokensPerSecond: 40,
  })
  if (flowing.steps < 30)
    throw new Violation(`the words came in ${flowing.steps} pieces: something holds them back`)
  await patient.stop()

  const hasty = await startNginx(addresses, 4)
  const cut = await read(servers, hasty.origin, {
    seed: 3,
    characters: 60,
    tokensPerSecond: 40,
    silentMs: 12_000,
  })
  // Otherwise the first part shows nothing.
  if (cut.connections < 2) throw new Violation('the hasty proxy has not cut anybody')
  await hasty.stop()
  expectNothingWrongWasShown()
  return {
    'seconds of silence, of which the proxy bears 13': 17,
    'connections that it took': silent.connections,
    'pieces in which 300 characters came': flowing.steps,
    'connections behind a proxy that bears 4 s': cut.connections,
  }
}

async function read(
  servers: Servers['servers'],
  origin: string,
  script: Parameters<typeof createAsker>[1],
) {
  const asker = await createAsker(servers, script)
  const connect = signedIn(() => origin, env.APP_URL, asker.cookie)
  let connections = 0
  const counted: Connect = (url, init) => {
    connections += 1
    return connect(url, init)
  }
  const tab = await asker.open(counted)
  const lengths = new Set<number>()
  tab.subscribe(() => lengths.add(tab.getState().messages.at(-1)?.content.length ?? 0))
  if (!(await tab.ask({ text: asker.question }))) throw new Violation('a question was not taken')
  const { content, status } = await ended(tab, 60_000)
  if (status !== 'complete' || content !== asker.said) throw new Violation(`it ended as ${status}`)
  tab.close()
  return { connections, steps: lengths.size }
}

/** nginx.conf as it is shipped, but for its addresses and how long it waits for the app. */
async function startNginx(addresses: string[], readTimeoutSeconds: number) {
  const folder = await mkdtemp(join(tmpdir(), 'loam-nginx-'))
  const probe = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  probe.stop(true)
  const upstream = addresses.map((address) => `server ${address} max_fails=0;`).join(' ')
  const shipped = await Bun.file(join(root, 'nginx.conf')).text()
  const config = replaced(shipped, [
    [/server app:3000 [^;]*;/, upstream],
    [/resolver [^;]*;/, ''],
    [/listen 80 default_server;/, `listen 127.0.0.1:${probe.port} default_server;`],
    [/proxy_read_timeout 75s;/, `proxy_read_timeout ${readTimeoutSeconds}s;`],
    [/access_log [^;]*;/, 'access_log off;'],
    [/error_log [^;]*;/, 'error_log stderr crit;'],
  ])
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
  await Bun.write(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; ${replaced(config, [[/http \{/, `http { ${paths}`]])}`,
  )
  const nginx = Bun.spawn(
    ['nginx', '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
    {
      stdin: 'ignore',
      stdout: 'ignore',
      stderr: 'inherit',
    },
  )
  const origin = `http://127.0.0.1:${probe.port}`
  for (let attempt = 0; !(await fetch(`${origin}/api/health`).catch(() => null))?.ok; attempt++) {
    if (attempt > 100 || nginx.exitCode !== null) throw new Error('nginx did not come up')
    await Bun.sleep(50)
  }
  return {
    origin,
    async stop() {
      nginx.kill('SIGTERM')
      await nginx.exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Each of them is there, so that the proof is of the file that is shipped. */
function replaced(text: string, changes: [RegExp, string][]): string {
  return changes.reduce((changed, [from, to]) => {
    if (!from.test(changed)) throw new Error(`nginx.conf has no ${from}`)
    return changed.replace(from, to)
  }, text)
}

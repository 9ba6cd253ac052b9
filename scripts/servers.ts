/**
 * A real Postgres with pgvector and a real Redis for the tests and the benchmarks, on free ports and
 * gone with this process:
 *
 *   bun scripts/servers.ts                    starts both, prints their addresses, waits for Ctrl+C
 *   bun scripts/servers.ts command ...        runs the command with TEST_DATABASE_URL, TEST_REDIS_URL ...
 *
 * Programs that are on the path are taken (Postgres 15 or newer whose pgvector is installed). On a
 * Debian where we are root and they are missing, a small system with both is unpacked once into the
 * user's cache.
 */
import { access, chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'loam')
const bundle = join(cache, 'servers-1')
const packages = 'postgresql-17,postgresql-17-pgvector,redis-server'

const variableNames = [
  /** The owner of an empty database, who migrates and may create more; no superuser. */
  'TEST_DATABASE_URL',
  /** The app's logins: for the work of people, and for work without a user. */
  'TEST_DATABASE_USER_URL',
  'TEST_DATABASE_SYSTEM_URL',
  /** May do everything, as an administrator of the server would. */
  'TEST_DATABASE_SUPERUSER_URL',
  'TEST_REDIS_URL',
] as const

export type Servers = {
  /** For the environment of what uses them. */
  variables: Record<(typeof variableNames)[number], string>
  stop(): Promise<void>
}

/** How the programs of one machine are started, and where they see their data. */
type Programs = {
  command(program: 'initdb' | 'postgres' | 'redis-server', options: string[]): string[]
  /** A new empty folder that the servers' user may write; the same path as the programs see it. */
  folder(): Promise<{ path: string; seenAs: string }>
}

/** Brings both up; resolves when they answer. */
export async function startServers(): Promise<Servers> {
  const programs = (await installedPrograms()) ?? (await bundledPrograms())
  const [postgres, redis] = await Promise.all([startPostgres(programs), startRedis(programs)])
  return {
    variables: { ...postgres.variables, TEST_REDIS_URL: redis.url },
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop()])
    },
  }
}

async function startPostgres(programs: Programs) {
  const data = await programs.folder()
  await finishes(
    programs.command(
      'initdb',
      `-D ${data.seenAs} -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync`.split(' '),
    ),
  )
  const port = freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    // The data is thrown away with the process.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    random_page_cost: '1.1',
    // A chroot has no /dev/shm.
    dynamic_shared_memory_type: 'mmap',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = start(
    programs.command('postgres', ['-D', data.seenAs, '-p', String(port), ...options]),
    'QUIT',
    data.path,
  )
  const address = (user: string, database: string) =>
    `postgres://${user}@127.0.0.1:${port}/${database}`
  await untilAnswered('Postgres', server, () => createDatabase(address('postgres', 'postgres')))
  return {
    variables: {
      TEST_DATABASE_URL: address('loam_owner', 'loam'),
      TEST_DATABASE_USER_URL: address('loam_user', 'loam'),
      TEST_DATABASE_SYSTEM_URL: address('loam_system', 'loam'),
      TEST_DATABASE_SUPERUSER_URL: address('postgres', 'loam'),
    },
    stop: server.stop,
  }
}

/** An empty database with the logins of scripts/create-logins.sh, which need no password here. */
async function createDatabase(url: string) {
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  await client.connect()
  await client.query(`
    create role app_user nologin;
    create role app_system nologin;
    create role app_audit nologin;
    create role loam_owner login createdb;
    create role loam_user login in role app_user;
    create role loam_system login in role app_system;
    grant app_user, app_system, app_audit to loam_owner with admin option`)
  // As in create-logins.sh, for every database that is made from the template.
  const template = new Client({ connectionString: url.replace(/\/postgres$/, '/template1') })
  await template.connect()
  await template.query(`do $$ declare f record; begin
    for f in select oid::regprocedure as name from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_.*|loread|lowrite)$' loop
      execute format('revoke all on function %s from public', f.name);
    end loop; end $$`)
  await template.end()
  await client.query('create database loam owner loam_owner')
  await client.end()
}

async function startRedis(programs: Programs) {
  const data = await programs.folder()
  const port = freePort()
  const server = start(
    programs.command('redis-server', [
      ...`--port ${port} --bind 127.0.0.1 --dir ${data.seenAs} --appendonly no`.split(' '),
      // Nothing is ever written to the disk.
      '--save',
      '',
    ]),
    'TERM',
    data.path,
  )
  const url = `redis://127.0.0.1:${port}`
  await untilAnswered('Redis', server, async () => {
    const { Redis } = await import('ioredis')
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.ping()
    } finally {
      client.disconnect()
    }
  })
  return {
    url,
    stop: server.stop,
  }
}

async function installedPrograms(): Promise<Programs | null> {
  const programs = ['initdb', 'postgres', 'redis-server'] as const
  const isRoot = process.getuid?.() === 0
  // Postgres refuses to run as root, and the bundle knows how not to.
  if (isRoot || programs.some((program) => !Bun.which(program))) return null
  const share = Bun.spawnSync(['pg_config', '--sharedir']).stdout.toString().trim()
  if (!(await exists(join(share, 'extension/vector.control')))) return null
  return {
    command: (program, options) => [program, ...options],
    async folder() {
      const path = await mkdtemp(join(tmpdir(), 'loam-server-'))
      return { path, seenAs: path }
    },
  }
}

/** A Debian with the two servers in a folder of its own, where they run as its user postgres. */
async function bundledPrograms(): Promise<Programs> {
  if (process.getuid?.() !== 0 || !Bun.which('apt-get')) {
    throw new Error(
      'Postgres with pgvector and Redis are needed, and are not here. Install both and put initdb, postgres, pg_config and redis-server on the path (Debian keeps the first three in /usr/lib/postgresql/<version>/bin), or run this as root on Debian, where it fetches them by itself. The tests also take servers that run already: set TEST_DATABASE_URL and TEST_REDIS_URL, and leave --servers out.',
    )
  }
  if (!(await exists(join(bundle, 'complete')))) await unpackBundle()
  const [, , uid, gid] =
    /^postgres:(.*?):(\d+):(\d+):/m.exec(await Bun.file(join(bundle, 'etc/passwd')).text()) ?? []
  const path: Record<string, string> = {
    initdb: '/usr/lib/postgresql/17/bin/initdb',
    postgres: '/usr/lib/postgresql/17/bin/postgres',
    'redis-server': '/usr/bin/redis-server',
  }
  return {
    command: (program, options) => [
      'chroot',
      `--userspec=${uid}:${gid}`,
      bundle,
      path[program] ?? program,
      ...options,
    ],
    async folder() {
      const parent = join(bundle, 'var/tmp')
      const folder = await mkdtemp(join(parent, 'loam-'))
      await chown(folder, Number(uid), Number(gid))
      await chmod(folder, 0o700)
      return { path: folder, seenAs: folder.slice(bundle.length) }
    },
  }
}

async function unpackBundle() {
  console.log(`Unpacking Postgres and Redis into ${bundle} (once) ...`)
  if (!Bun.which('debootstrap')) {
    await finishes(['apt-get', '-qq', 'update'])
    await finishes(['apt-get', '-qq', 'install', '-y', '--no-install-recommends', 'debootstrap'])
  }
  await mkdir(cache, { recursive: true })
  await rm(bundle, { recursive: true, force: true })
  const options = ['--variant=minbase', `--include=${packages}`]
  await finishes(['debootstrap', ...options, 'trixie', bundle])
  await Bun.write(join(bundle, 'complete'), '')
}

type Started = { exited: Promise<number>; stop(): Promise<void> }

/**
 * Runs a server until stop() is called or the pipe to the shell's standard input closes, which it
 * does when this process dies, however it dies; then its data is removed. (A shell gives /dev/null
 * to what it starts in the background, so the pipe is kept as another descriptor; and what it starts
 * so ignores INT and QUIT unless it asks for them, as Postgres does.)
 */
const endWithParent = `signal=$1; data=$2; shift 2; exec 3<&0
"$@" >/dev/null 2>&1 3<&- & server=$!
(cat <&3 >/dev/null; kill -$signal $server 2>/dev/null) & watch=$!
trap 'kill -$signal $server' TERM
wait $server; wait $server
rm -rf "$data"; kill $watch 2>/dev/null`

function start(command: string[], signal: 'QUIT' | 'TERM', data: string): Started {
  const child = Bun.spawn(['sh', '-c', endWithParent, 'sh', signal, data, ...command], {
    stdin: 'pipe',
    stdout: 'ignore',
    stderr: 'ignore',
  })
  return {
    exited: child.exited,
    async stop() {
      child.kill('SIGTERM')
      await child.exited
    },
  }
}

async function finishes(command: string[]) {
  const child = Bun.spawn(command, {
    stdout: 'pipe',
    stderr: 'pipe',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const [output, errors] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ])
  if ((await child.exited) !== 0) {
    throw new Error(`${command.join(' ')} failed:\n${output.slice(-2_000)}${errors.slice(-2_000)}`)
  }
}

async function untilAnswered(name: string, server: Started, ask: () => Promise<void>) {
  const until = performance.now() + 30_000
  let last: unknown
  while (performance.now() < until) {
    try {
      return await ask()
    } catch (error) {
      last = error
    }
    const ended = await Promise.race([server.exited, Bun.sleep(50)])
    if (ended !== undefined) throw new Error(`${name} ended at once.`, { cause: last })
  }
  throw new Error(`${name} did not answer.`, { cause: last })
}

function freePort(): number {
  const probe = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  probe.stop(true)
  return probe.port
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** The same for a program that cannot go on without them: it ends with the reason alone. */
export const startServersOrExit = () =>
  startServers().catch((error: Error) => {
    console.error(error.message, error.cause ?? '')
    process.exit(1)
  })

if (import.meta.main) {
  const servers = await startServersOrExit()
  // Bun keeps a first "--" for itself.
  const command = Bun.argv.slice(2)
  let code = 0
  if (command.length === 0) {
    for (const [name, url] of Object.entries(servers.variables)) console.log(`${name}=${url}`)
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
  } else {
    const child = Bun.spawn(command, {
      stdin: 'inherit',
      stdout: 'inherit',
      stderr: 'inherit',
      env: { ...process.env, ...servers.variables },
    })
    code = await child.exited
  }
  await servers.stop()
  process.exit(code)
}

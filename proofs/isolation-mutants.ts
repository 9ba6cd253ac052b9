/**
 * Removes or weakens everything that keeps tenants apart, one thing at a time, and runs the proofs:
 * each of these mutants must be caught.
 *
 *   bun run proofs:mutants [part of a name]
 *
 *   --sample=8     every eighth only, always the same
 *   --workers=2
 *   --quick        without the tests of the features, to see what only they would catch
 *
 * Mutants of the database (mutants/catalogue-mutants.ts) are shown to the matrix of tables and to the
 * tests of the database in one process, which takes a moment; those of the procedures
 * (mutants/code-mutants.ts) to the matrix of procedures. What is not seen there is tried by the tests
 * of the features.
 */
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { catalogueMutants, type Mutant } from './mutants/catalogue-mutants.ts'
import { type CodeMutant, codeMutants } from './mutants/code-mutants.ts'

await import('../tests/environment.ts')
const { database, closeDatabase } = await import('#/db/database.server.ts')
const { access } = await import('#/db/migrate.ts')
const { accessTests, merged } = await import('../tests/isolation/isolations.ts')

const flag = (name: string) =>
  Bun.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1]
const wanted = Bun.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const every = Number(flag('sample') ?? 1)
const workers = Number(flag('workers') ?? Math.min(4, availableParallelism()))

/** For what the proofs of the database alone do not see. */
const suites: Record<string, string[]> = {
  catalogue: [
    'src/db/catalogue.test.ts',
    'src/db/tenant-columns.test.ts',
    'src/db/audit-trail.test.ts',
  ],
  procedures: ['src/rpc', 'tests/isolation/procedures.test.ts'],
  features: accessTests,
}

/** One that is caught after all, or that does not exist any more, has to leave its isolation.ts. */
const equivalent = merged(({ equivalentMutants }) => equivalentMutants)

/** The end of what the tests print when one of them fails with the mutant, or null. */
async function failures(
  paths: string[],
  variables: Record<string, string> = {},
): Promise<string | null> {
  const child = Bun.spawn(
    [
      process.execPath,
      'test',
      '--config=proofs/mutants/bunfig.toml',
      '--bail',
      '--timeout=60000',
      ...paths,
    ],
    { env: { ...process.env, ...variables }, stdout: 'ignore', stderr: 'pipe' },
  )
  const said = await new Response(child.stderr).text()
  return (await child.exited) === 0 ? null : said.slice(-4000) || 'It printed nothing.'
}

const answer = z.object({ by: z.string().nullish(), problem: z.string().optional() })

/** A process with a database of its own, which is asked one thing at a time. */
async function startWorker() {
  let answered = Promise.withResolvers<z.infer<typeof answer>>()
  const child = Bun.spawn([process.execPath, 'test', './proofs/mutants/worker.ts'], {
    stdout: 'ignore',
    stderr: 'ignore',
    ipc: (message) => answered.resolve(answer.parse(message)),
    onExit: () => answered.resolve({ problem: 'the process ended' }),
  })
  await answered.promise
  return {
    /** What noticed the mutant, if anything did. */
    async ask({ apply, undo, table }: Mutant): Promise<string | null> {
      if (undo === null) return null
      answered = Promise.withResolvers()
      child.send({ apply, undo, table })
      const { by = null, problem } = await answered.promise
      if (problem !== undefined) throw new Error(problem)
      return by
    },
    stop: () => child.kill(),
  }
}

async function caughtBy(
  mutant: Mutant | CodeMutant,
  worker: Awaited<ReturnType<typeof startWorker>>,
) {
  if ('text' in mutant) {
    const variables = { MUTANT_FILE: mutant.file, MUTANT_TEXT: mutant.text }
    for (const name of ['procedures', 'features']) {
      const said = suites[name] && (await failures(suites[name], variables))
      if (said) return { by: `the tests of the ${name}`, said }
    }
    return null
  }
  const by = await worker.ask(mutant)
  if (by) return { by, said: '' }
  for (const [name, paths] of Object.entries(suites)) {
    if (name === 'procedures') continue
    const said = await failures(paths, { MUTANT_SQL: mutant.apply })
    if (said) return { by: `the tests of the ${name}`, said }
  }
  return null
}

const { client } = await database()
if (client.kind !== 'pglite') throw new Error('Mutants live in embedded databases.')
await client.pglite.exec('reset role')
const grants = await access()
const all = [...(await codeMutants()), ...(await catalogueMutants(client.pglite, grants))]
await closeDatabase()
const chosen = all.filter(
  ({ name }, at) =>
    at % every === 0 && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
)

if (Bun.argv.includes('--quick')) delete suites.features

// A suite that fails anyway would catch everything.
for (const [name, paths] of Object.entries(suites)) {
  const said = await failures(paths)
  if (said) throw new Error(`The tests of the ${name} fail without any mutant.\n${said}`)
}

const started = performance.now()
const catches = new Map<string, number>()
const survivors: string[] = []
const faults: string[] = []
const queue = [...chosen]

await Promise.all(
  Array.from({ length: workers }, async () => {
    let worker = await startWorker()
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      try {
        const caught = await caughtBy(mutant, worker)
        if (caught) catches.set(caught.by, (catches.get(caught.by) ?? 0) + 1)
        if (caught && mutant.name in equivalent) {
          faults.push(`is not equivalent: ${mutant.name}, seen by ${caught.by}\n${caught.said}`)
        }
        if (!caught && !(mutant.name in equivalent)) {
          survivors.push(mutant.name)
          console.log(`SURVIVED  ${mutant.name}`)
        }
      } catch (error) {
        faults.push(`${mutant.name}: ${String(error)}`)
        worker.stop()
        worker = await startWorker()
      }
    }
    worker.stop()
  }),
)

for (const name of Object.keys(equivalent)) {
  if (!all.some((mutant) => mutant.name === name)) faults.push(`is no mutant any more: ${name}`)
}
for (const [by, number] of catches) console.log(`${String(number).padStart(6)}  by ${by}`)
for (const fault of faults) console.log(`FAULT  ${fault}`)
const caught = [...catches.values()].reduce((sum, number) => sum + number, 0)
const argued = chosen.filter(({ name }) => name in equivalent).length
console.log(
  `${chosen.length} mutants, ${caught} caught, ${argued} that change nothing, ${survivors.length} survived, in ${Math.round((performance.now() - started) / 1000)} s`,
)
process.exit(survivors.length + faults.length === 0 ? 0 : 1)

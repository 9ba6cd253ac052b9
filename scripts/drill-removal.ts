/**
 * `bun run drill:removal [feature ...]`: removes each of these in a copy of the repository, with all that
 * stands on it, and asks of what is left that the check and every test of rules and procedures pass, and
 * that the app starts. `all` takes each feature of the product in turn, and the whole product. Without a
 * name it takes one of them, another one with each commit.
 */
import { join } from 'node:path'
import { $ } from 'bun'
import { inCopy, runDrills, starts } from './drill/in-copy.ts'
import { arrowsOf } from './remove/arrow-table.ts'
import { readText } from './remove/repository.ts'

const root = join(import.meta.dirname, '..')
const bun = process.execPath

const drill = (feature: string) =>
  inCopy(async (copy) => {
    await $`${bun} scripts/remove.ts ${feature} --with-dependants`.cwd(copy)
    await $`${bun} test --parallel=2 --no-isolate --timeout=60000 --only-failures`.cwd(copy)
    await starts(copy)
  })

/** A feature stands in the lists; the other folders go with the last feature that uses them. */
const isFeature = (name: string) =>
  [...new Bun.Glob(`src/product/${name}/feature{,.server}.ts`).scanSync(root)].length > 0
const arrows = arrowsOf(await readText('.dependency-cruiser.cjs'), 'product')
const names = [...arrows.keys()].filter(isFeature)

const everything = ['product', ...names]

async function sample(): Promise<string[]> {
  const commit = (await $`git rev-parse HEAD`.cwd(root).text()).slice(0, 8)
  return [everything[Number.parseInt(commit, 16) % everything.length] ?? 'product']
}

const given = Bun.argv.slice(2)
const chosen = given.includes('all') ? everything : given
await runDrills(
  (chosen.length > 0 ? chosen : await sample()).map((feature) => ({
    name: `Without ${feature}`,
    run: () => drill(feature),
  })),
)

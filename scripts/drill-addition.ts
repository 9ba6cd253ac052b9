/**
 * `bun run drill:addition [organization|person ...]`: adds a feature in a copy of the repository and asks
 * that the check passes, with its tests, those of all features and its journey, that the app starts, that
 * nothing else was touched, and that removing it leaves no more than two migrations. Without a name both
 * kinds, and each has every kind of field.
 */
import { $ } from 'bun'
import { commitAll, inCopy, runDrills, starts } from './drill/in-copy.ts'

const bun = process.execPath
/** Those that know every feature: the database, the trail, the isolation matrix, the sample data. */
const tests = [
  'src/db',
  'src/platform/audit',
  'src/features.server.test.ts',
  'tests/isolation',
  'tests/repository.test.ts',
  'scripts/seed.test.ts',
]
const migrations = /^src\/db\/migrations\//
/** The files that every added feature changes outside of its folder; the last three are derived. */
const shared = new Set([
  'src/features.ts',
  'src/features.server.ts',
  'src/routes.ts',
  '.dependency-cruiser.cjs',
  'src/db/migrations/meta/_journal.json',
  'docs/isolation.md',
  'project.inlang/settings.json',
])

const features = {
  organization: {
    many: 'work-orders',
    fields:
      'name:text, customer:text!, amount:number, state:choice(open|in-work|done), due:date, notes:long',
  },
  person: {
    many: 'diaries',
    fields:
      'title:text, day:date!, pages:number!, text:long!, mood:choice(a|b|c|d|e|f|g), hidden:boolean',
  },
}
type Kind = keyof typeof features

const drill = (kind: Kind) =>
  inCopy(async (copy) => {
    const { many, fields } = features[kind]
    const folder = `src/product/${many}`
    const before = (await $`git rev-parse HEAD`.cwd(copy).text()).trim()
    await $`${bun} scripts/add.ts ${many} --of=${kind} --fields=${fields}`.cwd(copy)
    await commitAll(copy)
    const added = (await changedSince(copy, before)).filter(
      (path) => !path.startsWith(`${folder}/`),
    )
    const others = added.filter((path) => !shared.has(path) && !migrations.test(path))
    if (others.length > 0) throw new Error(`Also changed: ${others.join(', ')}`)
    await $`${bun} test --timeout=20000 --only-failures ${[folder, ...tests]}`.cwd(copy)
    await starts(copy)
    await $`${bun} scripts/e2e.ts ${many}`.cwd(copy)
    await $`${bun} scripts/remove.ts ${many}`.cwd(copy)
    await commitAll(copy)
    const left = (await changedSince(copy, before)).filter((path) => !migrations.test(path))
    if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`)
  })

async function changedSince(copy: string, commit: string): Promise<string[]> {
  const listed = await $`git diff --name-only ${commit}`.cwd(copy).text()
  return listed.split('\n').filter(Boolean)
}

const isKind = (name: string): name is Kind => name in features
const wanted = Bun.argv.slice(2)
const unknown = wanted.find((name) => !isKind(name))
if (unknown) throw new Error(`There is no kind ${unknown}: ${Object.keys(features).join(', ')}.`)
const kinds = (wanted.length > 0 ? wanted : Object.keys(features)).filter(isKind)
await runDrills(
  kinds.map((kind) => ({ name: `With a feature of one ${kind}`, run: () => drill(kind) })),
)

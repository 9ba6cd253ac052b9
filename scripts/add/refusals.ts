/** Finds names that this repository cannot take, before anything is written. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readText, root } from '../remove/repository.ts'
import type { Feature } from './feature.ts'
import { isName, isReserved } from './names.ts'
import { Refused } from './refuse.ts'

/** The server answers these itself, before any page. */
const addressesOfServer = new Set(['api', 'assets'])

/** Throws Refused. */
export async function refuseTakenNames({ one, many }: Pick<Feature, 'one' | 'many'>) {
  for (const { kebab } of [many, one]) {
    if (!isName(kebab)) {
      throw new Refused(
        `“${kebab}” cannot be a name: use at most 30 small letters, with hyphens between words, as “purchase-orders”.`,
      )
    }
    if (isReserved(kebab)) throw new Refused(`“${kebab}” is a reserved word of JavaScript.`)
  }
  if (one.kebab === many.kebab) {
    throw new Refused(`One and many are both “${one.kebab}”; the code needs two names.`)
  }
  for (const half of ['platform', 'product']) {
    const found = await readdir(join(root, 'src', half)).catch((): string[] => [])
    if (found.includes(many.kebab)) {
      throw new Refused(`There is a feature “${many.kebab}” already, in src/${half}/.`)
    }
  }
  if ((await tableNames()).has(one.snake)) {
    throw new Refused(`There is a table “${one.snake}” already.`)
  }
  const names = await templateNames()
  const taken = [one.camel, many.camel, one.pascal, many.pascal].find((name) => names.has(name))
  if (taken) {
    throw new Refused(
      `“${taken}” means something else in the code of a feature; choose a longer name, as “customer-${many.kebab}”.`,
    )
  }
}

/** Throws Refused when another page has the address. */
export async function refuseTakenAddress({ many, owner }: Pick<Feature, 'many' | 'owner'>) {
  if (await isRoute(many.kebab, owner)) {
    throw new Refused(`The address /${many.kebab} is taken already (src/routes.ts).`)
  }
}

async function isRoute(address: string, owner: Feature['owner']): Promise<boolean> {
  if (owner === 'person' && addressesOfServer.has(address)) return true
  const routes = await readText('src/routes.ts')
  const [outside = '', inside = ''] = routes.split(/(?=route\('\/o\/\$orgSlug')/)
  return new RegExp(`route\\('/${address}['/]`).test(owner === 'organization' ? inside : outside)
}

async function tableNames(): Promise<Set<string>> {
  const files = ['src/db/schema/*.ts', 'src/**/tables.ts'].flatMap((pattern) => [
    ...new Bun.Glob(pattern).scanSync(root),
  ])
  const texts = await Promise.all(files.map(readText))
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/pgTable\(\s*'(\w+)'/g)].map(([, name = '']) => name),
    ),
  )
}

/** Names that the template imports or declares: a noun with the same name would shadow them. */
async function templateNames(): Promise<Set<string>> {
  const folder = join(import.meta.dirname, 'template')
  const names = new Set<string>()
  for (const file of new Bun.Glob('**/*.{ts,tsx}').scanSync(folder)) {
    const text = await Bun.file(join(folder, file)).text()
    const imported = [...text.matchAll(/^import (?:type )?([^']+?) from/gm)].map(([, one]) => one)
    const declared = [...text.matchAll(/\b(?:const|type|interface|function) (\w+|[[{][^=]*)/g)]
    for (const clause of [...imported, ...declared.map(([, one]) => one)]) {
      for (const name of clause?.match(/\w+/g) ?? []) {
        if (!/garden/i.test(name)) names.add(name)
      }
    }
  }
  return names
}

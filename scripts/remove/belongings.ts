/** The files that go with a removed folder: its own outside of it, and those that only it used. */
import { basename } from 'node:path'
import { importsOf, isKit, isSource, readText } from './repository.ts'

/** Started by a person, by a runner or by the framework, and not by an import. */
const isEntry = (file: string) =>
  /\.(test|e2e|bench)\.tsx?$|(^|\/)(feature(\.server)?|tables|isolation|(expect-)?sample-data)\.ts$|\/routes\/|-child\.ts$/.test(
    file,
  ) ||
  /^(local-cloud\/.+|scripts\/[^/]+|src\/[^/]+|src\/db\/schema\/[^/]+|tests\/isolation\/[^/]+)$/.test(
    file,
  )

export type Sources = Map<string, { text: string; imports: string[] }>

export async function readSources(files: string[]): Promise<Sources> {
  const kept = files.filter((file) => isSource(file) || file === 'package.json')
  const read = kept.map(async (file) => {
    const text = await readText(file)
    return [file, { text, imports: isSource(file) ? importsOf(file, text) : [] }] as const
  })
  return new Map(await Promise.all(read))
}

/** True if the path has the name, or its plural, between two of its marks. */
const hasName = (file: string, feature: string) =>
  new RegExp(`(^|[/.-])${RegExp.escape(feature)}s?([/.-]|$)`).test(file)

/**
 * Files outside of src that are about these features. A journey, a measurement and a page of the docs are
 * by their name; a proof, a test helper or sample data if it also imports the feature, itself or by way of
 * another such file.
 */
export function ownFiles(
  files: string[],
  sources: Sources,
  features: string[],
  isInFolder: (file: string) => boolean,
): Set<string> {
  const named = files.filter(
    (file) =>
      /^(e2e|bench|proofs|tests|scripts\/seed|docs)\//.test(file) &&
      features.some((feature) => hasName(file, feature)),
  )
  const own = new Set(
    named.filter(
      (file) =>
        /^(e2e|bench)\/|^scripts\/seed\/.*\.json$/.test(file) ||
        features.some((feature) => file === `docs/${feature}.md`),
    ),
  )
  for (let before = -1; before !== own.size;) {
    before = own.size
    for (const file of named) {
      const imports = sources.get(file)?.imports ?? []
      if (imports.some((path) => isInFolder(path) || own.has(path))) own.add(file)
    }
  }
  return own
}

/**
 * Files that only removed ones use, with the tests beside them. A program that is started names its file
 * in a string.
 */
export function orphans(sources: Sources, removed: Set<string>): Set<string> {
  const users = usersOf(sources)
  const found = new Set<string>()
  const isGone = (file: string) => removed.has(file) || found.has(file)
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const [file, by] of users) {
      if (isGone(file) || isEntry(file) || isKit(file)) continue
      const test = file.replace(/\.tsx?$/, '.test.ts')
      const others = [...by].filter((user) => user !== test)
      if (others.length === 0 || !others.every(isGone)) continue
      found.add(file)
      if (by.has(test)) found.add(test)
    }
  }
  return found
}

function usersOf(sources: Sources): Map<string, Set<string>> {
  const users = new Map([...sources.keys()].map((file) => [file, new Set<string>()]))
  const byName = Map.groupBy(sources.keys(), (file) => basename(file))
  for (const [user, { text, imports }] of sources) {
    for (const path of imports) users.get(path)?.add(user)
    for (const [, name = ''] of text.matchAll(/['"/ ]([\w.-]+\.tsx?)\b/g)) {
      const [file, ...others] = byName.get(name) ?? []
      if (file !== undefined && others.length === 0 && file !== user) users.get(file)?.add(user)
    }
  }
  return users
}

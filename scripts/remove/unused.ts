/** The names that knip gives after a removal: what nobody imports any more, and packages. */
import { join } from 'node:path'
import { $ } from 'bun'
import { z } from 'zod'
import { localNames, withoutComments } from './list-entries.ts'
import { changeFile, isKit, isSource, readText, root } from './repository.ts'

const named = z.array(z.object({ name: z.string() })).default([])
const report = z.object({
  issues: z.array(
    z.object({
      file: z.string(),
      dependencies: named,
      devDependencies: named,
      files: named,
      exports: named,
      types: named,
    }),
  ),
})

async function unusedNow() {
  const output =
    await $`${process.execPath} --bun node_modules/.bin/knip --no-progress --reporter json`
      .cwd(root)
      .nothrow()
      .quiet()
  return report.parse(JSON.parse(output.stdout.toString())).issues
}

/**
 * Removes unused exports until there are none, then unused packages. Of the app's kit nothing is removed:
 * knip.json takes its unused files for used ones.
 */
export async function removeUnused(): Promise<{ removed: string[]; kept: string[] }> {
  const kept = (await unusedNow())
    .filter(
      ({ file, ...unused }) =>
        isKit(file) &&
        [unused.exports, unused.types, unused.files].some((names) => names.length > 0),
    )
    .map(({ file }) => file)
  await changeFile('knip.json', (text) => withEntries(text, kept))
  const removed = new Set<string>()
  for (let before = -1; before !== removed.size;) {
    before = removed.size
    for (const { file, exports, types } of await unusedNow()) {
      if (!isSource(file)) continue
      for (const { name } of [...exports, ...types]) {
        const isChanged = await changeFile(file, (text) => withoutDeclaration(text, name))
        if (isChanged) removed.add(`${name} in ${file}`)
      }
    }
  }
  const issues = await unusedNow()
  const packages = issues.flatMap(({ dependencies, devDependencies }) =>
    [...dependencies, ...devDependencies].map((one) => one.name),
  )
  if (packages.length > 0 && (await removePackages(packages))) {
    for (const name of packages) removed.add(`the package ${name}`)
  }
  return { removed: [...removed], kept }
}

/** knip.json with these files as entries of the app. */
export const withEntries = (source: string, files: string[]): string =>
  source.replace(
    /"entry": \[\n/,
    (begin) => begin + files.map((file) => `${JSON.stringify(file)},\n`).join(''),
  )

/** The source without this export, the comment above it, and the imports that only it used. */
export function withoutDeclaration(source: string, name: string): string {
  const lines = source.split('\n')
  const begins = new RegExp(
    `^export (?:async )?(?:const|function|type|class) ${RegExp.escape(name)}\\b`,
  )
  let first = lines.findIndex((line) => begins.test(line))
  if (first === -1) return source
  // A formatted statement ends before the next line that begins at the margin and closes nothing.
  let end = first + 1
  while (end < lines.length && !/^[^\s)}\]|&`]/.test(lines[end] ?? '')) end += 1
  while (/^(\/\*\*| \*|\/\/)/.test(lines[first - 1] ?? '')) first -= 1
  lines.splice(first, end - first)
  return withoutUnusedImports(lines.join('\n'))
}

function withoutUnusedImports(source: string): string {
  let text = source
  for (const [whole, clause = ''] of source.matchAll(/^import ([^'"]+?) from '[^']+'\n/gm)) {
    const rest = withoutComments(text.replace(whole, ''))
    const isUsed = (name: string) => new RegExp(`\\b${RegExp.escape(name)}\\b`).test(rest)
    const names = localNames(clause.replace(/^type /, ''))
    if (!names.some(isUsed)) text = text.replace(whole, '')
    else {
      const kept = names
        .filter((name) => !isUsed(name))
        .reduce((left, name) => left.replace(importedName(name), ''), whole)
      text = text.replace(whole, kept)
    }
  }
  return text
}

/** `type a as b` in the braces of an import, with the comma before or after it. */
function importedName(name: string): RegExp {
  const one = String.raw`(?:type )?(?:\w+ as )?${RegExp.escape(name)}\b`
  return new RegExp(String.raw`,\s*${one}(?=\s*\})|(?<=[{,]\s*)${one},\s*`)
}

/** The lockfile follows without installing; where that fails, nothing is changed. */
async function removePackages(packages: string[]): Promise<boolean> {
  const files = ['package.json', 'bun.lock']
  const before = await Promise.all(files.map(readText))
  await changeFile('package.json', (text) =>
    packages
      .reduce(
        (left, name) => left.replace(new RegExp(`^ {4}"${RegExp.escape(name)}": .*\\n`, 'm'), ''),
        text,
      )
      .replaceAll(/,(?=\s*\n\s*\})/g, ''),
  )
  const { exitCode } = await $`${process.execPath} install --lockfile-only --ignore-scripts`
    .cwd(root)
    .nothrow()
    .quiet()
  if (exitCode === 0) return true
  await Promise.all(files.map((file, at) => Bun.write(join(root, file), before[at] ?? '')))
  return false
}

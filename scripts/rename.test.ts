/** The command runs on a copy of the repository's files, with the dependencies of this folder. */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { $ } from 'bun'
import { site } from '#/site.ts'

const root = join(import.meta.dirname, '..')
// Written in two parts, or the command would find the name in this file and refuse it.
const newName = ['Nim', 'bus Works'].join('')
const newId = ['nim', 'busworks'].join('')
let copy: string

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'rename-'))
  const files = await $`git ls-files -z`.cwd(root).text()
  for (const file of files.split('\0').filter(Boolean)) {
    await cp(join(root, file), join(copy, file)).catch((error: NodeJS.ErrnoException) => {
      // Deleted, and not committed yet.
      if (error.code !== 'ENOENT') throw error
    })
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  await $`git init -q && git add -A && git -c user.name=x -c user.email=x@x commit -qm start`.cwd(
    copy,
  )
}, 30_000)
afterAll(() => rm(copy, { recursive: true }))

const rename = async (...names: string[]) => {
  const { stdout, stderr, exitCode } = await $`${process.execPath} scripts/rename.ts ${names}`
    .cwd(copy)
    .nothrow()
    .quiet()
  return { output: `${stdout.toString()}${stderr.toString()}`, exitCode }
}
const mentions = async (word: string) =>
  (await $`git grep -il ${word}`.cwd(copy).nothrow().text()).split('\n').filter(Boolean)

test('a name that cannot be a name is refused, and nothing is changed', async () => {
  for (const name of ['', 'X', "O'Neill", 'Два', '4Jobs', 'lower', 'a  b', '<b>', 'Jobs']) {
    const { exitCode, output } = await rename(name)
    expect(exitCode, name).toBe(1)
    expect(output, name).toContain(name)
  }
  expect((await rename()).exitCode).toBe(1)
  expect(await $`git status --porcelain`.cwd(copy).text()).toBe('')
}, 30_000)

test('the old name is left in the licence alone, and the name can be changed back', async () => {
  const { exitCode, output } = await rename(newName)
  expect(output).toContain('src/site.ts')
  expect(exitCode).toBe(0)
  expect(await mentions(site.name)).toEqual(['LICENSE'])
  expect(JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')).name).toBe(newId)
  expect(await readFile(join(copy, 'docker-compose.yml'), 'utf8')).toContain(`${newId}_owner`)
  expect(await readFile(join(copy, 'README.md'), 'utf8')).toStartWith(`# ${newName}\n`)

  const again = await rename(newName)
  expect(again.exitCode).toBe(0)
  expect(again.output).toContain('already')

  expect((await rename(site.name)).exitCode).toBe(0)
  expect(await $`git status --porcelain`.cwd(copy).text()).toBe('')
}, 60_000)

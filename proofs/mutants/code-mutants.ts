/**
 * What could be forgotten or weakened where procedures say who may call: each with a weaker kind, and
 * the kinds without each of their checks.
 */
import { basename, dirname } from 'node:path'

export type CodeMutant = { name: string; file: string; text: string }

/** What somebody may write by mistake instead. */
const weaker: Record<string, string[]> = {
  organizationOwner: ['organizationManager', 'organizationMember'],
  organizationManager: ['organizationMember'],
  platformAdmin: ['signedIn'],
  signedIn: ['anyone'],
  personOrManager: ['signedIn'],
  personOrVisitor: ['anyone'],
}

const kinds = 'src/rpc/who-may-call.server.ts'
/** Each must stand there once, so that a check that is written otherwise is not silently left out. */
const checks: Record<string, [from: string, to: string]> = {
  'nobody has to be signed in': [
    "const session = await context.session()\n  if (!session) throw new Refusal('UNAUTHORIZED')",
    'const session = await context.session()\n  if (!session) return next({ context: { user: null, actor: { userId: null } } })',
  ],
  'an admin need not be one': ["context.user.role !== 'admin'", 'false'],
  'the membership may be anybody’s': [
    'and(eq(organization.slug, slug), eq(member.userId, userId))',
    'eq(organization.slug, slug)',
  ],
  'the membership may be in another organisation': [
    'and(eq(organization.slug, slug), eq(member.userId, userId))',
    'eq(member.userId, userId)',
  ],
  'a member need not have the role': ['roles.length > 0 &&', 'false &&'],
  'any member speaks for an organisation': [
    "organizationSlug, ['owner', 'admin'])",
    'organizationSlug, [])',
  ],
  'the roles are those of anybody': ['if (!membership) throw', 'if (false) throw'],
}

export async function codeMutants(): Promise<CodeMutant[]> {
  const found: CodeMutant[] = []
  const glob = new Bun.Glob('src/**/*procedures.server.ts')
  for (const file of [...glob.scanSync()].toSorted()) {
    const source = await Bun.file(file).text()
    for (const { 0: use, 1: kind = '', index } of source.matchAll(/\.use\((\w+)\)/g)) {
      const procedure = /(\w+(?:\.\w+)*)\s*$/.exec(source.slice(0, index))?.[1] ?? `at ${index}`
      for (const instead of weaker[kind] ?? []) {
        found.push({
          name: `procedure ${basename(dirname(file))}: ${procedure} for ${instead}, not ${kind}`,
          file,
          text: `import { ${instead} as weaker } from '#/rpc/who-may-call.server.ts'\n${source.slice(0, index)}.use(weaker)${source.slice(index + use.length)}`,
        })
      }
    }
  }
  const source = await Bun.file(kinds).text()
  for (const [what, [from, to]] of Object.entries(checks)) {
    if (source.split(from).length !== 2) throw new Error(`${kinds} has no single "${from}".`)
    found.push({ name: `kind of procedure: ${what}`, file: kinds, text: source.replace(from, to) })
  }
  return found
}

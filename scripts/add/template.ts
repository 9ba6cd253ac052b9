/**
 * Turns template/, which reads like a feature for garden plots written by hand, into the wanted feature:
 *
 *   garden plot     in every form (`gardenPlots`, `GARDEN_PLOT`, `Garden plots`) becomes the noun
 *   first field     becomes the field that names a row
 *   // <person>     begins lines that only a person's feature has, `// <organization>` those of an
 *                   organisation's; `// <end>` ends them
 *   // <fields x>   becomes the code of the fields (field-code.ts)
 *
 * The formatter joins the lines again. New code for an owner or a field goes into the template; only
 * what every owner's feature spells the same way is worth a line in `asPersonal`.
 */
import { join } from 'node:path'
import { localNames, withoutComments } from '../remove/list-entries.ts'
import type { Feature } from './feature.ts'
import { fieldCode } from './field-code.ts'
import { articleFor, type Forms, formsOf } from './names.ts'

const sample = { one: formsOf('garden-plot'), many: formsOf('garden-plots') }
const sampleField = formsOf('first-field')

/** Turns what the template says of an organisation into a person's, where that is shorter than two blocks. */
const asPersonal: [RegExp, string][] = [
  [/\/o\/\$orgSlug(?=\/)/g, ''],
  [/\/organizations\/\{organizationSlug\}/g, ''],
  [/inOrganization\.extend\(/g, 'z.object('],
  [/organization(?:Member|Manager)\b/g, 'signedIn'],
  [/organizationId/g, 'userId'],
  [/, type MemberActor/g, ''],
  [/\bMemberActor\b/g, '{ userId: string }'],
  [/\.\.\.here,\s+/g, ''],
  [/\(here\)/g, '({})'],
  [/\(\{ name: membership\.name \}\)/g, '()'],
  [/\(\{ membership \}: \{ membership: Membership \}\)/g, '()'],
  [/\bmembership,\s+/g, ''],
  [/\s+membership=\{membership\}/g, ''],
  [/\(membership\.slug\)|\(orgSlug: string\)/g, '()'],
  [/,\s+params: \{ orgSlug(?:: membership\.slug)? \}/g, ''],
  [/\s+params=\{params\}/g, ''],
  [/\bparams: \{ orgSlug \},\s+/g, ''],
  [/\bparams,\s+/g, ''],
  [/\borganizationSlug(?:: orgSlug)?,\s+/g, ''],
  [/\borgSlug,\s+/g, ''],
  [/mayDelete &&\s+/g, ''],
]

/** The files of the feature, not yet formatted, by their path in its folder. */
export async function filesOf(feature: Feature): Promise<{ path: string; text: string }[]> {
  const folder = join(import.meta.dirname, 'template')
  const files = [...new Bun.Glob('**/*').scanSync(folder)].toSorted()
  const hasChoices = feature.fields.some(({ kind }) => kind === 'choice')
  const isWanted = (file: string) => {
    if (file === 'organization-numbers.server.ts') return feature.owner === 'organization'
    return hasChoices || !/-(choices|labels)\.ts$/.test(file)
  }
  return Promise.all(
    files.filter(isWanted).map(async (file) => ({
      // With their real names, the runners would start the ones in the template.
      path: withNouns(file, feature).replace(/\.(test|e2e)-code\.ts$/, '.$1.ts'),
      text: render(await Bun.file(join(folder, file)).text(), feature),
    })),
  )
}

/** Applies the rules above to one file. */
export function render(template: string, feature: Feature): string {
  let text = ofOwner(template, feature.owner)
  if (feature.owner === 'person') {
    for (const [organizations, persons] of asPersonal) {
      text = text.replaceAll(organizations, persons)
    }
  }
  const [first] = feature.fields
  if (first) text = withForms(text, sampleField, first)
  text = withArticles(withNouns(text, feature), feature.one)
  text = text.replaceAll(/(?:\/\/ |\{\/\* )?<fields ([\w-]+)>(?: \*\/\})?/g, (_, part: string) => {
    const code = fieldCode[part]
    if (!code) throw new Error(`The template asks for <fields ${part}>, which nothing writes.`)
    return code(feature)
  })
  return withoutUnusedImports(text)
}

function ofOwner(template: string, owner: Feature['owner']): string {
  let only: string | undefined
  const lines = template.split('\n').filter((line) => {
    const mark = line.match(/^\s*\/\/ <(organization|person|end)>$/)?.[1]
    if (mark) only = mark === 'end' ? undefined : mark
    return !mark && (only === undefined || only === owner)
  })
  if (only) throw new Error(`The lines for ${only} have no end.`)
  return lines.join('\n')
}

const forms = ['camel', 'pascal', 'snake', 'constant', 'kebab', 'words', 'sentence'] as const

const withForms = (text: string, from: Forms, to: Forms) =>
  forms.reduce((changed, form) => changed.replaceAll(from[form], to[form]), text)

const withNouns = (text: string, { one, many }: Feature) =>
  withForms(withForms(text, sample.many, many), sample.one, one)

const withArticles = (text: string, { words }: Forms) =>
  text.replaceAll(new RegExp(`\\b([Aa])n? (?=${words}\\b)`, 'g'), (_, letter: string) =>
    articleFor(words) === 'an' ? `${letter}n ` : `${letter} `,
  )

/** The template imports everything that some kind of field needs. */
function withoutUnusedImports(text: string): string {
  return text.replaceAll(
    /^import (type )?([^'"]+?) from ('[^']+')\n/gm,
    (whole, type = '', clause: string, from: string) => {
      const rest = withoutComments(text.replace(whole, ''))
      const isUsed = (part: string) =>
        localNames(part).some((name) =>
          new RegExp(`(?<![.\\w])${RegExp.escape(name)}\\b`).test(rest),
        )
      if (!clause.startsWith('{')) return isUsed(clause) ? whole : ''
      const parts = clause.replaceAll(/[{}]/g, '').split(',')
      const used = parts.map((part) => part.trim()).filter((part) => part && isUsed(part))
      return used.length > 0
        ? `import ${type}{ ${[...new Set(used)].join(', ')} } from ${from}\n`
        : ''
    },
  )
}

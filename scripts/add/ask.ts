/** Reads the flags of `bun run add`, and asks for what they leave out. */
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import type { Feature } from './feature.ts'
import { parseFields } from './fields.ts'
import { formsOf, kebabOf, singularOf } from './names.ts'
import { refuseTakenAddress, refuseTakenNames } from './refusals.ts'
import { Refused } from './refuse.ts'

export const usage = `Usage: bun run add <plural> [options]

  bun run add invoices --of=organization --fields="number:text, amount:number!, due:date, state:choice(open|paid)"

  --one=invoice      one of them, where it is not the plural without its s
  --of=organization  whose they are: a person's own (person) or an organisation's
  --fields="..."     name:kind with commas; kinds are text, long, number, date, choice(a|b) and boolean,
                     a ! behind one means that it cannot be empty; the first is a text and names the row
  --title-de=..., --title-pt=...   what stands in the navigation in German and Portuguese
  --in=platform      puts it into src/platform, and not into src/product
  --force            works in a tree with changes that are not committed

Without flags it asks four questions.`

const options = {
  one: { type: 'string' },
  of: { type: 'string' },
  fields: { type: 'string' },
  'title-de': { type: 'string' },
  'title-pt': { type: 'string' },
  in: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export type Answers = { many?: string; one?: string; of?: string; fields?: string }

/** Throws Refused for an unknown flag. */
export function readArguments(given: string[]) {
  try {
    const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true })
    if (positionals.length > 1) throw new Error(`There is one name too many: ${positionals[1]}.`)
    return { values, many: positionals[0] }
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}
type Given = ReturnType<typeof readArguments>

/** Throws Refused for an answer that is missing or wrong. */
export function featureFrom({ values }: Pick<Given, 'values'>, answers: Answers): Feature {
  const many = kebabOf(answers.many ?? '')
  if (many === '') throw new Refused(usage)
  const one = answers.one ?? singularOf(many)
  if (one === undefined) {
    throw new Refused(
      `“${many}” has no plural that the command knows. Say what one of them is called, as --one=${many}, or name them in the plural.`,
    )
  }
  const { of = '', fields = 'name:text' } = answers
  const half = values.in ?? 'product'
  if (half !== 'product' && half !== 'platform') {
    throw new Refused('It lies --in=product or --in=platform.')
  }
  return {
    half,
    owner: ownerFrom(of),
    ...namesFrom(many, one),
    fields: parseFields(fields),
    titles: { de: values['title-de'], pt: values['title-pt'] },
  }
}

const namesFrom = (many: string, one: string) => ({
  many: formsOf(kebabOf(many)),
  one: formsOf(kebabOf(one)),
})

function ownerFrom(of: string): Feature['owner'] {
  if (of === 'organization' || of === 'person') return of
  throw new Refused('Say whose they are: --of=person or --of=organization.')
}

/** Returns why an answer cannot be used; undefined when it can. */
type Problem = (answer: string) => Promise<string | undefined>

/** Repeats each question until its answer can be used. */
export async function askForMissing({ values, many }: Given): Promise<Answers> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const ask = async (question: string, usual: string, problemOf: Problem) => {
    for (;;) {
      const answer = (await lines.question(`${question}${usual && ` [${usual}]`} `)).trim() || usual
      const problem = await problemOf(answer)
      if (problem === undefined) return answer
      console.log(problem)
    }
  }
  try {
    const plural =
      many ??
      (await ask('1. What are they called, in English and in the plural?', '', (answer) =>
        problemWith(() =>
          refuseTakenNames(namesFrom(answer, singularOf(kebabOf(answer)) ?? 'one')),
        ),
      ))
    const one =
      values.one ??
      (await ask('2. What is one of them called?', singularOf(kebabOf(plural)) ?? '', (answer) =>
        problemWith(() => refuseTakenNames(namesFrom(plural, answer))),
      ))
    const of =
      values.of ??
      (await ask('3. Whose are they: organization or person?', 'organization', (answer) =>
        problemWith(() =>
          refuseTakenAddress({ many: namesFrom(plural, one).many, owner: ownerFrom(answer) }),
        ),
      ))
    const fields =
      values.fields ??
      (await ask(
        `4. Which fields have they? For example:
   title:text, amount:number, due:date, notes:long, paid:boolean, state:choice(open|closed)
  `,
        'name:text',
        (answer) => problemWith(async () => parseFields(answer)),
      ))
    return { many: plural, one, of, fields }
  } finally {
    lines.close()
  }
}

async function problemWith(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

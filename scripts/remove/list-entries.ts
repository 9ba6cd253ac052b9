/** Takes the entries of removed modules out of a list, such as src/features.ts or *-sections.ts. */
import { importedPath } from './repository.ts'

const statement = /^import (?:type )?([^'"]+?) from '([^']+)'\n/gm

/** The names that an import brings: `a, { b, type c as d }` and `* as e`. */
export const localNames = (clause: string): string[] =>
  clause
    .replaceAll(/[{}]/g, ' ')
    .split(',')
    .flatMap((part) => part.trim().split(/\s+/).at(-1) || [])

/**
 * Without the imports that lead to a removed file, and without the entries that use their names. An
 * import whose name is used in another way stays, for a person to look at.
 */
export function withoutEntries(
  file: string,
  source: string,
  isRemoved: (path: string) => boolean,
): string {
  let text = source
  for (const [whole, clause = '', specifier = ''] of source.matchAll(statement)) {
    const path = importedPath(file, specifier)
    if (path === undefined || !isRemoved(path)) continue
    let changed = text.replace(whole, '')
    for (const name of localNames(clause)) changed = withoutEntry(changed, name)
    const isUsed = localNames(clause).some((name) =>
      new RegExp(`\\b${RegExp.escape(name)}\\b`).test(withoutComments(changed)),
    )
    if (!isUsed) text = changed
  }
  return text
}

export const withoutComments = (text: string) =>
  text.replaceAll(/\/\*.*?\*\/|^\s*\/\/[^\n]*/gms, '').replaceAll(/'[^'\n]*'/g, "''")

/** An element of an array or a property of an object, on a line of its own or between others. */
function withoutEntry(source: string, name: string): string {
  const entry = String.raw`(?:\.\.\.|(?:[\w$]+|'[^']+'): )?${RegExp.escape(name)}`
  const forms = [
    `^[ \\t]*${entry},[ \\t]*\\n`,
    `,\\s*${entry}(?=\\s*[\\]}])`,
    `(?<=[[{,]\\s*)${entry}(?:,\\s*|(?=\\s*[\\]}]))`,
  ]
  return forms.reduce(
    (text, form) =>
      text.replace(new RegExp(form, 'gm'), (match, at: number) =>
        isInList(text, at) ? '' : match,
      ),
    source,
  )
}

/** True if the innermost bracket around this place is that of an array or an object. */
function isInList(text: string, at: number): boolean {
  let depth = 0
  for (let index = at - 1; index >= 0; index -= 1) {
    const character = text[index] ?? ''
    if (')]}'.includes(character)) depth += 1
    else if ('([{'.includes(character)) {
      if (depth === 0) return character !== '('
      depth -= 1
    }
  }
  return false
}

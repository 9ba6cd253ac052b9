/** The forms of a noun or of a field, and which names a feature cannot have. */

export type Forms = {
  /** `garden plot` */
  words: string
  /** `gardenPlot` */
  camel: string
  /** `GardenPlot` */
  pascal: string
  /** `garden_plot` */
  snake: string
  /** `GARDEN_PLOT` */
  constant: string
  /** `garden-plot` */
  kebab: string
  /** `Garden plot` */
  sentence: string
}

export function formsOf(kebab: string): Forms {
  const parts = kebab.split('-')
  const pascal = parts.map(capitalised).join('')
  return {
    words: parts.join(' '),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    snake: parts.join('_'),
    constant: parts.join('_').toUpperCase(),
    kebab,
    sentence: capitalised(parts.join(' ')),
  }
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** `Due date`, `dueDate` and `due_date` as `due-date`. */
export const kebabOf = (written: string): string =>
  written
    .trim()
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-')
    .replaceAll(/[\s_-]+/g, '-')
    .toLowerCase()

/** Letters only, because sentence keys and audit actions allow nothing else. */
export const isName = (kebab: string): boolean =>
  /^[a-z]+(-[a-z]+)*$/.test(kebab) && kebab.length <= 30

/** Undefined when the word does not end like a regular English plural. */
export function singularOf(plural: string): string | undefined {
  if (plural.endsWith('ies')) return plural.replace(/ies$/, 'y')
  if (/(ss|x|ch|sh|z)es$/.test(plural)) return plural.replace(/es$/, '')
  return /[^su]s$/.test(plural) ? plural.replace(/s$/, '') : undefined
}

export const articleFor = (words: string): 'a' | 'an' =>
  /^(hour|honest|heir)|^[aeio]|^u(?!ni|s[aeiu]|til)/.test(words) ? 'an' : 'a'

/** https://tc39.es/ecma262/#prod-ReservedWord, and what strict code and modules reserve. */
const reserved = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
)
export const isReserved = (kebab: string): boolean => reserved.has(formsOf(kebab).camel)

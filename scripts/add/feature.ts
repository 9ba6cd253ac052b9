import type { Field } from './fields.ts'
import type { Forms } from './names.ts'

/** The feature to write. */
export type Feature = {
  half: 'platform' | 'product'
  owner: 'organization' | 'person'
  one: Forms
  many: Forms
  fields: Field[]
  /** Titles in the languages that the command does not know. */
  titles: { de?: string; pt?: string }
}

export const folderOf = ({ half, many }: Feature): string => `src/${half}/${many.kebab}`

/** More would not fit beside one another on a tablet. */
const mostListed = 3

/** The fields that the list shows beside the name of a row. */
export const listedFields = ({ fields }: Feature): Field[] =>
  fields.filter(({ kind, isName }) => !isName && kind !== 'long').slice(0, mostListed)

import { a, absent, b, tag } from './world.ts'

/** An id or a slug of the world as a call names it, or one like it that was never given out. */
export type Given = (known: string) => string

const slugs = new Set([a.slug, b.slug])
const mintedId = new RegExp(`[0-9a-f]{8}-0000-7000-8000-${tag}`)

/** The id or slug of nothing in the place of this one; a slug that ends in an id keeps its beginning. */
export function absentLike(known: string): string {
  if (slugs.has(known)) return `absent-${tag}`
  if (mintedId.test(known)) return known.replace(mintedId, absent)
  throw new Error(`"${known}" is neither an id nor a slug of this world`)
}

export const given = {
  real: (known: string) => known,
  absent: absentLike,
} satisfies Record<string, Given>

/** The input of procedures that are about A as a whole. */
export const inA = (given: Given) => ({ organizationSlug: given(a.slug) })
/** The input of procedures that take none. */
export const nothing = () => undefined

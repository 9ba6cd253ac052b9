import type { LinkProps } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import type { Gain, Limit } from './platform/billing/limit.ts'

type Text = () => string
type Address = NonNullable<LinkProps['to']>

/** A line of the sidebar. */
export type NavigationEntry = {
  to: Address
  icon: LucideIcon
  label: Text
  /** Among the entries of its group, which come from several features. */
  order: number
  /** It is shown to those who run the organisation alone. */
  forManagers?: boolean
  /** It also stands beside the organisation where a person sees all of theirs. */
  atHome?: boolean
}

type Fields = Record<string, string | number | boolean | null> | null

/** Somebody did something: the names of both are put into the sentence. */
type Sentence = (said: { actor: string; subject: string; after: Fields }) => string

/** Actions in the audit trail that one may ask for together. */
export type AuditGroup = {
  /** It stands in addresses and in the trail of exports, so it stays. */
  name: string
  label: Text
  /** They stand in the chain of an organisation, and otherwise in that of the site. */
  inOrganization: boolean
  /** Sentences by the stored name, a noun and what became of it: `job.published`. */
  actions: Record<
    string,
    | Sentence
    | {
        anybody: Sentence
        /** Said of a person who did it to themselves. */
        oneself?: Sentence
        /** A known person who did it to somebody else. */
        somebodyElse?: Sentence
      }
  >
  /** A subject of this type whose name is gone. */
  gone?: Record<string, Text>
  /** Actions that begin something: what was before is no state that anybody had. */
  beginnings?: string[]
  /** True if the sentence of an action says what became of a field. */
  saysAlready?: (action: string, field: string) => boolean
  /** Names a stored value of a field. */
  value?: (field: string, value: string) => string | undefined
}

/** Something that organisations have so many of. */
export type OrganizationNumber = {
  name: string
  /** "3 open jobs". */
  text: (given: { count: number }) => string
  /** Above the column in the list of those who run the site. */
  column?: Text
  /** It stands beside the organisation where a person works: a fact, or something that waits for them. */
  atHome?: 'fact' | 'waiting'
  /** It is deleted with the organisation, and told before. */
  isLost?: boolean
}

/**
 * What a feature brings for the browser. Every signed-in page carries all of it, so it is small;
 * anything larger is loaded where it is needed.
 */
export type Feature = {
  navigation?: {
    personal?: NavigationEntry[]
    /** Pages of each organisation that one belongs to; their addresses have `$orgSlug`. */
    organization?: NavigationEntry[]
    /** Pages of those who run the site. */
    admin?: NavigationEntry[]
  }
  audit?: AuditGroup[]
  /** Things that plans allow so much of, and things that come with each. */
  limits?: Limit[]
  gains?: Gain[]
  /** They are told in this order. */
  organizationNumbers?: OrganizationNumber[]
  /** The page of an organisation that everybody may see; its address has `$orgSlug`. */
  organizationPage?: Address
}

export const defineFeature = (feature: Feature): Feature => feature

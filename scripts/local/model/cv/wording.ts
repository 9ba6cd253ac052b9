import type { Language } from '../language.ts'
import type { ContactPart, GapFacts, Missing, StrengthFacts } from './findings.ts'
import type { Kind, Part, Shortfall } from './score.ts'
import type { Topic } from './topics.ts'
import { wordingDe } from './wording-de.ts'
import { wordingEn } from './wording-en.ts'
import { wordingPt } from './wording-pt.ts'

export type StrengthText = { title: string; detail: string }
export type GapText = { title: string; detail: string; advice: string }

/** Several ways to say the same; the quoted line decides which one is taken. */
type Variants<T> = readonly [T, ...T[]]

export type ReviewFacts = {
  role: string | null
  years: number | null
  score: number
  measured: number
  workLines: number
  best: Part
  /** Where most points are left. */
  worst: Part
  /** 19 of 30 */
  points: Record<Part, readonly [got: number, of: number]>
  skills: string[]
  /** No part lost a whole point. */
  isFull: boolean
  /** Why results lose most although nearly every line carries one. */
  shortfall: Shortfall | null
}

export type ReviewWording = {
  and: string
  strength: { [K in keyof StrengthFacts]: (facts: StrengthFacts[K]) => Variants<StrengthText> }
  gap: { [K in keyof GapFacts]: (facts: GapFacts[K]) => Variants<GapText> }
  section: Record<Missing, string>
  contactPart: Record<ContactPart, string>
  part: Record<Part, string>
  /** What could be counted in a line about this topic. */
  countable: Record<Topic, string>
  headline: (facts: ReviewFacts) => Variants<string>
  summary: (facts: ReviewFacts) => string
  notJudged: Record<Exclude<Kind, 'cv' | 'too-short'>, { headline: string; summary: string }>
}

export const REVIEW_WORDING: Record<Language, ReviewWording> = {
  en: wordingEn,
  de: wordingDe,
  pt: wordingPt,
}

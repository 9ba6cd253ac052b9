import type { Language } from 'local-cloud/model/language.ts'
import type { GapFacts, Missing, StrengthFacts } from './findings.ts'
import type { Kind, Part, Shortfall } from './score.ts'
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
  /** Most of the years were spent in the role that the CV names. */
  isOwnField: boolean
  score: number
  /** Lines about work with a figure. */
  measured: number
  workLines: number
  best: Part
  /** The part in which most points are missing. */
  worst: Part
  /** 19 of 30 */
  points: Record<Part, readonly [got: number, of: number]>
  skills: string[]
  /** No part lost a whole point. */
  isFull: boolean
  /** The reason why results lose most although nearly every line carries one. */
  shortfall: Shortfall | null
}

export type StrengthWording = {
  [K in keyof StrengthFacts]: (facts: StrengthFacts[K]) => Variants<StrengthText>
}
export type GapWording = { [K in keyof GapFacts]: (facts: GapFacts[K]) => Variants<GapText> }

export type ReviewWording = {
  strength: StrengthWording
  gap: GapWording
  section: Record<Missing, string>
  headline: (facts: ReviewFacts) => Variants<string>
  summary: (facts: ReviewFacts) => string
  notJudged: Record<Exclude<Kind, 'cv' | 'too-short'>, { headline: string; summary: string }>
}

export const REVIEW_WORDING: Record<Language, ReviewWording> = {
  en: wordingEn,
  de: wordingDe,
  pt: wordingPt,
}

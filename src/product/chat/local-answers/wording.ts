import type { Language } from 'local-cloud/model/language.ts'
import type { Topic } from './intents.ts'
import { jobWordingDe } from './wording-de.ts'
import { jobWordingEn } from './wording-en.ts'
import { jobWordingPt } from './wording-pt.ts'

type Variants = readonly [string, ...string[]]

export type FitFacts = {
  matched: string[]
  missing: string[]
  yours: number | null
  asked: number | null
  company: string
}

export type JobWording = {
  and: string
  company: string
  topic: Record<Topic, { noun: string; tip: string; ask: string }>
  value: (noun: string, value: string, title: string) => Variants
  closes: (day: string) => string
  quotesFollow: (noun: string) => Variants
  quotesOnly: (noun: string, company: string) => Variants
  nothing: (noun: string, company: string) => Variants
  stated: (facts: string) => string
  nearest: string
  askThem: (question: string) => string
  unknown: (company: string) => Variants
  /** For a message that gives orders instead of asking. */
  onlyTheJob: string
  unknownNearest: string
  couldAsk: string
  summary: {
    lead: (title: string, company: string | null) => string
    facts: Record<
      'department' | 'location' | 'workplace' | 'salary' | 'employment' | 'skills',
      string
    >
    work: string
    needs: string
    next: string
  }
  fit: {
    none: (skills: string | null) => string
    verdict: (facts: FitFacts) => string
    matched: string
    missing: string
    years: (yours: number, asked: number) => string
    advice: (facts: FitFacts) => string
    unlisted: string
  }
  interview: {
    lead: (title: string) => string
    skill: (skill: string) => Variants
    duty: (line: string) => Variants
    yours: (question: string) => string
    close: string
  }
  letter: {
    lead: string
    greeting: (company: string | null) => string
    opening: (title: string, company: string | null, line: string) => string
    middle: (skills: string, duty: string) => string
    blank: (duty: string) => string
    end: string
    note: string
  }
  why: (company: string) => string
  whyNothing: string
  item: (index: number) => string
  noItem: string
  itemDuty: string
  itemNeed: string
  itemOther: string
  smallTalk: (title: string, thanks: boolean) => string
  alsoHeading: string
  questionsHeading: string
}

export const JOB_WORDING: Record<Language, JobWording> = {
  en: jobWordingEn,
  de: jobWordingDe,
  pt: jobWordingPt,
}

import { expect, test } from 'bun:test'
import { findInText } from './find-in-text.ts'
import { holdToText } from './judge-cv.server.ts'

const cv = `Ada Berg
• Cut the cost of hosting by 38 % – from 12,000 €
  to 7,400 €, in “one” quarter
Skills: TypeScript, Postgres`

test('a copied line is found, across line breaks and without its bullet', () => {
  expect(findInText('• Cut the cost of hosting by 38 %', cv)).toBe(
    'Cut the cost of hosting by 38 %',
  )
  expect(findInText('from 12,000 €\nto 7,400 €', cv)).toBe('from 12,000 € to 7,400 €')
})

test('a quotation of several lines has no bullets inside', () => {
  const list = '• Led nine people\n• Cut costs\n1. Won a prize'
  expect(findInText('Led nine people\nCut costs', list)).toBe('Led nine people Cut costs')
  expect(findInText('• Led nine people\n• Cut costs', list)).toBe('Led nine people Cut costs')
  expect(findInText('Led nine people • Cut costs', list)).toBe('Led nine people • Cut costs')
  expect(findInText('1. Won a prize', list)).toBe('1. Won a prize')
  expect(findInText('Won a prize', list)).toBe('Won a prize')
})

test('a word that is broken at the end of a line is found as one', () => {
  const text = 'Built the self-\nservice portal and the infra-\nstructure below'
  expect(findInText('the self-service portal', text)).toBe('the self-service portal')
  expect(findInText('the infrastructure below', text)).toBe('the infrastructure below')
  expect(findInText('the infra-\nstructure below', text)).toBe('the infra- structure below')
})

test('straightened quotation marks and dashes are forgiven; what is shown is the CV', () => {
  expect(findInText('"38 % - from 12,000 € to 7,400 €, in "one" quarter"', cv)).toBe(
    '38 % – from 12,000 € to 7,400 €, in “one” quarter',
  )
})

test('what was never written is no quotation', () => {
  expect(findInText('Cut the cost of hosting by 83 %', cv)).toBeNull()
  expect(findInText('', cv)).toBeNull()
  expect(findInText('a'.repeat(500), 'a'.repeat(600))).toBeNull()
})

test('an answer out of bounds is brought back, and an invented quotation is dropped', () => {
  const point = { title: 'T', detail: 'D', quote: 'Led a team of 400' }
  const held = holdToText(
    {
      language: 'en',
      score: 140.4,
      headline: 'h'.repeat(1_000),
      summary: 's',
      strengths: Array.from({ length: 30 }, () => point),
      gaps: [{ ...point, advice: 'A', quote: 'skills: typescript' }],
      skills: ['Postgres', 'Postgres', ''],
      yearsOfExperience: -3,
      missingSections: [],
      quantifiedResults: 1,
    },
    cv,
  )
  expect(held.score).toBe(100)
  expect(held.headline).toHaveLength(300)
  expect(held.strengths).toHaveLength(8)
  expect(held.strengths[0]?.quote).toBeNull()
  expect(held.gaps[0]?.quote).toBe('Skills: TypeScript')
  expect(held.skills).toEqual(['Postgres'])
  expect(held.yearsOfExperience).toBe(0)
})

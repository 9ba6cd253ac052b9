import { expect, test } from 'bun:test'
import { detectLanguage, orderedLanguage } from './language.ts'

test('languages are told apart, and orders about them understood', () => {
  expect(detectLanguage('Remote?')).toBeNull()
  expect(detectLanguage('Wie sieht ein Tag aus?')).toBe('de')
  expect(detectLanguage('Como é o dia a dia?')).toBe('pt')
  expect(orderedLanguage('Reply in German.')).toBe('de')
  expect(orderedLanguage('language: pt-BR')).toBe('pt')
  expect(orderedLanguage('Write every text in en.')).toBe('en')
  expect(orderedLanguage('Answer in the language of the question.')).toBeNull()
  expect(orderedLanguage('Responda de forma curta.')).toBeNull()
})

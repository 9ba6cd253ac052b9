import { expect, test } from 'bun:test'
import { oneStop } from './one-stop.ts'

test.each([
  ['You write to Padaria Lda..', 'You write to Padaria Lda.'],
  ['Ask Yahoo!. They answer.', 'Ask Yahoo! They answer.'],
  ['“Padaria Lda..” is open.', '“Padaria Lda.” is open.'],
  ['And so on….', 'And so on…'],
  ['Three years of ..., a bit of ...', 'Three years of ..., a bit of ...'],
  ['See ../docs and 1..5', 'See ../docs and 1..5'],
])('%s', (text, right) => {
  expect(oneStop(text)).toBe(right)
})

import { expect, test } from 'bun:test'
import { isUnreachable } from './is-unreachable.ts'

test.each([
  'Failed to fetch',
  'NetworkError when attempting to fetch resource.',
  'Load failed',
  'Failed to fetch dynamically imported module: https://loam.example/assets/form.js',
  'error loading dynamically imported module: https://loam.example/assets/form.js',
  'Importing a module script failed.',
])('no answer: %s', (message) => expect(isUnreachable(new TypeError(message))).toBe(true))

test.each([
  ['a bug', new TypeError("Cannot read properties of undefined (reading 'id')")],
  ['an answer of the server', new Error('Failed to fetch')],
  ['a call that was given up', new DOMException('The user aborted a request.', 'AbortError')],
  ['nothing', undefined],
])('%s is not that', (_, error) => expect(isUnreachable(error)).toBe(false))

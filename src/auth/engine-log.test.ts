import { expect, test } from 'bun:test'
import { engineLogLevel } from './engine-log.ts'

test.each<[string, string, 'error' | 'warn' | 'info']>([
  ['error', 'Invalid callbackURL: https://evil.example', 'info'],
  ['error', 'Invalid errorCallbackURL: //evil.example', 'info'],
  ['error', 'Invalid origin: null', 'info'],
  ['error', 'Invalid salt', 'error'],
  ['error', 'Failed to create user', 'error'],
  ['warn', 'Rate limiting skipped', 'warn'],
])('the engine’s %s "%s" is logged as %s', (level, message, expected) => {
  expect(engineLogLevel(level, message)).toBe(expected)
})

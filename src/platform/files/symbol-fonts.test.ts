import { expect, test } from 'bun:test'
import { textShownIn } from './symbol-fonts.ts'

test('the encoding of Symbol is that of its standard', () => {
  const codes = String.fromCodePoint(0x61, 0xa5, 0xae, 0xb7, 0xd0, 0xde, 0xe5, 0xf0e5, 0xf8ff)
  expect(textShownIn('Symbol', codes)).toBe('α∞→•∠⇒∑∑ ')
  expect(textShownIn('ABCDEF+SymbolMT', '\uf0b7')).toBe('•')
})

test('fonts whose names only sound alike are read as they are', () => {
  expect(textShownIn('Segoe UI Symbol', 'Oslo ✓ §')).toBe('Oslo ✓ §')
  expect(textShownIn('Symbola', 'Oslo')).toBe('Oslo')
  expect(textShownIn('ABCDEF+GillSansMTExtraBold', 'Oslo')).toBe('Oslo')
  expect(textShownIn(undefined, 'Oslo §')).toBe('Oslo §')
})

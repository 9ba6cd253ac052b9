/** The expectations of features about each other are merged; a mistake in it fails every test. */
import { expect, test } from 'bun:test'
import { absentLike, given } from './given.ts'
import { withLines } from './grid.ts'
import { withoutDoubles } from './isolations.ts'
import { a, absent, memberships } from './world.ts'

test('two features cannot expect the same thing', () => {
  expect(withoutDoubles([{ one: 1 }, { other: 2 }])).toEqual({ one: 1, other: 2 })
  expect(() => withoutDoubles([{ one: 1 }, { one: 1 }])).toThrow('"one" is expected twice')
})

test('a line takes the place of another one, or is refused', () => {
  const grid = { 'a row': { member: '-' } }
  expect(withLines(grid, { 'a row': { member: 'r' } })).toEqual({ 'a row': { member: 'r' } })
  expect(() => withLines(grid, { 'a row': { member: '-' } })).toThrow('a row')
  expect(() => withLines(grid, { 'no row': { member: 'r' } })).toThrow('no row')
})

test('an id or slug of the world has one of its kind that was never given out', () => {
  const { id } = memberships.member
  expect(given.real(id)).toBe(id)
  expect(given.absent(id)).toBe(absent)
  expect(given.absent(`nurse-${id}`)).toBe(`nurse-${absent}`)
  expect(given.absent(a.slug)).not.toBe(a.slug)
  expect(() => absentLike('something else')).toThrow('something else')
})

import { expect, expectTypeOf, test } from 'bun:test'
import { byName, each, pluginsOf, type ServerFeature } from './define-feature.server.ts'
import { features } from './features.server.ts'
import type { Session } from './auth/auth.server.ts'
import type { Client } from './rpc/client.ts'

type Unknown<Feature> = Feature extends unknown
  ? Exclude<keyof Feature, keyof ServerFeature>
  : never

test('a feature brings nothing that nobody would ask it for', () => {
  const unknown: Unknown<(typeof features)[number]>[] = []
  expect<never[]>(unknown).toEqual([])
})

test('names are given once', () => {
  const names = features.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

const one = { name: 'one', jobs: [], authPlugin: () => ({ id: 'first' }) } as const
const two = { name: 'two' } as const
const three = { name: 'three', authPlugin: () => ({ id: 'second' }) } as const

test('parts are gathered by name, in order, and without the features that bring none', () => {
  expect(Object.keys(byName([one, two, three], 'authPlugin'))).toEqual(['one', 'three'])
  expect(each([one, two, three], 'jobs')).toEqual([[]])
  const [first, second] = pluginsOf([one, two, three] as const)
  expect([first, second].map(({ id }) => id)).toEqual(['first', 'second'])
})

test('what is derived keeps its types', () => {
  expectTypeOf<Session['user']['role']>().toEqualTypeOf<string | null | undefined>()
  expectTypeOf<Session['session']['impersonatedBy']>().toEqualTypeOf<string | null | undefined>()
  expectTypeOf<keyof Client>().toEqualTypeOf<(typeof features)[number]['name']>()
  expectTypeOf<Awaited<ReturnType<Client['files']['requestUpload']>>>().toHaveProperty('fileId')
})

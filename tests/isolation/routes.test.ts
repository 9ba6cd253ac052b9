/**
 * What leads to somebody's things beside the procedures: chat streams, files, exports, the endpoints
 * of the auth engine, and the procedures as plain HTTP.
 */
import { beforeAll, expect, test } from 'bun:test'
import { api } from '#/api/api.ts'
import { auth } from '#/auth/auth.server.ts'
import { testModel, testStorage } from '../local-services.ts'
import { openShop } from '../payments.ts'
import { ask, isSame } from './ask.ts'
import { expectedProcedures } from './expected-procedures.ts'
import { expectedRoutes, harmlessRoutes, routeRequests } from './expected-routes.ts'
import { given } from './given.ts'
import { isolations, openEnginePaths } from './isolations.ts'
import { type Answers, observeAnswers } from './observe-answers.ts'
import { asPlainHttp, procedureCalls } from './observe-procedures.ts'
import { routeQuestions } from './observe-routes.ts'
import { fingerprint, restoreWorld } from './restore-world.ts'

let observed: Answers

beforeAll(async () => {
  await Promise.all([openShop(), testStorage(), testModel()])
  await restoreWorld()
  for (const { beforeRoutes } of isolations) await beforeRoutes?.()
  observed = await observeAnswers(routeQuestions)
}, 120_000)

test('every route under /api is listed, and no other', () => {
  const found = api.routes.map(({ method, path }) => `${method} ${path}`)
  const asked = new Set(routeRequests.map(({ route }) => route))
  expect([...asked, ...Object.keys(harmlessRoutes)].toSorted()).toEqual(found.toSorted())
})

test.each(routeRequests)('the request of "$label" leads to its route', ({ route, path }) => {
  const [, pattern = ''] = route.split(' /api/')
  const [address] = path(given.real).split('?')
  expect(address).toMatch(new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`))
})

test('every question is expected, and no other', () => {
  const labels = routeQuestions.map(({ label }) => label)
  expect(Object.keys(expectedRoutes).toSorted()).toEqual(labels.toSorted())
})

test.each(Object.entries(expectedRoutes))('%s', (label, cells) => {
  expect(observed.grid[label]).toEqual(cells)
})

test('nobody reads what is hidden, and who is refused changes nothing', () => {
  expect(observed.faults).toEqual([])
})

test('as plain HTTP the procedures answer a rival as they do in our own protocol', async () => {
  let before = await fingerprint()
  for (const procedure of procedureCalls) {
    const send = ({ path, init }: ReturnType<typeof asPlainHttp>) => ask('rival', path, init)
    const none = procedure.namesNothing
      ? null
      : await send(asPlainHttp(procedure, 'rival', given.absent))
    const real = await send(asPlainHttp(procedure, 'rival', given.real))
    const status = expectedProcedures[procedure.label]?.rival ?? ''
    expect(`${real.status}`, procedure.label).toBe(status.replace('*', ''))
    if (none && !status.endsWith('*')) {
      expect(isSame(real, none), procedure.label).toBe(true)
    }
    if ((await fingerprint()) === before) continue
    await restoreWorld()
    before = await fingerprint()
  }
}, 60_000)

test('of the auth engine nothing is open but what is listed', async () => {
  const endpoints = Object.values((await auth()).api).flatMap((endpoint: unknown) => {
    const path: unknown = Reflect.get(Object(endpoint), 'path')
    return typeof path === 'string' ? path : []
  })
  expect(endpoints.length).toBeGreaterThan(60)
  const nothing = await ask('rival', 'auth/there-is-no-such-thing', { method: 'POST' })
  const open = new Set<string>()
  for (const path of endpoints) {
    const address = `auth${path.replaceAll(/:\w+/g, 'x')}`
    for (const method of ['GET', 'POST']) {
      if (isSame(await ask('rival', address, { method }), nothing)) continue
      open.add(path)
      // It may have been the one that signs out.
      await restoreWorld()
    }
  }
  expect([...open].toSorted()).toEqual(openEnginePaths)
}, 60_000)

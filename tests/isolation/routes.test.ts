/**
 * What leads to somebody's things beside the procedures: chat streams, files, exports, the endpoints
 * of the auth engine, and the procedures as plain HTTP.
 */
import { beforeAll, expect, test } from 'bun:test'
import { writeObject } from '#/adapters/object-storage.server.ts'
import { api } from '#/api/api.ts'
import { auth } from '#/auth/auth.server.ts'
import { testModel, testStorage } from '../local-services.ts'
import { openShop } from '../payments.ts'
import { ask, isSame } from './ask.ts'
import { expectedProcedures } from './expected-procedures.ts'
import { expectedRoutes, openEnginePaths, routes } from './expected-routes.ts'
import { parseGrid } from './grid.ts'
import { type Answers, observeAnswers } from './observe-answers.ts'
import { asPlainHttp, procedureCalls } from './observe-procedures.ts'
import { routeQuestions } from './observe-routes.ts'
import { given } from './procedure-inputs.ts'
import { fingerprint, restoreWorld } from './restore-world.ts'
import { askers, ids } from './world.ts'

const expected = parseGrid(expectedRoutes, askers)
let observed: Answers

beforeAll(async () => {
  await Promise.all([openShop(), testStorage(), testModel()])
  await restoreWorld()
  for (const id of Object.values(ids.files)) {
    await writeObject(`files/${id}`, new Uint8Array([1]), 'application/pdf')
  }
  observed = await observeAnswers(routeQuestions)
}, 120_000)

test('every route under /api is listed, and no other', () => {
  const found = api.routes.map(({ method, path }) => `${method} ${path}`)
  expect(Object.keys(routes).toSorted()).toEqual(found.toSorted())
  for (const [route, why] of Object.entries(routes)) {
    if (why !== 'asked') continue
    const isAsked = routeQuestions.some(({ label }) =>
      new RegExp(`^${RegExp.escape(label.replace(/[?,].*$/, ''))}$`).test(
        route.replace('/api/', ''),
      ),
    )
    expect(isAsked, route).toBe(true)
  }
})

test('every question is expected, and no other', () => {
  const labels = routeQuestions.map(({ label }) => label)
  expect(Object.keys(expected).toSorted()).toEqual(labels.toSorted())
})

test.each(Object.entries(expected))('%s', (label, cells) => {
  expect(observed.grid[label]).toEqual(cells)
})

test('nobody reads what is hidden, and who is refused changes nothing', () => {
  expect(observed.faults).toEqual([])
})

test('as plain HTTP the procedures answer a rival as they do in our own protocol', async () => {
  const cells = parseGrid(expectedProcedures, askers)
  let before = await fingerprint()
  for (const procedure of procedureCalls) {
    const send = ({ path, init }: ReturnType<typeof asPlainHttp>) => ask('rival', path, init)
    const none = procedure.namesNothing
      ? null
      : await send(asPlainHttp(procedure, 'rival', given.absent))
    const real = await send(asPlainHttp(procedure, 'rival', given.real))
    const status = cells[procedure.label]?.rival ?? ''
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

/**
 * Every page, found in the router's own tree, with an address that no link leads to: none may fail. A
 * new page or parameter is asked without being listed here.
 */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Asker } from '../isolation/world.ts'
import { addressed } from './addressed.ts'
import { hostileText } from './hostile-values.ts'
import { pagesOfRouter } from './pages.ts'
import { endFuzzing, failures, send, startFuzzing, takeCount } from './send.ts'

beforeAll(startFuzzing, 120_000)
afterAll(endFuzzing)

const addressOf = (path: string, over: Record<string, string> = {}) =>
  path.replaceAll(/\$(\w+)/g, (_, name: string) => over[name] ?? addressed(name))

test('whatever stands in its address, no page fails', async () => {
  for (const { path, params, search } of pagesOfRouter()) {
    const get = (asker: Asker, address: string, what: string) =>
      send(asker, address, {}, `${path}, ${what}`)
    const asker = await whoSees(path)
    expect(asker, `${path} is shown to nobody here`).toBeDefined()
    if (!asker) continue
    for (const [what, text] of Object.entries(hostileText)) {
      for (const name of params) {
        await get(asker, addressOf(path, { [name]: text }), `${name} is ${what}`)
      }
      if (search.length === 0) continue
      const once = search.map((name) => `${name}=${text}`).join('&')
      await get(asker, `${addressOf(path)}?${once}`, `its search is ${what}`)
      await get(asker, `${addressOf(path)}?${once}&${once}`, `its search is ${what}, twice`)
    }
    for (const name of search) {
      for (const text of ['%00', '-1', 'NaN', '1e309']) {
        await get(asker, `${addressOf(path)}?${name}=${text}`, `?${name}=${text}`)
      }
    }
  }
  expect(failures.splice(0)).toEqual([])
  expect(takeCount()).toBeGreaterThan(500)
}, 120_000)

/** The first of them for whom the page is there. */
async function whoSees(path: string): Promise<Asker | undefined> {
  const redirected: Asker[] = []
  for (const asker of ['candidate', 'owner', 'anonymous', 'platform'] as const) {
    const status = await send(asker, addressOf(path), {}, path)
    if (status === 200 || status === 303) return asker
    if (status === 307) redirected.unshift(asker)
  }
  return redirected[0]
}

test.each(['-1', 'NaN', '1e309', '0', '%00'])('?page=%s is the first page', async (page) => {
  // The router redirects to the address without it.
  expect(await send('platform', `/admin/users?page=${page}`, {}, page)).toBe(307)
})

const withParameters = pagesOfRouter().filter(({ params }) => params.length > 0)

test.each(withParameters)('$path leads nowhere with a NUL', async ({ path, params }) => {
  const asker = await whoSees(path)
  // A page that only redirects is not there with its right address either.
  if (!asker || (await send(asker, addressOf(path), {}, path)) !== 200) return
  for (const name of params) {
    expect(await send(asker, addressOf(path, { [name]: '%00' }), {}, path)).toBe(404)
  }
})

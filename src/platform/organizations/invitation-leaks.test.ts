import { beforeAll, expect, test } from 'bun:test'
import { askProcedure, isSame } from '../../../tests/isolation/ask.ts'
import { restoreWorld } from '../../../tests/isolation/restore-world.ts'
import { b, people, tag } from '../../../tests/isolation/world.ts'

beforeAll(restoreWorld)

test('an invitation does not tell whether an address has an account, or works elsewhere', async () => {
  const invite = (email: string) =>
    askProcedure('rival', 'organizations.invite', {
      organizationSlug: b.slug,
      email,
      role: 'member',
    })
  const unknown = await invite(`nobody@${tag}.example`)
  expect(unknown.status).toBe(200)
  for (const { email } of [people.stranger, people.owner, people.platform]) {
    expect(isSame(await invite(email), unknown)).toBe(true)
  }
  await restoreWorld()
})

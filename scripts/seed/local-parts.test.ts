import { afterAll, expect, test } from 'bun:test'
import { portVariables } from 'local-cloud/ports.ts'
import { buyTeam } from './buy-team.ts'
import { isLocalPart } from './local-parts.ts'
import { sampleOrganizations } from './organizations.ts'

const before = { ...process.env }
afterAll(() => {
  for (const name of Object.values(portVariables)) delete process.env[name]
  Object.assign(process.env, before)
})

/** The addresses of a test run are not where the local cloud of this environment would listen. */
test('nothing is written to a Stripe that is not the local one', async () => {
  const [organization] = sampleOrganizations
  if (!organization) throw new Error('There is no sample organisation.')
  expect(isLocalPart('stripe')).toBe(false)
  expect(await buyTeam(organization)).toBeNull()
})

test('the key of a real account is enough, wherever it is used', () => {
  const { port } = new URL(process.env.STRIPE_API_BASE ?? '')
  process.env[portVariables.stripe] = port
  expect(isLocalPart('stripe')).toBe(true)
  process.env.STRIPE_SECRET_KEY = 'sk_live_somebody'
  expect(isLocalPart('stripe')).toBe(false)
})

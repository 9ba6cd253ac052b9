import { expect, test } from 'bun:test'
import { type Charge, charge, endOfMonth } from '#/platform/billing/usage.server.ts'
import { as, createPerson, createTenant, type Tenant } from '../../../tests/people.ts'
import { candidateQuestions } from './plan-limits.ts'

test('those who run an organisation see how many questions of its plan were asked', async () => {
  const owner = await createPerson()
  const [tenant, other] = [await createTenant(owner), await createTenant(await createPerson())]
  const limit = candidateQuestions.allowed.starter
  const questionOf = ({ id }: Tenant): Charge => ({
    subject: `organization:${id}`,
    metric: candidateQuestions.name,
    limit,
    endsAt: endOfMonth(),
  })
  for (const one of [tenant, other, tenant]) await charge([questionOf(one)])
  const usage = await as(owner).billing.usage({ organizationSlug: tenant.slug })
  expect(usage).toContainEqual({
    name: 'candidate_questions',
    used: 2,
    limit,
    resetsAt: endOfMonth(),
  })
})

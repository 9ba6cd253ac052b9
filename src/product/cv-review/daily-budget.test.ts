import { expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { dailyBudgetSpent } from '#/adapters/language-model-ledger.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { env } from '#/env.server.ts'
import { as, createPerson } from '../../../tests/people.ts'

test('when the site has spent its money for today, no review begins', async () => {
  const person = await createPerson()
  const line = { purpose: 'cv_review', provider: 'openai', model: 'gpt-5', durationMs: 1 }
  const [spent] = await asSystem('test: a dear call', (tx) =>
    tx
      .insert(modelCall)
      .values({ ...line, costMicros: 2_000_000, outcome: 'done' })
      .returning({ id: modelCall.id }),
  )
  env.MODEL_DAILY_BUDGET_USD = 1
  try {
    await dailyBudgetSpent(1, 0)
    const review = as(person).cvReview.start({ fileId: Bun.randomUUIDv7(), locale: 'en' })
    await expect(review).rejects.toMatchObject({ code: 'CV_REVIEWS_PAUSED' })
  } finally {
    env.MODEL_DAILY_BUDGET_USD = undefined
    await asSystem('test: take it back', (tx) =>
      tx.delete(modelCall).where(eq(modelCall.id, spent?.id ?? '')),
    )
    await dailyBudgetSpent(1, 0)
  }
})

import { expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { usageCounter } from './tables.ts'
import { type Charge, charge, endOfDay, endOfMonth, giveBack, readUsed } from './usage.server.ts'

const chargeOf = (given: Partial<Charge> = {}): Charge => ({
  subject: `user:${crypto.randomUUID()}`,
  metric: 'tea',
  limit: 2,
  endsAt: endOfDay(),
  ...given,
})
const usedOf = async ({ subject, metric }: Charge) =>
  (await readUsed(subject, [metric])).get(metric) ?? 0

test('all are counted or none, and the one that is used up is named', async () => {
  const [mine, ours] = [chargeOf(), chargeOf({ limit: 1 })]
  expect(await charge([mine, ours])).toBeNull()
  expect(await charge([mine, ours])).toBe(ours)
  expect([await usedOf(mine), await usedOf(ours)]).toEqual([1, 1])
  const none = chargeOf({ limit: 0 })
  expect(await charge([none])).toBe(none)
})

test('a limit that was lowered refuses, one that was raised goes on', async () => {
  const one = chargeOf({ limit: 5 })
  for (let i = 0; i < 5; i++) await charge([one])
  expect(await charge([{ ...one, limit: 3 }])).not.toBeNull()
  expect(await charge([{ ...one, limit: 6 }])).toBeNull()
  expect(await usedOf(one)).toBe(6)
})

test('what is given back can be used again, but never less than nothing', async () => {
  const one = chargeOf({ limit: 1 })
  await charge([one])
  await giveBack([one])
  await giveBack([one])
  expect(await usedOf(one)).toBe(0)
  expect(await charge([one])).toBeNull()
  expect(await charge([one])).not.toBeNull()
})

test('a new period begins with nothing, and gives nothing back to the old one', async () => {
  const old = chargeOf({ endsAt: new Date(Date.now() - 1_000) })
  await asSystem('test: a period that is over', (tx) =>
    tx.insert(usageCounter).values({ ...old, used: 2 }),
  )
  expect(await usedOf(old)).toBe(0)
  const fresh = { ...old, endsAt: endOfDay() }
  expect(await charge([fresh])).toBeNull()
  await giveBack([old])
  expect(await usedOf(fresh)).toBe(1)
})

test('periods that are over do not stay', async () => {
  const old = chargeOf({ endsAt: new Date(Date.now() - 1_000) })
  await asSystem('test: a period that is over', (tx) =>
    tx.insert(usageCounter).values({ ...old, used: 2 }),
  )
  // A few are taken out at a time, those of other tests too.
  for (let i = 0; i < 10; i++) await charge([chargeOf()])
  const left = await asSystem('test: read', (tx) =>
    tx.select().from(usageCounter).where(eq(usageCounter.subject, old.subject)),
  )
  expect(left).toEqual([])
})

test('days and months end at midnight UTC, also the last ones', () => {
  const eve = new Date('2026-12-31T23:59:59.999Z')
  expect(endOfDay(eve).toISOString()).toBe('2027-01-01T00:00:00.000Z')
  expect(endOfMonth(eve).toISOString()).toBe('2027-01-01T00:00:00.000Z')
  expect(endOfMonth(new Date('2028-02-01T00:00:00Z')).toISOString()).toBe(
    '2028-03-01T00:00:00.000Z',
  )
})

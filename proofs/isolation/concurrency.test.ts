/** A short form of proofs/isolation-concurrency.ts, on the database of the test run. */
import { expect, test } from 'bun:test'
import { interleave } from './interleave.ts'

test('four hundred transactions of twenty tenants, mixed up and failing, show no foreign row', async () => {
  const { counts, violations } = await interleave({
    transactions: 400,
    seconds: 20,
    seed: 1,
    tenants: 20,
    workers: 24,
  })
  expect(violations).toEqual([])
  expect(counts['foreign rows']).toBe(0)
  expect(counts.transactions).toBe(400)
  expect(counts['rows read']).toBeGreaterThan(200)
  for (const end of [
    'committed',
    'taken back by the work',
    'swallowed failures reported at the commit',
    'late statements refused',
    'foreign writes refused',
    'abandoned by the caller',
  ]) {
    expect(counts[end], end).toBeGreaterThan(0)
  }
}, 60_000)

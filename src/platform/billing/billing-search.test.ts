import { expect, test } from 'bun:test'
import { parseIntervalSearch, parseNewTeamSearch, parsePricingSearch } from './billing-search.ts'

test('an intent that means nothing is ignored, and overrides what stands in the address', () => {
  const nothing = { plan: undefined, interval: undefined }
  for (const search of [
    { plan: 'pro', interval: 'year' },
    { plan: 'team', interval: 'decade' },
    { plan: 'team' },
    { interval: 'year' },
    { plan: ['team'], interval: ['year'] },
  ]) {
    // toStrictEqual: an absent key would let the address through.
    expect(parseNewTeamSearch(search)).toStrictEqual(nothing)
  }
  expect(parseNewTeamSearch({ plan: 'team', interval: 'month' })).toEqual({
    plan: 'team',
    interval: 'month',
  })
  expect(parseIntervalSearch({ interval: 'decade' })).toStrictEqual({ interval: undefined })
  expect(parsePricingSearch({ interval: 'decade' })).toStrictEqual({ interval: undefined })
})

import { expect, test } from 'bun:test'
import { actions } from './actions.ts'
import type { TrailEvent } from './contract.ts'
import { changesOf } from './event-changes.ts'
import { sentenceOf } from './event-sentence.ts'

const ada = { id: 'ada', name: 'Ada' }
const ben = { id: 'ben', name: 'Ben' }
const event = (given: Partial<TrailEvent>): TrailEvent => ({
  id: 'id',
  sequence: 1,
  occurredAt: new Date(0),
  action: 'member.removed',
  actor: ada,
  impersonator: null,
  subject: { ...ben, type: 'user' },
  organization: { id: 'acme', name: 'Acme' },
  address: null,
  userAgent: null,
  before: null,
  after: null,
  ...given,
})

test('every action is a sentence, also when nobody has a name any more', () => {
  for (const action of actions) {
    for (const actor of [null, ada, { id: 'x', name: null }]) {
      for (const type of ['user', 'application', 'invitation', 'job', 'organization', 'site']) {
        const said = sentenceOf(event({ action, actor, subject: { id: 's', name: null, type } }))
        expect(said.length).toBeGreaterThan(10)
        expect(said).not.toMatch(/undefined|null|[{}]/)
      }
    }
  }
})

test('an action of a feature that is gone keeps its plain name', () => {
  expect(sentenceOf(event({ action: 'cafe.opened' }))).toBe('Ada: cafe.opened (Ben)')
})

test('who did what to whom', () => {
  expect(sentenceOf(event({}))).toBe('Ada removed Ben from the team')
  expect(sentenceOf(event({ action: 'member.added' }))).toBe('Ada added Ben to the team')
  const own = event({ action: 'member.added', actor: ben })
  expect(sentenceOf(own)).toBe('Ben joined the team')
  expect(sentenceOf(event({ action: 'session.ended' }))).toBe('Ada ended Ben’s session')
  expect(sentenceOf(event({ actor: null }))).toBe('The system removed Ben from the team')
})

test('what changed, in words', () => {
  const role = { before: { role: 'member' }, after: { role: 'admin' } }
  expect(changesOf(event({ action: 'member.role_changed', ...role }))).toEqual([
    { label: 'Role', from: 'Member', to: 'Admin' },
  ])
  const plan = {
    before: { plan: 'team', status: 'active', seats: 3, cancels: false },
    after: { plan: 'team', status: 'past_due', seats: 1200, cancels: false },
  }
  expect(changesOf(event({ action: 'subscription.changed', ...plan }))).toEqual([
    { label: 'Status', from: 'Active', to: expect.any(String) },
    { label: 'Seats', from: '3', to: '1,200' },
  ])
  const taken = { group: 'billing', person: null, from: null, until: null }
  expect(changesOf(event({ action: 'audit.exported', after: taken }))).toEqual([
    { label: 'Type', from: null, to: 'Plan and billing' },
  ])
  expect(changesOf(event({ after: { session: 'abc', unknown: 'x' } }))).toEqual([])
})

test('a first checkout is a beginning, not a change of what was unpaid', () => {
  const begun = { status: 'incomplete', plan: 'team', interval: null, seats: 1, cancels: false }
  const subject = { id: 'acme', name: 'Acme', type: 'organization' as const }
  const started = (status: string) =>
    event({
      action: 'subscription.started',
      actor: null,
      subject,
      before: begun,
      after: { ...begun, status, interval: 'month' },
    })
  expect(sentenceOf(started('trialing'))).toBe('Acme started a free trial')
  expect(sentenceOf(started('active'))).toBe('Acme started a subscription')
  expect(changesOf(started('trialing'))).toEqual([
    { label: 'Plan', from: null, to: 'Team' },
    { label: 'Billing interval', from: null, to: 'monthly' },
    { label: 'Seats', from: null, to: '1' },
  ])
})

test('what has one name before and after is no change', () => {
  const over = { before: { status: 'incomplete_expired' }, after: { status: 'canceled' } }
  expect(changesOf(event({ action: 'subscription.changed', ...over }))).toEqual([])
})

test('a subscription that nobody has paid for long is paused', () => {
  const overdue = { before: { status: 'past_due' }, after: { status: 'unpaid' } }
  expect(changesOf(event({ action: 'subscription.changed', ...overdue }))).toEqual([
    { label: 'Status', from: 'Payment failed', to: 'Paused' },
  ])
})

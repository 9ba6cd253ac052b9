import { expect, test } from 'bun:test'
import { actions, type TrailEvent } from './contract.ts'
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

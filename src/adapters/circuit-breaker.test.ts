import { expect, test } from 'bun:test'
import { circuitBreaker, type CircuitState, type Failure, type Permit } from './circuit-breaker.ts'

const down: Failure = { kind: 'down' }

function setUp() {
  let time = 1_000_000
  const changes: CircuitState['state'][] = []
  const circuit = circuitBreaker({
    now: () => time,
    onChange: ({ state }) => void changes.push(state),
  })
  const enter = (early = false): Permit => {
    const permit = circuit.enter({ early })
    if (!permit) throw new Error('it was skipped')
    return permit
  }
  const fail = (failure = down, times = 1) => {
    for (let i = 0; i < times; i++) enter().failed(failure)
  }
  return { circuit, enter, fail, changes, pass: (ms: number) => void (time += ms) }
}

test('three failures in a row open it, and each change is told once', () => {
  const { circuit, fail, enter, changes } = setUp()
  fail(down, 2)
  enter().done()
  fail(down, 2)
  expect(circuit.state().state).toBe('closed')
  const [early, late] = [enter(), enter()]
  fail()
  expect(circuit.state()).toMatchObject({ state: 'open', reason: 'down' })
  expect(circuit.enter()).toBeNull()
  // What began before says nothing any more.
  early.failed({ kind: 'locked' })
  late.done()
  expect(circuit.state()).toMatchObject({ state: 'open', reason: 'down' })
  expect(changes).toEqual(['open'])
})

test('half of the calls in a minute open it, but not a failure now and then', () => {
  const { circuit, fail, enter, pass } = setUp()
  for (let i = 0; i < 20; i++) {
    enter().done()
    enter().done()
    fail()
    pass(1_000)
  }
  expect(circuit.state().state).toBe('closed')
  pass(61_000)
  for (let i = 0; i < 5; i++) {
    enter().done()
    fail()
  }
  expect(circuit.state().state).toBe('open')
})

test('one probe at a time; its first words let the others in again', async () => {
  const { circuit, fail, enter, pass, changes } = setUp()
  fail(down, 3)
  pass(14_999)
  expect(circuit.enter()).toBeNull()
  pass(1)
  const probe = enter()
  expect(circuit.enter()).toBeNull()
  expect(circuit.enter({ early: true })).toBeNull()
  let told = false
  const waiting = circuit.probed().then(() => (told = true))
  await Promise.resolve()
  expect(told).toBe(false)
  probe.answered()
  await waiting
  expect(changes).toEqual(['open', 'closed'])
  enter().done()
  probe.done()
  fail(down, 2)
  expect(circuit.state().state).toBe('closed')
})

test('one that breaks off every answer is let back in for one of them', () => {
  const { circuit, fail, enter, pass } = setUp()
  for (let i = 0; i < 3; i++) {
    const permit = enter()
    permit.answered()
    permit.failed(down)
  }
  expect(circuit.state().state).toBe('open')
  pass(15_000)
  const probe = enter()
  probe.answered()
  expect(circuit.state().state).toBe('closed')
  probe.failed(down)
  expect(circuit.state().state).toBe('open')
  pass(15_000)
  enter().done()
  fail(down, 2)
  expect(circuit.state().state).toBe('closed')
})

test('each failed probe doubles the wait, up to five minutes', () => {
  const { circuit, fail, enter, pass } = setUp()
  fail(down, 3)
  for (const seconds of [30, 60, 120, 240, 300, 300]) {
    const before = circuit.state().until?.getTime() ?? 0
    pass(600_000)
    enter().failed(down)
    const waits = (circuit.state().until?.getTime() ?? 0) - before
    expect(waits % 1_000).toBe(0)
    pass(seconds * 1_000 - 1)
    expect(circuit.enter()).toBeNull()
    pass(1)
  }
})

test('a refused key opens it at once and for longer', () => {
  const { circuit, fail, pass } = setUp()
  fail({ kind: 'locked' })
  pass(299_999)
  expect(circuit.enter()).toBeNull()
  pass(1)
  expect(circuit.enter()).not.toBeNull()
})

test('when a provider says how long, that is how long, early or not, but not for ever', () => {
  const { circuit, fail, enter, pass } = setUp()
  fail({ kind: 'busy', retryAfterMs: 7_000 })
  pass(6_999)
  expect(circuit.enter({ early: true })).toBeNull()
  pass(1)
  enter().failed({ kind: 'busy', retryAfterMs: 86_400_000 })
  pass(300_000)
  expect(circuit.enter()).not.toBeNull()
})

test('before its time it is probed by one who has nothing better', () => {
  const { circuit, fail, enter } = setUp()
  fail(down, 3)
  const probe = enter(true)
  expect(circuit.enter({ early: true })).toBeNull()
  probe.answered()
  expect(circuit.state().state).toBe('closed')
})

test('readers who leave and requests that are wrong do not open it', () => {
  const { circuit, enter, fail, pass } = setUp()
  for (let i = 0; i < 50; i++) {
    enter().left()
    enter().failed({ kind: 'ours' })
  }
  expect(circuit.state().state).toBe('closed')
  fail(down, 3)
  pass(15_000)
  // The probe's reader has left: nothing is known, and the next one probes.
  enter().left()
  expect(circuit.state().state).toBe('open')
  const probe = enter()
  probe.left()
  probe.failed(down)
  enter().failed({ kind: 'ours' })
  expect(circuit.state().state).toBe('closed')
})

import { expect, test } from 'bun:test'
import { localEnvironment } from './environment.ts'
import { localPorts } from './ports.ts'

const ports = localPorts({})

test('ports have defaults, and each can be moved', () => {
  expect(ports).toEqual({ console: 3100, stripe: 3101, storage: 3102, smtp: 3103, model: 3104 })
  expect(localPorts({ LOCAL_SMTP_PORT: '2525', LOCAL_CONSOLE_PORT: ' ' })).toEqual({
    ...ports,
    smtp: 2525,
  })
})

test('all ports that cannot be are named in one message', () => {
  const wrong = { LOCAL_SMTP_PORT: '70000', LOCAL_MODEL_PORT: 'x', LOCAL_STRIPE_PORT: '3100' }
  expect(() => localPorts(wrong)).toThrow(/LOCAL_STRIPE_PORT and LOCAL_CONSOLE_PORT are both 3100/)
  expect(() => localPorts(wrong)).toThrow(/LOCAL_SMTP_PORT must be a port/)
  expect(() => localPorts(wrong)).toThrow(/LOCAL_MODEL_PORT must be a port/)
  expect(() => localPorts({ LOCAL_SMTP_PORT: '0x10' })).toThrow('LOCAL_SMTP_PORT')
})

test('with nothing set, the app is pointed at every local part', () => {
  const { variables, parts } = localEnvironment({ ...ports, stripe: 4101 }, {})
  expect(variables).toEqual({
    STRIPE_SECRET_KEY: 'sk_test_local',
    STRIPE_API_BASE: 'http://127.0.0.1:4101',
    STRIPE_WEBHOOK_SECRET: 'whsec_local',
    S3_ENDPOINT: 'http://127.0.0.1:3102',
    S3_BUCKET: 'loam',
    S3_REGION: 'us-east-1',
    S3_ACCESS_KEY_ID: 'local',
    S3_SECRET_ACCESS_KEY: 'local-secret',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: '3103',
    OPENAI_API_KEY: 'local',
    OPENAI_BASE_URL: 'http://127.0.0.1:3104/v1',
    OPENAI_MODEL: 'local-rules',
  })
  expect(parts.every(({ local }) => local)).toBe(true)
})

test.each([
  ['STRIPE_SECRET_KEY', 'stripe', /^STRIPE/],
  ['S3_ENDPOINT', 'storage', /^S3/],
  ['SMTP_HOST', 'mail', /^SMTP/],
  ['OPENAI_API_KEY', 'model', /^OPENAI/],
  ['ANTHROPIC_API_KEY', 'model', /^OPENAI/],
  ['GOOGLE_GENERATIVE_AI_API_KEY', 'model', /^OPENAI/],
])('%s switches %s alone to the real thing', (variable, part, own) => {
  const { variables, parts } = localEnvironment(ports, { [variable]: 'set' })
  expect(Object.keys(variables).filter((name) => own.test(name))).toEqual([])
  expect(parts.filter(({ local }) => !local)).toEqual([
    expect.objectContaining({ part, where: variable }),
  ])
  const empty = localEnvironment(ports, { [variable]: ' ' })
  expect(empty.parts.every(({ local }) => local)).toBe(true)
})

test('a child process finds the same parts local as its parent, and only those', () => {
  const parent = localEnvironment(ports, {})
  expect(localEnvironment(ports, parent.variables)).toEqual(parent)
  const { parts } = localEnvironment(ports, { ...parent.variables, SMTP_PORT: '1025' })
  expect(parts.filter(({ local }) => !local)).toMatchObject([{ part: 'mail', where: 'SMTP_HOST' }])
})

import { expect, test } from 'bun:test'
import { environmentSchema, readEnvironment } from './env.ts'

const required = {
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: 'only-for-tests-0123456789abcdefghij',
  DATABASE_URL: 'pglite:memory://',
  S3_ENDPOINT: 'http://127.0.0.1:9000',
  S3_BUCKET: 'loam',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret',
  SMTP_HOST: '127.0.0.1',
  MAIL_FROM: 'Tests <tests@app.example>',
  STRIPE_SECRET_KEY: 'sk_test_local',
  STRIPE_WEBHOOK_SECRET: 'whsec_local',
  OPENAI_API_KEY: 'local',
}
const allEmpty = Object.fromEntries(Object.keys(environmentSchema.shape).map((name) => [name, '']))

test('an empty variable is an absent one', () => {
  expect(readEnvironment({ ...allEmpty, ...required })).toEqual(readEnvironment(required))
})

test('everything that is missing is said at once, and an empty variable is missing', () => {
  const missing = Object.keys(required).filter((name) => name !== 'OPENAI_API_KEY')
  expect(() => readEnvironment(allEmpty)).toThrow(
    new RegExp(missing.map((name) => `${name} is not set`).join('[^]*')),
  )
})

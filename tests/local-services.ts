/** The local cloud's parts, each loaded and started when the first test of a run asks for it. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localAnswers } from '../scripts/local-answers.ts'
import { env } from '#/env.server.ts'

const portOf = (url: string | undefined) => Number(new URL(url ?? '').port)
const folder = (name: string) => mkdtemp(join(tmpdir(), `loam-test-${name}-`))

function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined
  return () => (started ??= start())
}

export const testStorage = once(async () => {
  const { startLocalStorage } = await import('local-cloud/storage/start-local-storage.ts')
  return startLocalStorage({
    port: portOf(env.S3_ENDPOINT),
    dataDir: await folder('storage'),
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    region: env.S3_REGION,
  })
})

export const testMail = once(async () => {
  const { startLocalMail } = await import('local-cloud/mail/start-local-mail.ts')
  return startLocalMail({ port: env.SMTP_PORT, dataDir: await folder('mail') })
})

export const testModel = once(async () => {
  const { startLocalModel } = await import('local-cloud/model/start-local-model.ts')
  return startLocalModel({
    port: portOf(env.OPENAI_BASE_URL),
    dataDir: await folder('model'),
    apiKey: 'local',
    tokensPerSecond: 0,
    answers: await localAnswers(),
  })
})

export const testStripe = once(async () => {
  const { startLocalStripe } = await import('local-cloud/stripe/start-local-stripe.ts')
  return startLocalStripe({
    port: portOf(env.STRIPE_API_BASE),
    dataDir: await folder('stripe'),
    secretKey: env.STRIPE_SECRET_KEY,
    webhookSecret: env.STRIPE_WEBHOOK_SECRET,
    // Nothing listens here: a test delivers an event itself.
    webhookUrl: 'http://127.0.0.1:9/api/auth/stripe/webhook',
  })
})

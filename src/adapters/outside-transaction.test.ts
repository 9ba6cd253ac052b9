/** Whatever talks to another server refuses to be awaited inside a transaction. */
import { expect, test } from 'bun:test'
import { asUser, visitor } from '#/db/access.server.ts'
import * as languageModel from './language-model.server.ts'
import * as mail from './mail.server.ts'
import * as objectStorage from './object-storage.server.ts'
import * as queue from './queue.server.ts'
import { stripe } from './stripe.server.ts'

const letter = { to: 'a@b.example', subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' }
const account = { actor: { userId: null }, purpose: 'job_chat' as const }

const calls: Record<string, () => Promise<unknown>> = {
  sendMail: () => mail.sendMail(letter),
  queueMail: () => mail.queueMail(letter),
  enqueue: () => queue.enqueue(mail.sendMailJob, letter),
  eachModel: () => languageModel.eachModel(account, async () => null),
  permitUpload: () => objectStorage.permitUpload('k', { contentType: 'a/b', sizeBytes: 1 }, 60),
  readObject: () => objectStorage.readObject('k', 1),
  streamObject: () => objectStorage.streamObject('k'),
  writeObject: () => objectStorage.writeObject('k', new Uint8Array(), 'a/b'),
  deleteObject: () => objectStorage.deleteObject('k'),
}

test.each(Object.keys(calls))('%s', async (name) => {
  const call = asUser(visitor, () => calls[name]?.() ?? Promise.resolve())
  await expect(call).rejects.toThrow('is awaited inside the transaction asUser')
})

test('no function of the storage is missing above', () => {
  expect(Object.keys(objectStorage).filter((name) => !(name in calls))).toEqual([])
})

test('a call to Stripe', async () => {
  const call = asUser(visitor, () => stripe.balance.retrieve({}, { maxNetworkRetries: 0 }))
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  expect(Bun.inspect(error)).toContain('a call to Stripe is awaited inside the transaction asUser')
})

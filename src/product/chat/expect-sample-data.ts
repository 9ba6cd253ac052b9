import { expect } from 'bun:test'
import { asc } from 'drizzle-orm'
import type { Connection, RequestSettings } from '#/db/connection.ts'
import { jobPrompt, readPublicJob } from './job-prompt.server.ts'
import { chat, chatMessage } from './tables.ts'
import { answer } from './local-answers/answer.ts'

const asNobody: RequestSettings = {
  role: 'app_user',
  'request.user_id': '',
  'request.visitor_id': '',
  'request.org_id': '',
  'request.reason': '',
}

/** The stored answer is what the local model says to the prompt that the app writes for it. */
export async function expectSampleData(connection: Connection) {
  const [asked] = await connection.system.select().from(chat)
  if (!asked) throw new Error('Nobody has asked.')
  const [question, stored] = await connection.system
    .select()
    .from(chatMessage)
    .orderBy(asc(chatMessage.id))
  const publicJob = await connection.transaction(asNobody, (tx) => readPublicJob(tx, asked.jobId))
  const { instructions } = jobPrompt(asked.id, publicJob ?? '', [], false)
  const turns = [{ role: 'user' as const, text: question?.content ?? '' }]
  const said = answer({ instructions, turns, schema: null }, new Date())
  expect(stored?.content).toBe(said?.text)
}

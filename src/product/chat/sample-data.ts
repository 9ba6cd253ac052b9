import { sampleData as jobs, sampleJobOf } from '#/product/jobs/sample-data.ts'
import { idOf } from '../../../scripts/seed/add-people.ts'
import { defineSampleData } from '../../../scripts/seed/sample-data.ts'
import { daysAgo, minutesAfter } from '../../../scripts/seed/times.ts'
import { chat, chatMessage } from './tables.ts'

/** A question about a job; the answer is the local model's, word for word. */
const asked = {
  candidate: 'candidate@loam.example',
  job: 'Product designer, homeowner app',
  daysAgo: 3.8,
  question: 'What would I work on in the first year, and is German needed for it?',
  answer: `This is what the posting says about the languages needed:

> Good German for interviews with customers.

This is what the posting says about the work itself:

- You will make those eleven seconds good, and the rare longer visit calm.
- Redesign the consumption view so that a person without a physics degree can act on it.

The language of the posting is often the working language, but that is a guess and not a promise. Worth asking: *“Which language do the team's meetings and documents use?”*

_Local rules, not a language model._`,
}

/** The conversation, when the answer was complete. */
export const sampleData = defineSampleData({
  after: [jobs],
  add: async (tx) => {
    const askedAt = daysAgo(asked.daysAgo)
    const answeredAt = minutesAfter(askedAt, 0.2)
    const chatId = Bun.randomUUIDv7('hex', askedAt)
    const ownerId = idOf(asked.candidate)
    await tx.insert(chat).values({
      id: chatId,
      ownerId,
      jobId: sampleJobOf(asked.job).jobId,
      title: asked.question,
      createdAt: askedAt,
      updatedAt: answeredAt,
    })
    const message = (role: 'user' | 'assistant', content: string, at: Date) => ({
      id: Bun.randomUUIDv7('hex', at),
      ownerId,
      chatId,
      role,
      content,
      createdAt: at,
      updatedAt: at,
    })
    await tx
      .insert(chatMessage)
      .values([
        message('user', asked.question, askedAt),
        message('assistant', asked.answer, answeredAt),
      ])
  },
})

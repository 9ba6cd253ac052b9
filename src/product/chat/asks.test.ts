/** Asking in other words and asking for an answer again, and everything that must not come of it. */
import { afterEach, beforeAll, expect, test } from 'bun:test'
import { asSystem } from '#/db/access.server.ts'
import { usageCounter } from '#/platform/billing/tables.ts'
import { endOfDay } from '#/platform/billing/usage.server.ts'
import { answerOf, conversation, framesOf, messagesIn, refusalOf, send } from './test-world.ts'
import { testModel } from '../../../tests/local-services.ts'
import { as, type Person } from '../../../tests/people.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { stopReplies } from './running-replies.server.ts'
import { questions } from './plan-limits.ts'

let model: Awaited<ReturnType<typeof testModel>>
beforeAll(async () => void (model = await testModel()))
afterEach(async () => {
  model.tokensPerSecond = 0
  model.clearFaults()
  await stopReplies(0)
})

/** A conversation of two questions with their answers. */
async function twoQuestions() {
  const begun = await conversation()
  for (const text of ['Is it remote?', 'What is the salary?']) {
    expect((await answerOf(await send('POST', begun.chatId, begun.cookie, { text }))).status).toBe(
      'complete',
    )
  }
  const [first, firstAnswer, second, secondAnswer] = await messagesIn(begun.chatId)
  if (!first || !firstAnswer || !second || !secondAnswer) throw new Error('four messages expected')
  return { ...begun, first, firstAnswer, second, secondAnswer }
}

const said = async (chatId: string) =>
  (await messagesIn(chatId)).map(({ role, content }) => (role === 'user' ? content : 'answer'))

const useUp = (person: Person) =>
  asSystem('test: all questions of today', (tx) => {
    const used = questions.allowed.free
    return tx
      .insert(usageCounter)
      .values({ subject: `user:${person.id}`, metric: 'questions', used, endsAt: endOfDay() })
      .onConflictDoUpdate({
        target: [usageCounter.subject, usageCounter.metric],
        set: { used },
      })
  })

test('a question asked in other words takes its place; what followed is gone', async () => {
  const { chatId, cookie, person, first } = await twoQuestions()
  const response = await send('POST', chatId, cookie, {
    text: 'May I work from home?',
    insteadOf: first.id,
  })
  const frames = await framesOf(response)
  expect(frames.at(-1)).toEqual({ event: 'end', data: { status: 'complete' } })
  const { chat, messages } = await as(person).chat.read({ chatId })
  expect(messages.map(({ role, content }) => role === 'user' && content)).toEqual([
    'May I work from home?',
    false,
  ])
  // The title that came from the question follows it, and the browser learns the question's id.
  expect(chat.title).toBe('May I work from home?')
  expect(frames[0]).toMatchObject({ event: 'reply', data: { questionId: messages[0]?.id } })
  const seen = JSON.stringify(model.calls({ limit: 1 })[0])
  expect(seen).toContain('May I work from home?')
  expect(seen).not.toContain('Is it remote?')
  expect(seen).not.toContain('What is the salary?')
})

test('a question that the database cannot hold is the mistake of who sent it', async () => {
  const { chatId, cookie } = await conversation()
  expect((await send('POST', chatId, cookie, { text: 'a\0b' })).status).toBe(400)
})

test('a later question in other words keeps what was said before it, and a name that was given', async () => {
  const { chatId, cookie, person, second } = await twoQuestions()
  await as(person).chat.rename({ chatId, title: 'My favourite' })
  await answerOf(await send('POST', chatId, cookie, { text: 'And a bonus?', insteadOf: second.id }))
  expect(await said(chatId)).toEqual(['Is it remote?', 'answer', 'And a bonus?', 'answer'])
  expect((await as(person).chat.read({ chatId })).chat.title).toBe('My favourite')
})

test('only a question of one’s own in this conversation can be asked in other words', async () => {
  const mine = await twoQuestions()
  const theirs = await twoQuestions()
  const { id: otherChat } = await as(mine.person).chat.create({ jobId: mine.about.id })
  await answerOf(await send('POST', otherChat, mine.cookie, { text: 'Elsewhere?' }))
  const [elsewhere] = await messagesIn(otherChat)

  const before = await messagesIn(mine.chatId)
  const tried = (chatId: string, insteadOf: unknown) =>
    send('POST', chatId, mine.cookie, { text: 'changed', insteadOf })
  for (const id of [mine.firstAnswer.id, theirs.first.id, elsewhere?.id, Bun.randomUUIDv7()]) {
    expect(await refusalOf(await tried(mine.chatId, id))).toBe('409 QUESTION_GONE')
  }
  expect(await refusalOf(await tried(theirs.chatId, theirs.first.id))).toBe('404 NOT_FOUND')
  for (const id of ['1', '', null, [mine.first.id], { id: mine.first.id }]) {
    expect((await tried(mine.chatId, id)).status).toBe(400)
  }
  const smuggled = { text: 'x', insteadOf: mine.first.id, role: 'assistant' }
  expect((await send('POST', mine.chatId, mine.cookie, smuggled)).status).toBe(400)
  expect(await messagesIn(mine.chatId)).toEqual(before)
  expect(await messagesIn(theirs.chatId)).toHaveLength(4)
  expect(await messagesIn(otherChat)).toHaveLength(2)
}, 15_000)

test('while an answer is written nothing is asked in other words or again', async () => {
  const { chatId, cookie, first } = await twoQuestions()
  model.tokensPerSecond = 5
  await send('POST', chatId, cookie, { text: 'Tell me everything in detail' })
  for (const ask of [{ text: 'x', insteadOf: first.id }, { again: 'retry' }]) {
    expect(await refusalOf(await send('POST', chatId, cookie, ask))).toBe('409 REPLY_IN_PROGRESS')
  }
  expect(await said(chatId)).toHaveLength(6)
})

test('sent twice at once, from two tabs, it is asked once', async () => {
  const { chatId, cookie, person, first } = await twoQuestions()
  model.tokensPerSecond = 20
  const answers = await Promise.all(
    [cookie, await cookieOf(person), cookie].map((tab, index) =>
      send('POST', chatId, tab, { text: `In other words ${index}`, insteadOf: first.id }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  const [question, ...rest] = await said(chatId)
  expect(question).toStartWith('In other words')
  expect(rest).toEqual(['answer'])
  await send('POST', `${chatId}/stop`, cookie, {})
  // And afterwards: the id is gone with the question.
  expect(
    await refusalOf(await send('POST', chatId, cookie, { text: 'late', insteadOf: first.id })),
  ).toBe('409 QUESTION_GONE')
})

test('a whole answer is given again, from the same question', async () => {
  const { chatId, cookie, person, secondAnswer } = await twoQuestions()
  const again = await answerOf(await send('POST', chatId, cookie, { again: 'retry' }))
  expect(again.status).toBe('complete')
  const { messages } = await as(person).chat.read({ chatId })
  expect(messages).toHaveLength(4)
  expect(messages[3]).toMatchObject({ content: again.text, status: 'complete' })
  expect(messages[3]?.id).not.toBe(secondAnswer.id)
  const seen = model.calls({ limit: 1 })[0]?.prompt ?? ''
  expect(seen).toContain('What is the salary?')
  expect(seen).not.toContain(secondAnswer.content.slice(0, 40))

  // The next question is asked after the new answer alone.
  await answerOf(await send('POST', chatId, cookie, { text: 'Is that all?' }))
  expect(await said(chatId)).toEqual([
    'Is it remote?',
    'answer',
    'What is the salary?',
    'answer',
    'Is that all?',
    'answer',
  ])
  expect((await messagesIn(chatId)).some(({ id }) => id === secondAnswer.id)).toBe(false)
})

test('what cannot be continued is not', async () => {
  const { chatId, cookie } = await twoQuestions()
  expect(await refusalOf(await send('POST', chatId, cookie, { again: 'continue' }))).toBe(
    '409 NOTHING_TO_REPEAT',
  )
  const { chatId: empty, cookie: other } = await conversation()
  for (const again of ['retry', 'continue']) {
    expect(await refusalOf(await send('POST', empty, other, { again }))).toBe(
      '409 NOTHING_TO_REPEAT',
    )
  }
})

test('an answer stays when the limit refuses another, and when the other comes to nothing', async () => {
  const { chatId, cookie, person, secondAnswer } = await twoQuestions()
  model.failNext('500', 6)
  const failed = await answerOf(await send('POST', chatId, cookie, { again: 'retry' }))
  expect(failed).toEqual({ text: '', status: 'failed' })
  model.clearFaults()
  const { messages } = await as(person).chat.read({ chatId })
  expect(messages.slice(3)).toMatchObject([
    { id: secondAnswer.id, content: secondAnswer.content, status: 'complete' },
    { content: '', status: 'failed' },
  ])

  await useUp(person)
  const before = await messagesIn(chatId)
  for (const ask of [{ again: 'retry' }, { text: 'x', insteadOf: messages[0]?.id }]) {
    expect(await refusalOf(await send('POST', chatId, cookie, ask))).toBe('402 CHAT_LIMIT_REACHED')
  }
  expect(await messagesIn(chatId)).toEqual(before)
}, 15_000)

test('tried once more after that, the first answer gives way to the new one', async () => {
  const { chatId, cookie, person } = await twoQuestions()
  model.failNext('500', 6)
  await answerOf(await send('POST', chatId, cookie, { again: 'retry' }))
  model.clearFaults()
  const { text } = await answerOf(await send('POST', chatId, cookie, { again: 'retry' }))
  const { messages } = await as(person).chat.read({ chatId })
  expect(messages.map(({ content }) => content).slice(3)).toEqual([text])
}, 15_000)

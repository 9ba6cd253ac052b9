import type { Ask, ChatMessage } from './contract.ts'

/** What the server will store, shown at once; its own ids follow. */
export function withQuestion(messages: ChatMessage[], ask: Ask): ChatMessage[] {
  const createdAt = new Date()
  const answer = {
    id: 'answer',
    role: 'assistant' as const,
    content: '',
    status: 'writing' as const,
    createdAt,
  }
  if ('text' in ask) {
    const question = { ...answer, id: 'question', role: 'user' as const, content: ask.text }
    const cut = 'insteadOf' in ask ? messages.findIndex(({ id }) => id === ask.insteadOf) : -1
    const kept = cut === -1 ? messages : messages.slice(0, cut)
    return [...kept, { ...question, status: 'complete' }, answer]
  }
  const last = messages.at(-1)
  if (ask.again === 'continue' && last) {
    return [...messages.slice(0, -1), { ...last, status: 'writing' as const }]
  }
  return [...(last?.content ? messages : messages.slice(0, -1)), answer]
}

export const isSame = (some: ChatMessage[], others: ChatMessage[]) =>
  some.length === others.length &&
  some.every(({ id, content, status }, index) => {
    const other = others[index]
    return other?.id === id && other.content === content && other.status === status
  })

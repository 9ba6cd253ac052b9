/** Asks a model that keeps what it is sent. */
import { createOpenAI } from '@ai-sdk/openai'
import { withCircuit } from '#/adapters/language-model.server.ts'
import { beginReply } from './begin-reply.server.ts'
import { runningReplies } from './running-replies.server.ts'

export function startKeepingModel() {
  const sent: string[] = []
  const provider = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    async fetch(request) {
      sent.push(await request.text())
      const choices = [
        { index: 0, delta: { role: 'assistant', content: 'Yes.' }, finish_reason: 'stop' },
      ]
      return new Response(
        `data: ${JSON.stringify({ id: 'x', created: 0, model: 'm', choices })}\n\n`,
        { headers: { 'content-type': 'text/event-stream' } },
      )
    },
  })
  const models = [
    withCircuit({
      provider: 'openai',
      id: 'keeps',
      model: createOpenAI({ apiKey: 'k', baseURL: String(provider.url) }).chat('keeps'),
    }),
  ]
  return {
    sent,
    /** Returns what the model was sent for this question. */
    async ask(person: { id: string }, chatId: string, text: string): Promise<string> {
      await beginReply({ userId: person.id }, chatId, { text }, { models })
      await Promise.all([...runningReplies().values()].map((reply) => reply.ended))
      return sent.at(-1) ?? ''
    },
    stop: () => provider.stop(true),
  }
}

/**
 * A language model that says what time it is: the benchmarks measure how long that takes to reach a
 * reader. The question says how often: { "perSecond": 20, "seconds": 30, "prefix": 0 }
 */
import { now } from './clock.ts'

const encoder = new TextEncoder()
type Talk = {
  controller: ReadableStreamDefaultController<Uint8Array>
  next: number
  every: number
  until: number
}
const talks = new Set<Talk>()

function say(controller: Talk['controller'], content: string, reason: string | null = null) {
  const choice = { index: 0, delta: content ? { content } : {}, finish_reason: reason }
  const chunk = {
    id: 'x',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'x',
    choices: [choice],
  }
  controller.enqueue(encoder.encode(`data: ${JSON.stringify(chunk)}\n\n`))
}

setInterval(() => {
  const time = now()
  for (const talk of talks) {
    if (talk.next > time) continue
    talk.next += talk.every
    if (time < talk.until) say(talk.controller, `${now().toFixed(3)};`)
    else {
      talks.delete(talk)
      say(talk.controller, '', 'stop')
      talk.controller.close()
    }
  }
}, 2)

Bun.serve({
  port: Number(process.env.PORT),
  hostname: '127.0.0.1',
  idleTimeout: 0,
  async fetch(request) {
    const { messages }: { messages: { role: string; content: string }[] } = await request.json()
    const question = messages.findLast(({ content }) => content.startsWith('{"perSecond"'))
    const { perSecond, seconds, prefix } = JSON.parse(question?.content ?? '{}')
    let own: Talk | undefined
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        say(controller, `hello;${'x'.repeat(prefix)}`)
        const every = 1_000 / perSecond
        own = {
          controller,
          every,
          next: now() + Math.random() * every,
          until: now() + seconds * 1_000,
        }
        talks.add(own)
      },
      cancel: () => void (own && talks.delete(own)),
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  },
})

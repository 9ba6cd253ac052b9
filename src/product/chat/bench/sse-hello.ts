/** What the benchmarks of the chat are compared with: event streams with nothing behind them. */
import { now } from './clock.ts'

const encoder = new TextEncoder()
const readers = new Set<ReadableStreamDefaultController<Uint8Array>>()
const perSecond = 20

/** Each reader gets a frame every 50 ms, and they take turns, so that the work is spread. */
let sent = 0
let due = 0
let lookedAt = now()
setInterval(() => {
  const all = [...readers]
  const at = now()
  due += ((at - lookedAt) / 1_000) * perSecond * all.length
  lookedAt = at
  for (; sent < due && all.length > 0; sent++) {
    all[sent % all.length]?.enqueue(encoder.encode(`data: "${now().toFixed(3)};"\n\n`))
  }
}, 2)

Bun.serve({
  port: Number(process.env.PORT),
  idleTimeout: 60,
  fetch(request) {
    const isTicking = request.url.endsWith('/ticks')
    let own: ReadableStreamDefaultController<Uint8Array>
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        own = controller
        controller.enqueue(encoder.encode('data: "hello"\n\n'))
        if (isTicking) readers.add(controller)
      },
      cancel: () => void readers.delete(own),
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  },
})

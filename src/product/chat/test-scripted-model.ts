/**
 * A language model whose answer is known in advance: an OpenAI-compatible server that reads what to
 * say from the question, so that a test knows every character of it without asking the app. It cuts
 * where models cut, which is anywhere: inside an emoji too.
 */
import { createOpenAI } from '@ai-sdk/openai'
import { withCircuit } from '#/adapters/language-model.server.ts'

export type Script = {
  seed: number
  characters: number
  /** 0: all at once. */
  tokensPerSecond: number
  /** Silent for so long before the first word. */
  silentMs?: number
}

export const question = (script: Script) => JSON.stringify(script)

const words =
  'a;the job ;Grüße ;é;n\u0303;👩‍👩‍👧;👍🏽;🇩🇪;😀;日本語;\n\n;"quoted" ;\\;data: ;event: end\n;<b> ;0;é́\u0302 ;and so on. '.split(
    ';',
  )

/** The same numbers for the same seed (mulberry32). */
function numbersFrom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Everything that the model will say: about so many characters, none of them cut. */
export function scripted({ seed, characters }: Script): string {
  const next = numbersFrom(seed)
  let text = ''
  while (text.length < characters) text += words[Math.floor(next() * words.length)] ?? ''
  return text
}

/** 1 to 4 UTF-16 units each. */
function tokensOf(text: string, seed: number): string[] {
  const next = numbersFrom(seed + 1)
  const tokens = []
  for (let at = 0; at < text.length;) {
    const length = 1 + Math.floor(next() * 4)
    tokens.push(text.slice(at, at + length))
    at += length
  }
  return tokens
}

type Turn = { role: string; content: string }

/** The script of the last question that is one, and what was said of its answer already. */
function read(turns: Turn[]) {
  const at = turns.findLastIndex(
    ({ role, content }) => role === 'user' && content.startsWith('{"seed"'),
  )
  const script: Script = JSON.parse(turns[at]?.content ?? '{"seed":1,"characters":100}')
  const said = turns.slice(at + 1).find(({ role }) => role === 'assistant')?.content ?? ''
  return { script, said }
}

export function startScriptedModel() {
  const encoder = new TextEncoder()
  const gates = { start: openGate(), end: openGate() }
  let calls = 0
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    idleTimeout: 0,
    async fetch(request) {
      calls += 1
      const { messages }: { messages: Turn[] } = await request.json()
      const { script, said } = read(messages)
      const rest = scripted(script).slice(said.length)
      async function* answer() {
        if (script.silentMs) await Bun.sleep(script.silentMs)
        await gates.start.passed()
        const tokens = tokensOf(rest, script.seed)
        const begun = performance.now()
        for (const [index, content] of tokens.entries()) {
          yield delta({ content })
          if (!script.tokensPerSecond) continue
          // By the clock, so that many answers at once keep their pace.
          const due = begun + ((index + 1) * 1_000) / script.tokensPerSecond
          if (due > performance.now()) await Bun.sleep(due - performance.now())
          if (request.signal.aborted) return
        }
        await gates.end.passed()
        yield delta({}, 'stop')
        yield 'data: [DONE]\n\n'
      }
      const lines = answer()
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { done, value } = await lines.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        },
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    },
  })
  const url = `http://127.0.0.1:${server.port}/v1`
  return {
    url,
    calls: () => calls,
    /** As the app would be given it by its environment. */
    model: () =>
      withCircuit({
        provider: 'openai',
        id: 'scripted',
        model: createOpenAI({ apiKey: 'local', baseURL: url }).chat('scripted'),
      }),
    /** Answers wait before their first word, or after their last one, while it is closed. */
    gates,
    stop: () => server.stop(true),
  }
}

function openGate() {
  let opened = Promise.withResolvers<void>()
  opened.resolve()
  return {
    passed: () => opened.promise,
    close: () => void (opened = Promise.withResolvers<void>()),
    open: () => opened.resolve(),
  }
}

const delta = (change: { content?: string }, reason: string | null = null) =>
  `data: ${JSON.stringify({
    id: 'scripted',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, delta: change, finish_reason: reason }],
  })}\n\n`

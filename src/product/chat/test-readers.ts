/**
 * Readers of a chat as the browser has them: the same class reads, connects again and joins, over real
 * connections that can be cut. The document that it looks at is here too; a window is not, because other
 * tests of the same process would then take themselves for a browser.
 */
import type { ChatMessage } from './contract.ts'
import { Conversation } from './conversation.ts'

Object.assign(globalThis, {
  document: Object.assign(new EventTarget(), { visibilityState: 'visible', cookie: '' }),
})

export type Connect = (url: string, init: RequestInit) => Promise<Response>

/** Opens connections to whichever server `origin` names at that moment, with this cookie. */
export const signedIn =
  (origin: () => string, appUrl: string, cookie: string): Connect =>
  (url, init) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie, origin: appUrl }
    return fetch(new URL(url, origin()), { ...init, headers })
  }

/** The first connection breaks after so many bytes of its body have come. */
export function cutAfter(bytes: number, connect: Connect): Connect {
  let first = true
  return async (url, init) => {
    if (!first) return connect(url, init)
    first = false
    const network = new AbortController()
    const signal = AbortSignal.any([network.signal, ...(init.signal ? [init.signal] : [])])
    const response = await connect(url, { ...init, signal })
    return new Response(response.body && cut(response.body, bytes, network), response)
  }
}

function cut(body: ReadableStream<Uint8Array>, bytes: number, network: AbortController) {
  let left = bytes
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (left > 0) controller.enqueue(chunk.subarray(0, left))
      left -= chunk.length
      if (left > 0) return
      controller.error(new Error('the connection was cut'))
      network.abort()
    },
  })
  return body.pipeThrough(limit)
}

/** A tab in which this conversation is open. */
export function openTab(
  chatId: string,
  messages: ChatMessage[],
  read: () => Promise<ChatMessage[]>,
  connect: Connect,
) {
  const create = () => Promise.reject(new Error('it is there already'))
  const tab = new Conversation({ chatId, create, read }, messages, connect)
  tab.open()
  return tab
}

/** Resolves to the last message when its answer has ended on the screen. */
export function ended(tab: Conversation, limitMs = 30_000): Promise<ChatMessage> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { messages, phase, problem } = tab.getState()
      const last = messages.at(-1)
      if (problem) finish(() => reject(new Error(`the tab shows ${problem.code}`)))
      else if (phase === 'idle' && last?.role === 'assistant' && last.status !== 'writing') {
        finish(() => resolve(last))
      }
    }
    const late = setTimeout(() => {
      const { messages, phase } = tab.getState()
      const shown = JSON.stringify(messages.at(-1))
      finish(() => reject(new Error(`still ${phase} after ${limitMs} ms: ${shown}`)))
    }, limitMs)
    const stopLooking = tab.subscribe(look)
    function finish(say: () => void) {
      clearTimeout(late)
      stopLooking()
      say()
    }
    look()
  })
}

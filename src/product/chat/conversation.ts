import { type Problem, problemIn, problemWith } from './ask-problem.ts'
import type { Ask, ChatMessage } from './contract.ts'
import { isSame, withQuestion } from './expected-messages.ts'
import { readFrames, type ReplyFrame } from './reply-stream.ts'
import { untilWorthTrying } from './wait-to-retry.ts'

export type ConversationState = {
  messages: ChatMessage[]
  /** What is true of the connection: `reconnecting` is said only while there is none. */
  phase: 'idle' | 'sending' | 'writing' | 'reconnecting'
  problem: Problem | null
  /** The answer that ended while this tab was reading along; null when there is none. */
  finished: string | null
}

type ReplyStart = Extract<ReplyFrame, { event: 'reply' }>['data']

/** The server sends something every 10 s; a connection that is silent for longer is dead. */
const silenceMs = 25_000
/** A tab that comes to the front asks what is new, but not with every click into it. */
const lookAgainMs = 5_000
/** Text that has come is shown together, so that a fast model does not keep the page busy. */
const showEveryMs = 40

/**
 * One conversation in one tab: what is shown, and the connection to the answer in progress. It
 * connects again by itself and goes on at the character where it was cut. What is stored is the truth
 * and is read again whenever there is a doubt.
 */
export class Conversation {
  #state: ConversationState
  #listeners = new Set<() => void>()
  #closed = new AbortController()
  /** Cuts the connection of the moment. */
  #cut = () => {}
  /** The other tabs of this browser, which show what is asked here as it comes. */
  #elsewhere: BroadcastChannel | undefined
  #caughtUpAt = 0
  #waiting = ''
  #showing: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly stored: {
      /** Null before the first question, with which it is created. */
      chatId: string | null
      create: () => Promise<string>
      read: (chatId: string) => Promise<ChatMessage[]>
    },
    messages: ChatMessage[],
    /** The browser's own; a proof cuts connections here. */
    readonly send: (url: string, init: RequestInit) => Promise<Response> = (url, init) =>
      fetch(url, init),
  ) {
    this.#state = { messages, phase: 'idle', problem: null, finished: null }
  }

  getState = () => this.#state

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Follows the answer that is being written, if there is one, and what is asked in another tab; what
   * was asked on another device is seen when this tab is looked at again.
   */
  open() {
    if (this.#closed.signal.aborted) this.#closed = new AbortController()
    this.#followWriting()
    if (this.#elsewhere) return
    this.#elsewhere = new BroadcastChannel('job-chat')
    this.#elsewhere.addEventListener('message', ({ data }) => {
      if (data === this.stored.chatId) void this.#catchUp()
    })
    const look = () => {
      if (document.visibilityState !== 'visible') return
      if (performance.now() - this.#caughtUpAt > lookAgainMs) void this.#catchUp()
    }
    const { signal } = this.#closed
    document.addEventListener('visibilitychange', look, { signal })
    globalThis.addEventListener('focus', look, { signal })
    this.#caughtUpAt = performance.now()
  }

  /** Leaves; the answer goes on without this reader. */
  close() {
    this.#closed.abort()
    this.#elsewhere?.close()
    this.#elsewhere = undefined
    this.#show()
    this.#set({ phase: 'idle' })
  }

  /** Returns false when the question was not taken, so that it stays in the box. */
  async ask(ask: Ask): Promise<boolean> {
    if (this.#state.phase !== 'idle') return false
    const before = this.#state.messages
    const messages = withQuestion(before, ask)
    this.#set({ phase: 'sending', problem: null, finished: null, messages })
    let response: Response
    try {
      this.stored.chatId ??= await this.stored.create()
    } catch (error) {
      this.#set({ phase: 'idle', messages: before, problem: problemWith(ask, error) })
      return false
    }
    try {
      response = await this.#post(ask)
    } catch {
      return this.#findOutWhetherSent(before)
    }
    // A proxy or the server could not reach what is behind it, or lost it on the way.
    if ([502, 503, 504].includes(response.status)) return this.#findOutWhetherSent(before)
    if (response.ok) {
      void this.#follow(response)
      return true
    }
    const problem = problemWith(ask, await response.json().catch(() => null))
    this.#set({ phase: 'idle', messages: before, problem })
    // Another tab was faster: show what it asked, and the answer as it comes.
    if (!problem) await this.#refresh().catch(() => {})
    this.#followWriting()
    return false
  }

  async stop(): Promise<void> {
    const stopped = await this.#fetch('/stop', { method: 'POST' }).catch(() => null)
    if (!stopped?.ok) this.#set({ problem: { code: 'NOT_STOPPED' } })
  }

  dismissProblem() {
    this.#set({ problem: null })
  }

  #set(change: Partial<ConversationState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #last = () => this.#state.messages.at(-1)

  #followWriting() {
    if (this.#state.phase === 'idle' && this.#last()?.status === 'writing') void this.#follow(null)
  }

  /** What is stored, unless something begins here in the meantime. */
  async #catchUp() {
    const { chatId, read } = this.stored
    const before = this.#state
    if (!chatId || before.phase !== 'idle') return
    this.#caughtUpAt = performance.now()
    try {
      const messages = await read(chatId)
      if (this.#state !== before || isSame(messages, before.messages)) return
      this.#set({ messages, finished: null })
      this.#followWriting()
    } catch (error) {
      const problem = problemIn(error)
      const isLost = problem?.code === 'SIGNED_OUT' || problem?.code === 'GONE'
      if (this.#state === before && isLost) this.#lose(problem)
    }
  }

  /** What is not this person's to read any more does not stay on the screen. */
  #lose(problem: Problem | null) {
    this.#waiting = ''
    this.#set({ phase: 'idle', messages: [], problem, finished: null })
  }

  #changeLast(change: Partial<ChatMessage>) {
    const last = this.#last()
    if (!last) return
    this.#set({ messages: [...this.#state.messages.slice(0, -1), { ...last, ...change }] })
  }

  #fetch(path: string, init: RequestInit = {}, signal = this.#closed.signal) {
    const url = `/api/chat/${this.stored.chatId}${path}`
    return this.send(url, { ...init, signal, cache: 'no-store' })
  }

  #connect(path: string, init: RequestInit = {}) {
    const connection = new AbortController()
    this.#cut = () => connection.abort()
    return this.#fetch(path, init, AbortSignal.any([this.#closed.signal, connection.signal]))
  }

  async #refresh() {
    this.#waiting = ''
    const { chatId, read } = this.stored
    if (chatId) this.#set({ messages: await read(chatId) })
  }

  /** Reads the answer to its end, over as many connections as it takes. */
  async #follow(first: Response | null): Promise<void> {
    const closed = this.#closed.signal
    let response = first
    for (let failures = 0; !closed.aborted; failures++) {
      try {
        response ??= await this.#connect(`/stream?${this.#position()}`)
        if (response.status === 401 || response.status === 404) {
          const code = response.status === 401 ? 'SIGNED_OUT' : 'GONE'
          return this.#lose({ code })
        }
        if (response.status === 204) {
          await this.#refresh()
          if (this.#last()?.status !== 'writing') return this.#set({ phase: 'idle' })
        } else if (response.ok && response.body) {
          const ended = await this.#read(response.body, closed, () => (failures = 0))
          if (ended) return
        }
      } catch {
        // Cut: connect again.
      }
      response = null
      if (closed.aborted) return
      this.#show()
      this.#set({ phase: 'reconnecting' })
      await untilWorthTrying(failures, closed)
    }
  }

  #position() {
    const last = this.#last()
    return new URLSearchParams({
      message: last?.id ?? '',
      from: String((last?.content.length ?? 0) + this.#waiting.length),
    })
  }

  /** Resolves to whether the answer has ended; false when the connection was cut before. */
  async #read(
    body: ReadableStream<Uint8Array>,
    closed: AbortSignal,
    alive: () => void,
  ): Promise<boolean> {
    let silence: ReturnType<typeof setTimeout> | undefined
    const cut = this.#cut
    const heard = () => {
      clearTimeout(silence)
      silence = setTimeout(cut, silenceMs)
    }
    heard()
    // A connection whose network went away would be silent, and come to nothing when it is back.
    globalThis.addEventListener('offline', cut)
    try {
      for await (const frame of readFrames(body, heard)) {
        if (closed.aborted) return true
        if (frame.event === 'reply') {
          alive()
          await this.#begin(frame.data)
        } else if (frame.event === 'text') {
          this.#waiting += frame.data
          this.#showing ??= setTimeout(() => this.#show(), showEveryMs)
        } else {
          this.#show()
          this.#changeLast({ status: frame.data.status })
          this.#set({ phase: 'idle', finished: this.#last()?.content ?? null })
          return true
        }
      }
      return false
    } finally {
      clearTimeout(silence)
      globalThis.removeEventListener('offline', cut)
    }
  }

  async #begin({ messageId, from, questionId }: ReplyStart) {
    this.#show()
    const sending = this.#state.phase === 'sending'
    // An answer that this tab has not asked for: its question is not known here either.
    if (!sending && this.#last()?.id !== messageId) await this.#refresh()
    if (questionId) {
      const messages = this.#state.messages.map((message) =>
        message.id === 'question' ? { ...message, id: questionId } : message,
      )
      this.#set({ messages })
    }
    if (sending) this.#elsewhere?.postMessage(this.stored.chatId)
    const content = this.#last()?.content ?? ''
    this.#changeLast({ id: messageId, content: content.slice(0, from), status: 'writing' })
    this.#set({ phase: 'writing' })
  }

  #show() {
    clearTimeout(this.#showing)
    this.#showing = undefined
    if (!this.#waiting) return
    const content = (this.#last()?.content ?? '') + this.#waiting
    this.#waiting = ''
    this.#changeLast({ content })
  }

  /**
   * A server that is shutting down has not taken the question: another one will. Any other 503 may
   * come after the question was stored, so it is not sent again.
   */
  async #post(ask: Ask): Promise<Response> {
    for (let failures = 0; ; failures++) {
      const response = await this.#connect('', { method: 'POST', body: JSON.stringify(ask) })
      if (failures === 5 || !(await isShuttingDown(response))) return response
      await untilWorthTrying(failures, this.#closed.signal)
    }
  }

  /** The connection broke while a question was on its way: what is stored tells. */
  async #findOutWhetherSent(before: ChatMessage[]): Promise<boolean> {
    const closed = this.#closed.signal
    this.#set({ phase: 'reconnecting' })
    for (let failures = 0; !closed.aborted; failures++) {
      await untilWorthTrying(failures, closed)
      try {
        await this.#refresh()
        const sent = this.#last()?.id !== before.at(-1)?.id || this.#last()?.status === 'writing'
        this.#set({ phase: 'idle', problem: sent ? null : { code: 'NOT_SENT' } })
        this.#followWriting()
        return sent
      } catch {
        // Not yet.
      }
    }
    return false
  }
}

async function isShuttingDown(response: Response): Promise<boolean> {
  if (response.status !== 503) return false
  const { code } = Object(await response.json().catch(() => null))
  return code === 'SHUTTING_DOWN'
}

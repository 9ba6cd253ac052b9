import { env } from '#/env.server.ts'
import type { ChatMessage } from '../contract.ts'
import type { Conversation } from '../conversation.ts'
import { type Connect, openTab, signedIn } from '../test-readers.ts'
import { createJob } from '#/product/jobs/test-world.ts'
import { as, createPerson, createTenant, type Person } from '../../../../tests/people.ts'
import { question, type Script, scripted } from '../test-scripted-model.ts'
import { cookieOf } from '../../../../tests/sessions.ts'
import type { AppServer } from './servers.ts'

/** A promise was broken. */
export class Violation extends Error {}

/** What a tab showed and must never have; a tab itself would take an error for a broken connection. */
const seen: string[] = []

/** Throws Violation when anything wrong was shown since the last call. */
export function expectNothingWrongWasShown() {
  const [first] = seen.splice(0)
  if (first) throw new Violation(first)
}

/** Somebody with one conversation, whose answer is known in advance. */
export type Asker = {
  person: Person
  chatId: string
  cookie: string
  script: Script
  /** Everything that the model will say. */
  said: string
  stored(): Promise<ChatMessage[]>
  /** Opens a tab on whichever servers are up; what it shows is watched from then on. */
  open(connect?: Connect): Promise<Conversation>
  /** Connections of this person to one server. */
  through(server: () => AppServer): Connect
  question: string
}

/** Connects to the servers in turn, past those that are down, as a proxy in front of them would. */
export function inTurn(servers: AppServer[], cookie: string): Connect {
  let turn = Math.floor(Math.random() * servers.length)
  return async (url, init) => {
    for (let attempt = 1; ; attempt++) {
      turn += 1
      const up = servers.filter(({ isUp }) => isUp)
      const server = up[turn % up.length]
      if (!server) throw new Error('no server is up')
      try {
        return await signedIn(() => server.origin, env.APP_URL, cookie)(url, init)
      } catch (error) {
        // A question may have arrived although its connection broke: it is not sent twice.
        if (init.method === 'POST' || init.signal?.aborted || attempt > servers.length) throw error
      }
    }
  }
}

export async function createAsker(servers: AppServer[], script: Script): Promise<Asker> {
  const person = await createPerson()
  const about = await createJob(await createTenant(await createPerson()))
  const { id: chatId } = await as(person).chat.create({ jobId: about.id })
  const cookie = await cookieOf(person)
  const said = scripted(script)
  const stored = async () => (await as(person).chat.read({ chatId })).messages
  return {
    person,
    chatId,
    cookie,
    script,
    said,
    stored,
    question: question(script),
    through: (server) => signedIn(() => server().origin, env.APP_URL, cookie),
    async open(connect = inTurn(servers, cookie)) {
      const tab = openTab(chatId, await stored(), stored, connect)
      watch(tab, said)
      return tab
    },
  }
}

/** Whatever is shown, at any moment, is a beginning of what the model says, and never gets shorter. */
function watch(tab: Conversation, said: string) {
  let longest = 0
  tab.subscribe(() => {
    const last = tab.getState().messages.at(-1)
    if (last?.role !== 'assistant') return
    const { length } = last.content
    if (!said.startsWith(last.content)) seen.push(`shown: …${last.content.slice(-80)}`)
    if (length < longest) seen.push(`${longest} characters were shown, then ${length}`)
    longest = length
  })
}

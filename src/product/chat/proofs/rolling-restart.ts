import { type Connect, ended } from '../test-readers.ts'
import { createAsker, expectNothingWrongWasShown, inTurn, Violation } from './people.ts'
import type { AppServer, Servers } from './servers.ts'

export type RestartSettings = {
  replies: number
  disconnects: number
  /** Of each answer: long enough to outlast both restarts. */
  characters?: number
}

const cutsPerSecond = 60
/** By then the restarted server has stopped, whatever was under way. */
const stopLimitMs = 15_000

/**
 * So many replies at once, whose readers are cut again and again, while both servers are restarted one
 * after the other. Answers that the bounded time did not suffice for are interrupted and are then
 * continued: in the end every reader has what the model said, to the character.
 */
export async function proveRollingRestart(
  { servers, model }: Servers,
  { replies, disconnects, characters = 1_200 }: RestartSettings,
) {
  const network = cuttableNetwork()
  const askers = await Promise.all(
    Array.from({ length: replies }, (_, seed) =>
      createAsker(servers, { seed, characters, tokensPerSecond: 22 + (seed % 20) }),
    ),
  )
  const tabs = await Promise.all(
    askers.map(async (asker) => {
      const tab = await asker.open(network.through(inTurn(servers, asker.cookie)))
      return { asker, tab }
    }),
  )
  let asked = 0
  let continued = 0
  let notSent = 0
  const reading = Promise.all(
    tabs.map(async ({ asker, tab }) => {
      if (await tab.ask({ text: asker.question })) asked += 1
      else throw new Violation('a question was not taken')
      for (;;) {
        const { status, content } = await ended(tab, 90_000)
        // One that was handed over between its last word and its end has nothing to be continued.
        if (content === asker.said) return
        if (status !== 'interrupted') throw new Violation(`an answer ended as ${status}`)
        if (await tab.ask({ again: 'continue' })) continued += 1
        else {
          // The server went away under the question; the tab says so, and a person asks again.
          tab.dismissProblem()
          notSent += 1
        }
      }
    }),
  )
  const exits: number[] = []
  const restarting = (async () => {
    await Bun.sleep(2_000)
    for (const server of servers) exits.push(await restart(server))
  })()
  const allRead = reading.then(() => true)
  while (network.cuts() < disconnects) {
    network.cutOne()
    if (await Promise.race([allRead, Bun.sleep(1_000 / cutsPerSecond)])) break
  }
  await reading
  await restarting
  for (const { asker, tab } of tabs) {
    const stored = (await asker.stored()).at(-1)
    if (stored?.content !== asker.said) throw new Violation('what is stored is not what was said')
    const shown = tab.getState().messages.at(-1)?.content
    if (shown !== stored.content) throw new Violation('a tab shows other than what is stored')
    tab.close()
  }
  expectNothingWrongWasShown()
  if (network.cuts() < disconnects) {
    throw new Violation(`only ${network.cuts()} connections were cut: the answers were too short`)
  }
  return {
    replies: asked,
    disconnects: network.cuts(),
    'calls of the model': model.calls(),
    'interrupted and continued': continued,
    'not sent, asked again': notSent,
    'slowest stop, ms': Math.round(Math.max(...exits)),
  }
}

async function restart(server: AppServer): Promise<number> {
  const started = performance.now()
  const code = await server.terminate()
  const took = performance.now() - started
  if (code !== 0) throw new Violation(`a server that was told to end exited with ${code}`)
  if (took > stopLimitMs) throw new Violation(`a server took ${Math.round(took)} ms to end`)
  await server.start()
  return took
}

/** Open connections, of which one can be cut at any moment. */
function cuttableNetwork() {
  const open = new Set<AbortController>()
  let cuts = 0
  return {
    cuts: () => cuts,
    cutOne() {
      const chosen = [...open][Math.floor(Math.random() * open.size)]
      if (!chosen) return
      open.delete(chosen)
      cuts += 1
      chosen.abort()
    },
    through:
      (connect: Connect): Connect =>
      async (url, init) => {
        const connection = new AbortController()
        const signal = AbortSignal.any([connection.signal, ...(init.signal ? [init.signal] : [])])
        const response = await connect(url, { ...init, signal })
        // A question that is still on its way is not cut: whether it arrived has a test of its own.
        if (!response.body) return response
        open.add(connection)
        const flush = () => void open.delete(connection)
        return new Response(response.body.pipeThrough(new TransformStream({ flush })), response)
      },
  }
}

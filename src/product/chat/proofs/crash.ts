import { ended } from '../test-readers.ts'
import { createAsker, expectNothingWrongWasShown, Violation } from './people.ts'
import type { Servers } from './servers.ts'

export type CrashSettings = { times: number; repliesEach: number }

const limitMs = 6_000

/**
 * Kills the server that writes, at a random point, while each reply is read by whoever asked, over
 * that server, and by a second tab over the other one. Both must show exactly what is stored, which
 * is a beginning of what the model said and no shorter than anything shown before, be told the end
 * within six seconds, and can have the answer continued to its last character.
 */
export async function proveCrash({ servers }: Servers, { times, repliesEach }: CrashSettings) {
  const [first, second] = servers
  if (!first || !second) throw new Error('two servers are needed')
  const waits: number[] = []
  const counts = { kills: 0, replies: 0, interrupted: 0, complete: 0, continued: 0, characters: 0 }
  for (let time = 0; time < times; time++) {
    const [writer, other] = time % 2 === 0 ? [first, second] : [second, first]
    const askers = await Promise.all(
      Array.from({ length: repliesEach }, (_, index) =>
        createAsker(servers, {
          seed: time * 1_000 + index,
          characters: 250,
          tokensPerSecond: 20 + 10 * index,
        }),
      ),
    )
    const readers = await Promise.all(
      askers.map(async (asker) => {
        // Everything goes to the writer until it dies, and the second tab to the other.
        const here = await asker.open(asker.through(() => (writer.isUp ? writer : other)))
        if (!(await here.ask({ text: asker.question }))) throw new Violation('not asked')
        const there = await asker.open(asker.through(() => other))
        return { asker, here, there }
      }),
    )
    await Bun.sleep(Math.random() * 3_000)
    const shown = readers.map(({ here }) => here.getState().messages.at(-1)?.content ?? '')
    await writer.kill()
    const killed = performance.now()
    counts.kills += 1
    await Promise.all(
      readers.map(async ({ asker, here, there }, index) => {
        const seen = await Promise.all(
          [here, there].map(async (tab) => {
            const { content, status } = await ended(tab, 15_000)
            if (status !== 'complete') waits.push(performance.now() - killed)
            return { content, status }
          }),
        )
        const stored = (await asker.stored()).at(-1)
        for (const { content, status } of seen) {
          if (content !== stored?.content)
            throw new Violation('a tab shows other than what is stored')
          if (status !== stored.status)
            throw new Violation(`shown as ${status}, is ${stored.status}`)
          if (!content.startsWith(shown[index] ?? '')) throw new Violation('what was shown is gone')
          if (!asker.said.startsWith(content)) throw new Violation('the model never said this')
        }
        counts.replies += 1
        counts.characters += stored?.content.length ?? 0
        if (stored?.status === 'complete') counts.complete += 1
        else if (stored?.status === 'interrupted') counts.interrupted += 1
        else throw new Violation(`it ended as ${stored?.status}`)
        if (stored.status === 'interrupted' && stored.content !== asker.said) {
          if (!(await here.ask({ again: 'continue' })))
            throw new Violation('could not be continued')
          const { content, status } = await ended(here, 60_000)
          if (status !== 'complete' || content !== asker.said) {
            throw new Violation('the continued answer is not the whole one')
          }
          counts.continued += 1
        }
        here.close()
        there.close()
      }),
    )
    expectNothingWrongWasShown()
    await writer.start()
  }
  const slowest = Math.max(0, ...waits)
  if (slowest > limitMs) throw new Violation(`the end was told after ${Math.round(slowest)} ms`)
  return { ...counts, 'slowest explicit end, ms': Math.round(slowest) }
}

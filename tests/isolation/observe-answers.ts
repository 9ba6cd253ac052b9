/**
 * What everybody is answered: when they name things of A, and when they name what was never given
 * out. A star behind the status says that the two answers differ, so that whoever asks learns that
 * the thing is there; without one they are the same bytes.
 */
import { type Answer, holdsSecret, isSame } from './ask.ts'
import { type Grid, rowOf } from './grid.ts'
import { holdJobs } from './hold-jobs.ts'
import { fingerprint, restoreWorld } from './restore-world.ts'
import { type Asker, askers } from './world.ts'

export type Question = {
  label: string
  /** It only reads. */
  isGet: boolean
  /** There is no id in it: the two answers are one. */
  namesNothing: boolean
  ask: (asker: Asker, which: 'real' | 'absent') => Promise<Answer>
}
export type Answers = {
  grid: Grid<Asker>
  /** Answers with words that the asker must not see, and rows that a refused call changed. */
  faults: string[]
}

export async function observeAnswers(questions: Question[]): Promise<Answers> {
  const workAgain = holdJobs()
  try {
    return await observe(questions)
  } finally {
    workAgain()
  }
}

async function observe(questions: Question[]): Promise<Answers> {
  const grid: Grid<Asker> = {}
  const faults: string[] = []
  let before = await fingerprint()
  for (const { label, isGet, namesNothing, ask } of questions) {
    const cells = rowOf(askers, () => '')
    let wasAllowed = false
    for (const asker of askers) {
      const none = namesNothing ? null : await ask(asker, 'absent')
      const real = await ask(asker, 'real')
      if (holdsSecret(asker, label, real)) faults.push(`${label}: ${asker} reads what is hidden`)
      const isThere = none !== null && !isSame(real, none)
      cells[asker] = `${real.status}${isThere ? '*' : ''}`
      const mayChange = !isGet && (isThere || real.status < 400)
      wasAllowed ||= mayChange
      // What is allowed may change something: the next one finds it as it was.
      const isLast = asker === askers.at(-1)
      if (!isLast && (!mayChange || namesNothing)) continue
      const after = await fingerprint()
      if (after === before) continue
      if (!wasAllowed) faults.push(`${label}: who was refused, or only read, changed rows`)
      await restoreWorld()
      before = await fingerprint()
    }
    grid[label] = cells
  }
  return { grid, faults }
}

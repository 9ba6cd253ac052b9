import { passivePhrase } from './phrases.ts'
import type { CvLine } from './read-cv.ts'
import { roleIn } from './role.ts'
import { rangesIn, type Range } from './timeline.ts'

/** A job: the lines that name and date it, as one verbatim quote. */
export type Job = { quote: string; title: string; range: Range }

type Jobs = {
  jobs: Job[]
  /** Lines that name a job which no line dates. */
  undated: CvLine[]
  /** Lines that name or date jobs, and so do not tell of the work itself. */
  taken: Set<CvLine>
}

/** A short line without the look of a sentence: a title, an employer, a place. */
function isLabel(line: CvLine | undefined): line is CvLine {
  return (
    line !== undefined &&
    !line.bullet &&
    line.said.length < 90 &&
    line.said.split(' ').length <= 10 &&
    !/[.!?:;]$/.test(line.said) &&
    passivePhrase(line.said) === null
  )
}

/** Finds the jobs among lines about work. Layouts differ: the title may stand before the date, after
 * it, or in the same line. */
export function findJobs(text: string, lines: readonly CvLine[], now: Date): Jobs {
  const jobs: Job[] = []
  const taken = new Set<CvLine>()
  const dated = new Map<CvLine, Range>()
  for (const line of lines) {
    const [range] = line.bullet && line.said.length > 90 ? [] : rangesIn(line.said, now)
    if (range && line.section !== 'projects') dated.set(line, range)
  }

  for (const [line, range] of dated) {
    const index = lines.indexOf(line)
    const rest = line.said.replace(range.text, '').replace(/^[\s|,;:()–—-]+|[\s|,;:()–—-]+$/g, '')
    const block = [line]
    const named = roleIn(rest) !== null
    for (let i = index - 1; i >= index - (named ? 0 : 2); i--) {
      const before = lines[i]
      if (!isLabel(before) || dated.has(before) || taken.has(before)) break
      if (before.section !== line.section) break
      block.unshift(before)
    }
    const after = lines[index + 1]
    if (
      block.length === 1 &&
      isLabel(after) &&
      !dated.has(after) &&
      after.section === line.section
    ) {
      // Beside a complete line only an employer's name belongs here, not a sentence about the work.
      if (!named || after.said.split(' ').length <= 5) block.push(after)
    }
    for (const part of block) taken.add(part)
    const said = block
      .map((part) => (part === line ? rest : part.said))
      .filter((part) => /\p{L}{3}/u.test(part))
    jobs.push({
      range,
      title: said.find((part) => roleIn(part)) ?? said[0] ?? rest,
      quote: text.slice(block[0]?.start ?? line.start, block.at(-1)?.end ?? line.end),
    })
  }

  const undated = lines.filter(
    (line) =>
      line.section === 'experience' && !taken.has(line) && isLabel(line) && roleIn(line.said),
  )
  for (const line of undated) taken.add(line)
  return { jobs, undated, taken }
}

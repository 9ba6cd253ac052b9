import { figureIn } from './figures.ts'
import { passivePhrase, strongOpening } from './phrases.ts'
import type { CvLine } from './read-cv.ts'
import { roleIn } from './role.ts'
import { isDateAlone, isStudyAt } from './studies.ts'
import { rangesIn, singleDateIn, type Range } from './timeline.ts'

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
    !/[.!?:;@]$/.test(line.said) &&
    !line.said.includes('@') &&
    passivePhrase(line.said) === null &&
    (roleIn(line.said) !== null || (strongOpening(line.said) === null && !figureIn(line.said)))
  )
}

/** Finds the jobs among lines about work. Layouts differ: the title may stand before the date, after
 * it, or in the same line. */
export function findJobs(text: string, lines: readonly CvLine[], now: Date): Jobs {
  const jobs: Job[] = []
  const taken = new Set<CvLine>()
  const dated = datedLines(lines, now)
  const titleFollows = titlesFollow(lines, [...dated.keys()])

  for (const [line, range] of dated) {
    const index = lines.indexOf(line)
    const rest = withoutDate(line.said, range.text)
    const block = [line]
    const named = roleIn(rest) !== null
    const most = named || (titleFollows && isDateAlone(line)) ? 0 : 2
    for (let i = index - 1; i >= index - most; i--) {
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
      if (!named || (after.said.split(' ').length <= 5 && !roleIn(after.said))) block.push(after)
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
      line.section === 'experience' &&
      !taken.has(line) &&
      isLabel(line) &&
      roleIn(line.said) &&
      !figureIn(line.said) &&
      strongOpening(line.said) === null &&
      !isStudyAt(lines, line),
  )
  for (const line of undated) taken.add(line)
  return { jobs, undated, taken }
}

/** The lines that date a job, and its period. */
function datedLines(lines: readonly CvLine[], now: Date): Map<CvLine, Range> {
  const dated = new Map<CvLine, Range>()
  const plainDates = lines.some((line) => !line.bullet && rangesIn(line.said, now).length > 0)
  for (const line of lines) {
    if (line.section === 'projects' || line.said.length > 200) continue
    if ((line.bullet && line.said.length > 90) || isStudyAt(lines, line)) continue
    const [range] = rangesIn(line.said, now)
    const role = roleIn(range ? withoutDate(line.said, range.text) : line.said)
    // A point below a dated job tells of it, and "Licence D since 2010" of no job.
    if (range && line.bullet && plainDates && !role) continue
    if (range?.open && /^\P{L}*(?:since|seit|desde|ab)\s/iu.test(range.text) && !role) {
      const beside = [lines[lines.indexOf(line) - 1], lines[lines.indexOf(line) + 1]]
      const named = beside.some((other) => isLabel(other) && roleIn(other.said))
      if (!isDateAlone(line) || !named) continue
    }
    const single =
      range || !role || line.section !== 'experience' || !isLabel(line)
        ? null
        : singleDateIn(line.said, now)
    const found = range ?? single
    if (found) dated.set(line, found)
  }
  return dated
}

/** True if dates on lines of their own come before the titles. */
function titlesFollow(lines: readonly CvLine[], dated: readonly CvLine[]): boolean {
  const namesJob = (line: CvLine | undefined) => isLabel(line) && roleIn(line.said) !== null
  let after = 0
  for (const line of dated.filter(isDateAlone)) {
    const index = lines.indexOf(line)
    after += Number(namesJob(lines[index + 1])) - Number(namesJob(lines[index - 1]))
  }
  return after > 0
}

function withoutDate(said: string, date: string): string {
  return said
    .replace(date, '')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/\s*([,|;])\s*(?=[,|;])/g, '')
    .replace(/^(?:von|from|de|vom)(?=\s\p{Lu})/iu, '')
    .replace(/^[\s|,;:()–—-]+|[\s|,;:(–—-]+$/g, '')
    .replace(/\s{2,}/g, ' ')
}

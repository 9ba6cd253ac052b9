import { effectOf, figureIn, type Effect } from './figures.ts'
import { findJobs, type Job } from './jobs.ts'
import { ordersTheModel } from '#/product/local-answers/orders.ts'
import { yearsClaimed } from '#/product/local-answers/years-claimed.ts'
import { clichePhrase, passivePhrase, strongOpening } from './phrases.ts'
import { readCv, type Cv, type CvLine } from './read-cv.ts'
import { findRole, roleIn } from './role.ts'
import type { Field } from '#/product/local-answers/skill-dictionary.ts'
import { mainField, skillsIn, type Skill } from '#/product/local-answers/skills.ts'
import { isStudyAt } from './studies.ts'
import { rangesIn, yearsCovered, type Range } from './timeline.ts'

/** A line that tells of work, with what was found in it. */
type WorkLine = {
  line: CvLine
  figure: string | null
  effect: Effect
  strong: string | null
  passive: string | null
}

export type Evidence = {
  cv: Cv
  /** Lines that speak to the reviewer. Nothing else here has been computed from them. */
  orders: CvLine[]
  lines: CvLine[]
  work: WorkLine[]
  jobs: Job[]
  /** Lines that name a job which no line dates. */
  undated: CvLine[]
  studies: Range[]
  role: string | null
  years: number | null
  skills: Skill[]
  skillsInWork: Set<Skill>
  field: Field | null
}

export function gatherEvidence(text: string, now: Date): Evidence {
  const cv = readCv(text)
  const orders = cv.lines.filter((line) => !line.heading && ordersTheModel(line.said))
  const lines = cv.lines.filter((line) => !line.heading && !orders.includes(line))
  const aboutWork = linesAboutWork(cv, lines, now)
  const { jobs, undated, taken } = findJobs(text, aboutWork, now)
  const work = aboutWork
    .filter(
      (line) =>
        !taken.has(line) && tellsOfWork(line) && !isPost(line, now) && !isStudyAt(lines, line),
    )
    .map((line) => ({
      line,
      figure: figureIn(line.said),
      effect: effectOf(line.said),
      strong: strongOpening(line.said),
      passive: passivePhrase(line.said),
    }))

  const judged = lines.map((line) => line.text).join('\n')
  const skills = skillsIn(judged)
  const covered = yearsCovered(jobs.map((job) => job.range).filter((range) => !range.impossible))
  return {
    cv: {
      ...cv,
      words: cv.words - orders.reduce((sum, line) => sum + line.said.split(' ').length, 0),
    },
    orders,
    lines,
    work,
    jobs,
    undated,
    studies: lines
      .filter((line) => line.section === 'education' || isStudyAt(lines, line))
      .flatMap((line) => rangesIn(line.said, now)),
    role: findRole(lines, jobs),
    years: covered > 0 ? covered : yearsClaimed(judged),
    skills,
    skillsInWork: new Set(skillsIn(work.map(({ line }) => line.said).join('\n'))),
    field: mainField(skills),
  }
}

/**
 * The lines under the headings about work. Without such a heading: those before the first heading,
 * and those from a dated job on, as below the sidebar of a CV.
 */
function linesAboutWork(cv: Cv, lines: CvLine[], now: Date): CvLine[] {
  if (cv.sections.has('experience'))
    return lines.filter(({ section }) => section === 'experience' || section === 'projects')
  let job: CvLine | null = null
  return lines.filter((line) => {
    if (job && job.section !== line.section) job = null
    if (line.section === 'projects' || line.section === null) return true
    if (line.section !== 'education' && roleIn(line.said) && rangesIn(line.said, now).length > 0)
      job = line
    return job !== null
  })
}

/** Without a bullet, what is long, ends like a sentence or tells of an act; the rest are names. */
function tellsOfWork({ bullet, said }: CvLine): boolean {
  const words = said.split(' ').length
  if (bullet || words >= 7) return true
  const isAct = () => /[.!]$/.test(said) || passivePhrase(said) || strongOpening(said)
  return words >= 3 && Boolean(isAct() || figureIn(said))
}

/** "Chair of the trustees (2018 – present)" below a job: a post, and no account of work. */
const isPost = ({ said }: CvLine, now: Date): boolean =>
  said.split(' ').length < 14 && strongOpening(said) === null && rangesIn(said, now).length > 0

/** The number of usual marks of a CV, 0 to 6. */
export function cvMarks(evidence: Evidence): number {
  const { cv, jobs, studies, skills, role } = evidence
  return [
    cv.sections.has('experience') || cv.sections.has('education'),
    cv.sections.size >= 3,
    jobs.length + studies.length > 0,
    cv.email !== null || cv.phone !== null,
    skills.length >= 2,
    role !== null,
  ].filter(Boolean).length
}

export const clichesIn = (evidence: Evidence) =>
  evidence.lines.flatMap((line) => {
    const phrase = clichePhrase(line.said)
    return phrase ? [{ line, phrase }] : []
  })

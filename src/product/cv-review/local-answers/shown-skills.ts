import { plain } from 'local-cloud/model/words.ts'
import type { Evidence } from './evidence.ts'
import type { Skill } from '#/product/local-answers/skills.ts'

/** Skills that every job of the trade implies, or that no line about work would mention. */
export const TACIT = new Set(
  'HTML|CSS|JavaScript|Git|Microsoft Office|Excel|driving licence|forklift licence|first aid|ALS|BLS|Jira|Slack'.split(
    '|',
  ),
)

/** True if a skill turns up in the jobs or the work, in another form too: "Triaged 60 patients". */
export function shownIn({ work, jobs, skillsInWork }: Evidence): (skill: Skill) => boolean {
  const text = plain(
    [...work.map(({ line }) => line.said), ...jobs.map(({ quote }) => quote)].join('\n'),
  )
  const isStem = (word: string) =>
    word.length >= 5 && text.includes(word.slice(0, Math.max(5, word.length - 3)))
  return (skill) =>
    skillsInWork.has(skill) ||
    Object.values(skill.name).some((spelling) =>
      plain(spelling)
        .split(/[\s/-]+/)
        .some(isStem),
    )
}

import type { Language } from 'local-cloud/model/language.ts'
import { clichesIn, type Evidence } from './evidence.ts'
import { peopleIn } from './figures.ts'
import { heaviest, quoted, type Strength } from './findings.ts'
import { clichePhrase } from './phrases.ts'
import { timelineGaps } from './score.ts'
import { skillsIn } from '#/product/local-answers/skills.ts'
import { topicOf } from './topics.ts'

const LEADS =
  /^(?:led|lead|manage|mentor|run|ran|managed|headed|directed|supervised|mentored|coached|built and led|hired|trained|geleitet|leitete|leitung|führung|aufbau|geführt|liderei|coordenei|supervisionei|gerenciei|orientei|treinei|liderança|gestão|coordeno|lidero|dirigi|formei|integração|einarbeitung|anleitung|angeleitet|ausgebildet|eingearbeitet)$/i
const LEADS_WHOM =
  /\b(?:team|engineers?|people|staff|nurses|juniors?|interns?|reports|developers|colleagues|apprentices)\b|(?<!\p{L})(?:mitarbeite\p{L}*|team\p{L}*|auszubildende\p{L}*|fachkräfte\p{L}*|equipes?|equipas?|pessoas|analistas|enfermeiros|técnicos|desenvolvedores|estagiários)(?!\p{L})/iu
const TRAINS =
  /^(?:mentor|coach|train|einarb|einge|anleit|angeleit|ausgeb|schul|geschul|orient|trein|form|integra)/i
const SENIOR =
  /\b(?:senior|lead|principal|supervisor|head|director|chief|manager|sister|leiter\p{L}*|leitung|sênior|sénior|gerente|coordenador\p{L}*|diretor\p{L}*|líder)\b/iu

/** The best three to five things that the CV shows, each with the line that shows it. */
export function findStrengths(evidence: Evidence, language: Language): Strength[] {
  const { work, jobs, lines, skills, skillsInWork, years, cv } = evidence
  const found: Strength[] = []
  const names = (list: typeof skills, max: number) =>
    list.slice(0, max).map((skill) => skill.name[language])

  for (const { line, figure, effect, strong, passive } of work) {
    const quote = quoted(line.text)
    const people = peopleIn(line.said)
    if (strong && LEADS.test(strong) && (people || LEADS_WHOM.test(line.said)))
      found.push({
        kind: 'leadership',
        facts: { people, trains: TRAINS.test(strong) },
        quote,
        weight: people ? 82 : 52,
      })
    if (figure) {
      const outcome = effect === 'scale' ? 58 : 80
      const weight =
        outcome +
        (/%|[€$£]|from|von|de \d/.test(figure) ? 10 : 0) +
        (strong ? 5 : 0) -
        (passive ? 25 : 0)
      found.push({
        kind: 'measured',
        facts: { figure, effect, topic: topicOf(line.said) },
        quote,
        weight,
      })
    }
  }

  const newestFirst = jobs.toSorted(
    (a, b) => b.range.to - a.range.to || b.range.from - a.range.from,
  )
  const [newest] = newestFirst
  const oldest = newestFirst.at(-1)
  if (
    newest &&
    oldest &&
    newest !== oldest &&
    SENIOR.test(newest.title) &&
    !SENIOR.test(oldest.title)
  ) {
    found.push({
      kind: 'progression',
      facts: { from: shortTitle(oldest.title), to: shortTitle(newest.title) },
      quote: quoted(newest.quote),
      weight: 70,
    })
  }
  const isUnbroken = evidence.undated.length === 0 && timelineGaps(evidence).length === 0
  if (years !== null && years >= 3 && oldest && isUnbroken) {
    found.push({
      kind: 'depth',
      facts: { years, skills: names([...skillsInWork], 3) },
      quote: quoted(oldest.quote),
      weight: 48 + Math.min(years, 12),
    })
  }

  const richest = work
    .map(({ line }) => ({ line, count: skillsIn(line.said).length }))
    .toSorted((a, b) => b.count - a.count)[0]
  if (richest && skillsInWork.size >= 3 && richest.count >= 2) {
    found.push({
      kind: 'skillsInWork',
      facts: { skills: names(skillsIn(richest.line.said), 4), total: skillsInWork.size },
      quote: quoted(richest.line.text),
      weight: 55 + skillsInWork.size,
    })
  }

  const direct = work.filter((line) => line.strong && !line.passive)
  // A line that a gap finds fault with is no example, nor one that is praised already.
  const praised = new Set(heaviest(found, 4, () => 3).map(({ quote }) => quote))
  const opening =
    direct.find((line) => line.figure !== null && !praised.has(quoted(line.line.text))) ??
    direct.find((line) => line.figure !== null)
  if (opening?.strong && direct.length >= 3 && direct.length / work.length >= 0.6) {
    found.push({
      kind: 'directVoice',
      facts: { verb: opening.strong, count: direct.length, total: work.length },
      quote: quoted(opening.line.text),
      weight: 50,
    })
  }

  for (const line of lines) {
    const quote = quoted(line.text)
    const named = skillsIn(line.said)
    if (
      line.section === 'summary' &&
      line.said.length > 60 &&
      named.length >= 2 &&
      !clichePhrase(line.said)
    )
      found.push({ kind: 'summary', facts: { skills: names(named, 3) }, quote, weight: 46 })
    if (line.section === 'certificates' && line.said.length > 8)
      found.push({ kind: 'certificate', facts: {}, quote, weight: 44 })
    if (
      line.section === 'languages' &&
      /[ABC][12]|native|fluent|mutter|fließend|verhandlungs|nativ|fluent|avançad/i.test(line.said)
    )
      found.push({ kind: 'languages', facts: {}, quote, weight: 40 })
    if (
      line.section === 'education' &&
      /\b(?:BSc|MSc|BA|MA|PhD|Bachelor|Master|Diplom|Staatsexamen|Licenciatura|Bacharel\p{L}*|Mestrado|degree|Ausbildung|Apprenticeship|Abitur|IHK)\b/iu.test(
        line.said,
      )
    )
      found.push({ kind: 'education', facts: {}, quote, weight: work.length < 6 ? 45 : 24 })
    if (
      line.section === 'projects' &&
      (named.length >= 2 || /https?:|github|\.(?:com|dev|io|app)\b/i.test(line.said))
    )
      found.push({ kind: 'project', facts: { skills: names(named, 3) }, quote, weight: 50 })
  }

  const list = lines.find((line) => line.section === 'skills' && skillsIn(line.said).length >= 3)
  if (list && skills.length >= 4)
    found.push({
      kind: 'skillRange',
      facts: { skills: names(skillsIn(list.said), 4), total: skills.length },
      quote: quoted(list.text),
      weight: 30 - clichesIn(evidence).length,
    })

  const reach = lines.find((line) => cv.email && line.text.includes(cv.email))
  if (reach && cv.phone && found.length < 3)
    found.push({ kind: 'reachable', facts: {}, quote: quoted(reach.text), weight: 10 })

  const heading = cv.lines.find((line) => line.heading)
  if (heading && cv.sections.size >= 4 && found.length < 3)
    found.push({
      kind: 'order',
      facts: { count: cv.sections.size },
      quote: quoted(heading.text),
      weight: 8,
    })

  return heaviest(found, 5, (kind) => (kind === 'measured' ? 3 : 1))
}

function shortTitle(title: string): string {
  return title.split(/\s*(?:[|,;–—•·@(]|\s-\s|\bat\b|\bbei\b)\s*/)[0]?.trim() || title
}

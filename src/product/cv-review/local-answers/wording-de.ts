import { listed } from 'local-cloud/model/words.ts'
import { gapsDe, sectionDe } from './gaps-de.ts'
import type { Part } from './score.ts'
import { strengthsDe } from './strengths-de.ts'
import type { ReviewFacts, ReviewWording } from './wording.ts'
import { yearsDe } from './years.ts'

const part: Record<Part, string> = {
  results: 'Messbare Ergebnisse',
  action: 'Aktive Sprache',
  experience: 'Erfahrung und Daten',
  skills: 'Kenntnisse',
  structure: 'Aufbau',
  clarity: 'Klarheit',
}

const isStrong: Record<Part, string> = {
  results: 'viele messbare Ergebnisse',
  action: 'klare, aktive Sprache',
  experience: 'ein gut nachvollziehbarer Werdegang',
  skills: 'konkrete Kenntnisse',
  structure: 'ein klarer Aufbau',
  clarity: 'leicht zu lesen',
}

/** After "aber". */
const isWeak: Record<Part, string> = {
  results: 'zu wenige messbare Ergebnisse',
  action: 'dein eigener Anteil bleibt oft offen',
  experience: 'wenig Erfahrung mit Daten',
  skills: 'zu wenige konkrete Kenntnisse',
  structure: 'übliche Abschnitte fehlen',
  clarity: 'schwer zu überfliegen',
}

/** After "Am meisten hilft jetzt:". */
const wouldHelp: Record<Part, string> = {
  results: 'mehr messbare Ergebnisse',
  action: 'Verben, die sagen, was du getan hast',
  experience: 'Praktika, Projekte und Stellen mit Daten',
  skills: 'mehr konkrete Kenntnisse',
  structure: 'die Abschnitte, die noch fehlen',
  clarity: 'kurze Zeilen mit je einem Ergebnis',
}

/** Names the loss without denying that nearly every line carries a figure. */
const loss = ({ worst, shortfall }: ReviewFacts, words: Record<Part, string>) =>
  shortfall && worst === 'results'
    ? {
        lines:
          words === isWeak
            ? 'noch wenige Zeilen zur Arbeit'
            : 'mehr Zeilen dieser Art über deine Arbeit',
        changes:
          words === isWeak ? 'mehr Größe als Veränderung' : 'die Veränderung hinter den Zahlen',
      }[shortfall.of]
    : words[worst]

function because({ shortfall }: ReviewFacts) {
  if (!shortfall) return ''
  const { of, count } = shortfall
  if (of === 'lines')
    return count === 1
      ? ', weil es nur eine solche Zeile gibt'
      : `, weil es nur ${count} solche Zeilen gibt`
  return count === 1
    ? ', weil eine dieser Zeilen eine Größe nennt und keine Veränderung'
    : `, weil ${count} dieser Zeilen eine Größe nennen und keine Veränderung`
}

function share({ measured, workLines }: ReviewFacts): string {
  if (workLines === 0) return 'Noch gibt es keine Zeile über deine Arbeit.'
  if (workLines === 1)
    return `Die einzige Zeile über deine Arbeit enthält ${measured === 1 ? 'eine' : 'keine'} Zahl.`
  if (measured === 0) return `Keine der ${workLines} Zeilen über deine Arbeit enthält eine Zahl.`
  if (measured === workLines)
    return `Alle ${workLines} Zeilen über deine Arbeit enthalten eine Zahl.`
  return `${measured === 1 ? 'Eine' : measured} der ${workLines} Zeilen über deine Arbeit ${measured === 1 ? 'enthält' : 'enthalten'} eine Zahl.`
}

export const wordingDe: ReviewWording = {
  section: sectionDe,
  strength: strengthsDe,
  gap: gapsDe,
  headline: (facts) => {
    const { role, years, isOwnField, score, best, isFull } = facts
    const who = role ?? 'Dieser Lebenslauf'
    const long = years
      ? isOwnField
        ? ` mit ${yearsDe(years)} Erfahrung`
        : ` mit insgesamt ${yearsDe(years)} im Beruf`
      : ''
    if (isFull) return [`${who}${long}: überzeugt in jedem Punkt`]
    if (score >= 90)
      return [
        `${who}${long}: ${isStrong[best]}, es bleibt wenig zu tun`,
        `${who}${long}: ${isStrong[best]}, zu verbessern gibt es wenig`,
      ]
    if (score >= 70)
      return [
        `${who}${long}: ${isStrong[best]}. Am meisten hilft jetzt: ${loss(facts, wouldHelp)}`,
        `${who}${long}: ${isStrong[best]}. Der nächste Schritt: ${loss(facts, wouldHelp)}`,
      ]
    if (score >= 45) return [`${who}${long}: ${isStrong[best]}, aber ${loss(facts, isWeak)}`]
    const more = 'In dir steckt mehr, als hier steht'
    return [
      `${role ? `${who}${long}: ${more}` : more}. Der erste Schritt: ${loss(facts, wouldHelp)}`,
    ]
  },
  summary: (facts) => {
    const { score, best, worst, points, skills, isFull } = facts
    const gains = `Die meisten Punkte bringt „${part[best]}“ (${points[best].join(' von ')})`
    const loses = `„${part[worst]}“ (${points[worst].join(' von ')})${because(facts)}`
    return [
      share(facts),
      skills.length > 0
        ? `Am stärksten ${skills.length === 1 ? 'fällt' : 'fallen'} ${listed(skills, 'und')} auf.`
        : 'Noch fällt keine konkrete Kenntnis auf.',
      isFull
        ? `${gains}, und sonst fehlt kaum ein Punkt.`
        : score >= 90
          ? `${gains}; das wenige, was noch fehlt, liegt vor allem bei ${loses}.`
          : `${gains}, am meisten zu holen ist noch bei ${loses}.`,
    ].join(' ')
  },
  notJudged: {
    empty: {
      headline: 'Es gibt keinen Text zu beurteilen',
      summary:
        'Das Dokument enthält keinen lesbaren Text. Falls es ein Scan ist, exportiere den Lebenslauf als Text.',
    },
    'not-a-cv': {
      headline: 'Das sieht nicht nach einem Lebenslauf aus',
      summary:
        'Der Text nennt keine Arbeitgeber, keine Zeiträume und keine Tätigkeit. Ein Urteil wäre geraten.',
    },
  },
}

import { capitalised, listed } from 'local-cloud/model/words.ts'
import { gapsPt, sectionPt } from './gaps-pt.ts'
import type { Part } from './score.ts'
import { strengthsPt } from './strengths-pt.ts'
import type { ReviewFacts, ReviewWording } from './wording.ts'
import { yearsPt } from './years.ts'

const part: Record<Part, string> = {
  results: 'resultados medidos',
  action: 'linguagem direta',
  experience: 'experiência e datas',
  skills: 'competências',
  structure: 'estrutura',
  clarity: 'clareza',
}

const isStrong: Record<Part, string> = {
  results: 'muitos resultados medidos',
  action: 'linguagem direta',
  experience: 'um percurso fácil de seguir',
  skills: 'competências concretas',
  structure: 'uma estrutura clara',
  clarity: 'leitura fácil',
}

/** After "mas". */
const isWeak: Record<Part, string> = {
  results: 'com poucos resultados medidos',
  action: 'sem dizer bem o que fizeste',
  experience: 'com pouca experiência datada',
  skills: 'com poucas competências concretas',
  structure: 'com partes habituais em falta',
  clarity: 'difícil de ler na diagonal',
}

/** After "O que mais ajuda agora:". */
const wouldHelp: Record<Part, string> = {
  results: 'mais resultados medidos',
  action: 'verbos que digam o que fizeste',
  experience: 'estágios, projetos e empregos com datas',
  skills: 'mais competências concretas',
  structure: 'as partes habituais que faltam',
  clarity: 'linhas curtas, com um resultado cada',
}

/** Names the loss without denying that nearly every line carries a figure. */
const loss = ({ worst, shortfall }: ReviewFacts, words: Record<Part, string>) =>
  shortfall && worst === 'results'
    ? {
        lines:
          words === isWeak
            ? 'com poucas linhas sobre o trabalho'
            : 'mais linhas deste género sobre o teu trabalho',
        changes:
          words === isWeak ? 'com mais dimensão do que mudança' : 'a mudança por trás dos números',
      }[shortfall.of]
    : words[worst]

function because({ shortfall }: ReviewFacts) {
  if (!shortfall) return ''
  const { of, count } = shortfall
  if (of === 'lines')
    return count === 1 ? ', por haver só uma linha destas' : `, por haver só ${count} linhas destas`
  return count === 1
    ? ', porque uma destas linhas indica uma dimensão e não uma mudança'
    : `, porque ${count} destas linhas indicam uma dimensão e não uma mudança`
}

function share({ measured, workLines }: ReviewFacts): string {
  if (workLines === 0) return 'Ainda não há nenhuma linha sobre o teu trabalho.'
  if (workLines === 1)
    return `A única linha sobre o teu trabalho ${measured === 1 ? 'traz' : 'não traz'} um número.`
  if (measured === 0) return `Nenhuma das ${workLines} linhas sobre o teu trabalho traz um número.`
  if (measured === workLines) return `As ${workLines} linhas sobre o teu trabalho trazem um número.`
  return `${measured === 1 ? 'Uma' : measured} das ${workLines} linhas sobre o teu trabalho ${measured === 1 ? 'traz' : 'trazem'} um número.`
}

export const wordingPt: ReviewWording = {
  section: sectionPt,
  strength: strengthsPt,
  gap: gapsPt,
  headline: (facts) => {
    const { role, years, isOwnField, score, best, isFull } = facts
    const who = role ?? 'Este CV'
    const long = years
      ? isOwnField
        ? ` com ${yearsPt(years)} de experiência`
        : ` com ${yearsPt(years)} de trabalho ao todo`
      : ''
    if (isFull) return [`${who}${long}: convence em todos os pontos`]
    if (score >= 90)
      return [
        `${who}${long}: ${isStrong[best]}, com pouco a melhorar`,
        `${who}${long}: ${isStrong[best]}, falta pouco`,
      ]
    if (score >= 70)
      return [
        `${who}${long}: ${isStrong[best]}. O que mais ajuda agora: ${loss(facts, wouldHelp)}`,
        `${who}${long}: ${isStrong[best]}. O próximo passo: ${loss(facts, wouldHelp)}`,
      ]
    if (score >= 45) return [`${who}${long}: ${isStrong[best]}, mas ${loss(facts, isWeak)}`]
    const more = 'vales mais do que aqui se lê'
    return [
      `${role ? `${who}${long}: ${more}` : capitalised(more)}. O primeiro passo: ${loss(facts, wouldHelp)}`,
    ]
  },
  summary: (facts) => {
    const { score, best, worst, points, skills, isFull } = facts
    const gains = `Pontuas mais em “${part[best]}” (${points[best].join(' de ')})`
    const loses = `em “${part[worst]}” (${points[worst].join(' de ')})${because(facts)}`
    return [
      share(facts),
      skills.length > 0
        ? `${skills.length === 1 ? 'Destaca-se' : 'Destacam-se'} ${listed(skills, 'e')}.`
        : 'Ainda não se destaca nenhuma competência concreta.',
      isFull
        ? `${gains}, e no resto quase nada falta.`
        : score >= 90
          ? `${gains}; o pouco que falta está sobretudo ${loses}.`
          : `${gains}; onde há mais a ganhar é ${loses}.`,
    ].join(' ')
  },
  notJudged: {
    empty: {
      headline: 'Não há texto para analisar',
      summary:
        'O documento não tem texto legível. Se for uma digitalização, exporta o CV como texto.',
    },
    'not-a-cv': {
      headline: 'Isto não parece um CV',
      summary:
        'O texto não indica empregadores, períodos de trabalho nem função. Analisá-lo seria adivinhar.',
    },
  },
}

import { delimited } from 'local-cloud/model/delimited.ts'
import { sentences } from 'local-cloud/model/words.ts'

export type PostingPart =
  | 'responsibilities'
  | 'requirements'
  | 'niceToHave'
  | 'benefits'
  | 'process'
  | 'about'
  | 'other'

export type PostingLine = { text: string; part: PostingPart }

export type Posting = {
  title: string
  company: string | null
  location: string
  workplace: string | null
  salary: string | null
  employment: string | null
  department: string | null
  /** The last day to apply. */
  closes: string | null
  skills: string[]
  lines: PostingLine[]
}

/** The labels of job-prompt.server.ts, by the property that they fill. */
const LABELS = {
  title: 'Title',
  company: 'Company',
  location: 'Location',
  workplace: 'Workplace',
  salary: 'Salary',
  employment: 'Employment type',
  skills: 'Skills',
  summary: 'Summary',
  department: 'Department',
  published: 'Published',
  closes: 'Applications close',
} as const

type Label = keyof typeof LABELS

const PARTS: [PostingPart, RegExp][] = [
  [
    'niceToHave',
    /nice to have|nice-to-have|bonus|a plus|von vorteil|wünschenswert|diferencia|desejável|valorizado/i,
  ],
  [
    'responsibilities',
    /what you(?:['’]ll| will| would) (?:do|work|lead)|^you will$|^a day$|^tasks$|^examples$|first (?:projects|questions|year|months)|^year one$|in your first|responsibilit|your (?:role|tasks|work|job|day)|the (?:role|job|work)|day to day|aufgaben|das machst du|was dich erwartet|was du (?:tust|machst)|deine rolle|responsabilidades|atividades|funções|o que (?:você )?vais? fazer|o seu papel|dia a dia/i,
  ],
  [
    'requirements',
    /require|qualif|what you(?:['’]ll)? (?:bring|need)|who you are|about you|^you$|you (?:have|bring|need)|looking for|what (?:we (?:look|hope|need)|counts)|the person|^profile$|was du (?:mitbringst|brauchst)|must have|skills|dein profil|profil|mitbring|anforderung|voraussetz|über dich|requisitos|perfil|procuramos|esperamos|o que (?:você )?(?:traz|precisa)|sobre você/i,
  ],
  [
    'benefits',
    /benefit|we offer|what is there|das bekommst du|what (?:we|you(?:['’]ll)? get)|perks|in return|wir bieten|das bieten|was wir bieten|vorteile|benefícios|oferecemos|o que oferecemos/i,
  ],
  [
    'process',
    /process|how (?:to|we) (?:apply|hire)|next steps|application|interview|bewerbung|ablauf|so geht es weiter|candidatura|processo|como se candidatar|etapas|próximos passos/i,
  ],
  [
    'about',
    /about|who we are|how we work|wie wir arbeiten|como trabalhamos|the team|our (?:team|company|mission)|über uns|wer wir sind|das team|sobre|quem somos|a equip[ae]|a empresa/i,
  ],
]

// For descriptions without headings: what a sentence is about.
const SAYS: [PostingPart, RegExp][] = [
  [
    'niceToHave',
    /\b(?:nice to have|is a plus|a bonus|ideally)\b|von vorteil|wünschenswert|diferencial|desejável/i,
  ],
  [
    'benefits',
    /\b(?:we offer|benefits?|holidays?|days off|pension|training budget|paid)\b|wir bieten|urlaub|oferecemos|férias|benefício/i,
  ],
  ['process', /\b(?:apply|interview|application)\b|bewirb|bewerbung|gespräch|candidat|entrevista/i],
  [
    'requirements',
    /\b(?:you have|you bring|you know|you are|experience (?:with|in)|years|fluent|familiar|required|must)\b|du bringst|du hast|erfahrung|kenntnisse|você tem|experiência|conhecimento|domínio/i,
  ],
  [
    'responsibilities',
    /\b(?:you will|you['’]ll|responsible|your tasks)\b|du wirst|du (?:entwickelst|betreust|leitest|planst|arbeitest)|você vai|irá|será responsável/i,
  ],
  [
    'about',
    /\b(?:we are|we['’]re|we build|our (?:team|company|product|customers))\b|wir sind|unser|somos|nossa? |a nossa/i,
  ],
]

const LABEL_LINE = /^([A-Z][a-z ]+): (.+)$/

/** The job in the instructions, labelled lines with a description below; null when there is none. */
export function readPosting(instructions: string): Posting | null {
  const source = delimited(instructions)
  if (source === null) return null
  const found: Partial<Record<Label, string>> = {}
  const body: string[] = []
  for (const line of source.split(/\r?\n/)) {
    const [, name = '', value = ''] = LABEL_LINE.exec(line) ?? []
    const label = labelOf(name)
    if (label && found[label] === undefined) found[label] = value.trim()
    else body.push(line)
  }
  if (!found.title || !found.location) return null
  return {
    title: found.title,
    company: found.company ?? null,
    location: found.location,
    workplace: found.workplace ?? null,
    salary: found.salary ?? null,
    employment: found.employment ?? null,
    department: found.department ?? null,
    closes: found.closes ?? null,
    skills: (found.skills ?? '').split(', ').filter(Boolean),
    lines: [...summaryLines(found.summary), ...descriptionLines(body)],
  }
}

/** A summary is sentences, which can be quoted like those of the description. */
const summaryLines = (summary = ''): PostingLine[] =>
  sentences(summary).map((text) => ({ text, part: 'about' }))

const labelOf = (name: string): Label | undefined =>
  (Object.keys(LABELS) as Label[]).find((label) => LABELS[label] === name)

function descriptionLines(body: readonly string[]): PostingLine[] {
  const lines: PostingLine[] = []
  let part: PostingPart | null = null
  for (const raw of body) {
    const line = raw.trim()
    if (!line) continue
    const bullet = /^(?:[•*·–-]|\d{1,2}[.)])\s+/.test(line)
    const bare = line
      .replace(/^(?:#+|[•*·–-]|\d{1,2}[.)]\s)\s*/, '')
      .replace(/^\*\*|\*\*$/g, '')
      .trim()
    const heading =
      !bullet &&
      (line.startsWith('#') ||
        /^\*\*.*\*\*:?$/.test(line) ||
        line.endsWith(':') ||
        bare.split(' ').length <= 5) &&
      bare.length < 60
    const kind =
      heading && !/[.!?]$/.test(bare)
        ? PARTS.find(([, pattern]) => pattern.test(bare))?.[0]
        : undefined
    if (kind) part = kind
    else if (heading && line.startsWith('#')) part = 'other'
    else
      for (const text of bullet ? [bare] : sentences(bare))
        if (text.length > 8)
          lines.push({
            text,
            part: part ?? SAYS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other',
          })
  }
  return lines
}

import { delimited } from '../delimited.ts'
import { sentences } from '../words.ts'

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
  location: string | null
  workplace: string | null
  salary: string | null
  employment: string | null
  seniority: string | null
  department: string | null
  /** The last day to apply. */
  closes: string | null
  skills: string[]
  lines: PostingLine[]
}

type Label =
  | 'title'
  | 'company'
  | 'location'
  | 'workplace'
  | 'salary'
  | 'employment'
  | 'seniority'
  | 'skills'
  | 'description'
  | 'summary'
  | 'department'
  | 'published'
  | 'closes'

const LABELS: Record<Label, RegExp> = {
  title:
    /^(?:job )?title$|^position$|^role$|^job$|^stelle(?:ntitel)?$|^titel$|^vaga$|^cargo$|^título$/i,
  company:
    /^(?:company|organi[sz]ation|employer|company name|hiring company|firma|unternehmen|arbeitgeber|empresa|organização|empregador)$/i,
  location: /^(?:location|city|place|ort|standort|arbeitsort|local|localização|cidade)$/i,
  workplace:
    /^(?:workplace(?: type)?|work ?mode|work ?model|remote|arbeitsmodell|arbeitsweise|modalidade|regime|modelo de trabalho)$/i,
  salary:
    /^(?:salary(?: range)?|pay|compensation|gehalt|vergütung|gehaltsspanne|salário|remuneração|faixa salarial)$/i,
  employment:
    /^(?:employment(?: ?type)?|contract(?: ?type)?|job ?type|working hours|anstellung(?:sart)?|vertragsart|arbeitszeit|contrato|tipo de contrato|jornada)$/i,
  seniority:
    /^(?:seniority|level|experience(?: level)?|karrierestufe|erfahrung|senioridade|nível|experiência)$/i,
  skills:
    /^(?:skills|required skills|key skills|tech(?:nologies| stack)?|tags|kenntnisse|fähigkeiten|competências|habilidades|tecnologias)$/i,
  summary: /^(?:summary|short description|zusammenfassung|resumo)$/i,
  department: /^(?:department|abteilung|bereich|departamento|área)$/i,
  published: /^(?:published|posted|date posted|veröffentlicht|publicada?)$/i,
  closes: /^(?:applications? (?:close|deadline)s?|closes|deadline|bewerbungsfrist|prazo)$/i,
  description:
    /^(?:description|job description|about the job|details|beschreibung|stellenbeschreibung|descrição|descrição da vaga)$/i,
}

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

const LABEL_LINE = /^[\s*_#>-]*([\p{L}][\p{L} -]{1,28}?)[*_]*\s*[:：][*_]*\s*(.*)$/u

/** The job posting in a system prompt: labelled lines, small XML elements, or a JSON object, with a
 * description below; null when there is none. */
export function readPosting(instructions: string): Posting | null {
  if (!/job|posting|position|vacanc|role|stelle|vaga|emprego/i.test(instructions)) return null
  const source = delimited(instructions) ?? instructions
  const found: Partial<Record<Label, string>> = {}
  const body: string[] = []
  for (const line of (jsonLines(source) ?? unwrapped(source)).split(/\r?\n/)) {
    const match = LABEL_LINE.exec(line)
    const label = match && labelOf(match[1] ?? '')
    if (label && found[label] === undefined && (match[2] || label === 'description')) {
      found[label] = match[2]?.trim() ?? ''
      if (label === 'description' && match[2]) body.push(match[2])
    } else body.push(line)
  }
  const lines = [...summaryLines(found.summary), ...descriptionLines(body)]
  const fields = (['company', 'location', 'salary', 'workplace', 'skills'] as const).filter(
    (label) => found[label],
  )
  if (!found.title || (fields.length < 2 && lines.length < 3)) return null
  const known = (value: string | undefined) =>
    value &&
    !/^(?:-|–|—|n\/a|none|null|undefined|not (?:given|stated|specified)|keine angabe|não informado)$/i.test(
      value,
    )
      ? value
      : null
  return {
    title: found.title,
    company: known(found.company),
    location: known(found.location),
    workplace: known(found.workplace),
    salary: known(found.salary),
    employment: known(found.employment),
    seniority: known(found.seniority),
    department: known(found.department),
    closes: known(found.closes),
    skills: (known(found.skills) ?? '').split(/\s*[,;•|]\s*/).filter(Boolean),
    lines,
  }
}

/** A summary is sentences, which can be quoted like those of the description. */
const summaryLines = (summary = ''): PostingLine[] =>
  sentences(summary).map((text) => ({ text, part: 'about' }))

function labelOf(name: string): Label | null {
  const labels = Object.keys(LABELS) as Label[]
  return labels.find((label) => LABELS[label].test(name.trim())) ?? null
}

/** `<title>Nurse</title>` becomes `title: Nurse`. */
function unwrapped(source: string): string {
  return source
    .replace(
      /<([a-z_-]+)>\s*([^<]*?)\s*<\/\1>/gi,
      (_, name: string, value: string) => `${name.replace(/[_-]/g, ' ')}: ${value}`,
    )
    .replace(/<\/?[a-z_-]+[^<>\n]*>/gi, '')
}

function jsonLines(source: string): string | null {
  if (!source.trim().startsWith('{')) return null
  try {
    const data: unknown = JSON.parse(source)
    if (typeof data !== 'object' || data === null) return null
    return Object.entries(data)
      .map(([name, value]) => {
        const spaced = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
        return `${spaced}: ${Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value)}`
      })
      .join('\n')
  } catch {
    return null
  }
}

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

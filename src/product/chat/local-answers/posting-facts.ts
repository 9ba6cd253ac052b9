import { embedText, similarity } from 'local-cloud/model/embed.ts'
import { contentWords } from 'local-cloud/model/words.ts'
import type { Topic } from './intents.ts'
import type { Posting, PostingLine, PostingPart } from './read-posting.ts'

/** The places where a posting speaks of a topic: whole sections, and lines by their words. */
const WHERE: Record<Topic, { parts: PostingPart[]; says: RegExp | null }> = {
  responsibilities: { parts: ['responsibilities'], says: null },
  skills: { parts: ['requirements', 'niceToHave'], says: null },
  seniority: {
    parts: [],
    says: /\b\d+\+? (?:years|jahre|anos)|years of|senior|junior|entry[- ]level|experience (?:in|with|of)|erfahrung|berufs|experiência/i,
  },
  location: {
    parts: [],
    says: /remote|hybrid|on[- ]site|days? (?:a|per) week|where you like|anywhere|tage? (?:pro|die|in der) woche|dias? por semana|\boffice\b|from home|based in|commut|homeoffice|home-office|vor ort|büro|remoto|teletrabalho|híbrid|presencial|escritório|de casa/i,
  },
  salary: {
    parts: [],
    says: /salary|\bpay\b|compensation|(?:[€$£]\s?\d|\d\s?(?:€|eur))[^.]{0,20}(?:year|annum|month|hour|jahr|monat|stunde|\bano\b|mês|hora)|bonus|equity|gehalt|vergütung|salário|remuneração|bônus/i,
  },
  hours: {
    parts: [],
    says: /full[- ]time|part[- ]time|\bhours?\b|flexible|permanent|fixed[- ]term|shifts?\b|weekend|vollzeit|teilzeit|stunden|unbefristet|befristet|schicht|horário|tempo integral|meio período|contrato|turno/i,
  },
  benefits: {
    parts: ['benefits'],
    says: /benefit|holiday|vacation|days off|pension|training budget|insurance|urlaub|altersvorsorge|weiterbildung|férias|plano de saúde|benefício/i,
  },
  company: {
    parts: ['about'],
    says: /\b(?:our (?:team|company|mission|customers)|we are|we build)\b|wir sind|unser team|somos|nossa equip/i,
  },
  relocation: {
    parts: [],
    says: /visa|sponsor|relocat|work permit|right to work|umzug|visum|arbeitserlaubnis|visto|mudança|autorização de trabalho/i,
  },
  language: {
    parts: [],
    says: /\b(?:english|german|portuguese|french|spanish|dutch)\b|fluent|deutsch(?!land)|englisch|sprach(?:e|kenn|niveau)|inglês|português|alemão|idioma/i,
  },
  process: {
    parts: ['process'],
    says: /\bapply\b|application|interview|bewirb|bewerbung|gespräch|candidat|entrevista/i,
  },
  onCall: {
    parts: [],
    says: /\bon[- ]call\b|\bpager|stand-?by|bereitschaft|rufdienst|notdienst|nachtdienst|de prevenção|plantão|plantões|sobreaviso|piquete/i,
  },
  holidays: {
    parts: [],
    says: /\bholidays?\b|vacation|days off|annual leave|time off|urlaub|freie tage|férias|folgas?\b/i,
  },
  training: {
    parts: [],
    says: /\btraining\b|\bcourses?\b|conferences?\b|weiterbildung|fortbildung|schulung|konferenz|formação|\bcursos?\b|conferências?|treinamento/i,
  },
  equipment: {
    parts: [],
    says: /budget for hardware|hardware budget|\bequipment\b|laptop|ausstattung|arbeitsgerät|equipamento|computador|notebook/i,
  },
  start: {
    parts: [],
    says: /start(?:ing)? (?:date|on|from)|start(?:ing)? in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn)|as soon as possible|ab sofort|eintritt|startdatum|(?:zum|ab) \d{1,2}\. ?\p{L}|início (?:em|imediato|previsto)|data de início/iu,
  },
  teamSize: {
    parts: [],
    says: /\b(?:team|group|crew|squad) of \p{L}+|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty) (?:people|colleagues|employees|engineers|developers|designers|of us)\b|\b(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf) (?:leute|menschen|personen|kolleg\p{L}+|mitarbeit\p{L}+)|team (?:von|aus) |equip[ae] de |\b(?:\d+|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze) (?:pessoas|colegas)/iu,
  },
  travel: {
    parts: [],
    says: /\btravel|business trips?|dienstreise|reisebereit|\breisen\b|viagens|viajar|viagem|we meet in/i,
  },
}

/** The lines that speak of a topic, in the posting's order, those of its own section first. */
export function linesAbout(posting: Posting, topic: Topic): PostingLine[] {
  const own = linesOf(posting, topic)
  // A description without headings is mostly about the work.
  return own.length > 0 || topic !== 'responsibilities'
    ? own
    : posting.lines.filter((line) => line.part === 'other' || line.part === 'about').slice(0, 6)
}

function linesOf(posting: Posting, topic: Topic): PostingLine[] {
  const { parts, says } = WHERE[topic]
  const inSection = posting.lines.filter((line) => parts.includes(line.part))
  const byWords = says
    ? posting.lines.filter((line) => says.test(line.text) && !inSection.includes(line))
    : []
  return [...inSection, ...byWords]
}

export function valueOf(posting: Posting, topic: Topic): string | null {
  const { location, workplace, salary, employment, skills, company, closes } = posting
  if (topic === 'location') return [location, workplace].filter(Boolean).join(', ') || null
  if (topic === 'skills') return skills.join(', ') || null
  if (topic === 'salary') return salary
  if (topic === 'hours') return employment
  if (topic === 'process') return closes
  return topic === 'company' ? company : null
}

/** The lines nearest to a question in words and spelling; empty when none comes near. */
export function nearestLines(posting: Posting, question: string, limit: number): PostingLine[] {
  const words = new Set(contentWords(question))
  if (words.size === 0) return []
  const asked = embedText([...words].join(' '), 512)
  return posting.lines
    .map((line) => {
      const shared = contentWords(line.text).filter((word) => words.has(word)).length
      return { line, near: similarity(asked, embedText(line.text, 512)) + shared * 0.15 }
    })
    .filter(({ near }) => near > 0.3)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, limit)
    .map(({ line }) => line)
}

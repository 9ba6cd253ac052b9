const NUMBER = '\\d{1,3}(?:[.,]\\d{3})+|\\d{1,9}(?:[.,]\\d{1,9})?'
const SCALE = '(?:k|m|mn|mio\\.?|mil|million(?:s|en)?|milh(?:ão|ões)|billion|mrd\\.?)(?!\\p{L})'
const COUNTED =
  'users?|customers?|clients?|people|engineers?|developers?|designers?|nurses?|patients?|beds?|bed|students?|pupils?|employees?|staff|members?|reports|colleagues|countries|teams?|stores?|sites?|branches|orders?|requests?|leads?|tickets?|calls?|hours?|minutes?|seconds?|days?|weeks?|projects?|services?|servers?|repositories|releases?|deployments?|incidents?|products?|suppliers?|vendors?|accounts?|deals?|invoices?|articles?|campaigns?|followers?|subscribers?|visitors?|downloads?|events?|interns?|apprentices?|trainees?|volunteers?|rows?|queries|records?|guests?|covers?|units?|pallets?|vehicles?|machines?|houses?|apartments?|kunden|nutzer|nutzern|anwender|mitarbeitende[nr]?|mitarbeitern?|mitarbeiterinnen|personen|patienten|patient:?innen|betten|schüler|studierende|auszubildende[nr]?|azubis|länder|ländern|filialen|standorte[n]?|standorten|bestellungen|anfragen|stunden|minuten|tage[n]?|wochen|projekte[n]?|lieferanten|rechnungen|verträge|abschlüsse|maschinen|fahrzeuge|usuários|utilizadores|clientes|pessoas|engenheiros|desenvolvedores|enfermeiros|pacientes|leitos|camas|alunos|estudantes|colaboradores|funcionários|membros|países|equipes|equipas|lojas|unidades|pedidos|horas|minutos|dias|semanas|projetos|projectos|fornecedores|faturas|contratos|leads|chamados|atendimentos|técnicos|analistas|vendedores|campanhas|seguidores'
const SMALL_NUMBER =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|doze'

const PATTERNS = [
  `(?<!\\p{L})(?:from|von|de)\\s+[€$£]?(?:${NUMBER})\\s?(?:%|\\p{L}{1,12})?\\s+(?:to|auf|para|a)\\s+(?:under |unter |menos de )?[€$£]?(?:${NUMBER})\\s?(?:%|\\p{L}{2,12}|[hsk](?!\\p{L}))?`,
  `(?:${NUMBER})\\s?(?:%|(?:percent|prozent|por cento)(?!\\p{L}))`,
  `(?:R\\$|[€$£]|(?:EUR|USD|CHF|BRL)(?=\\s?\\d))\\s?(?:${NUMBER})(?:\\s?${SCALE})?`,
  `(?:${NUMBER})(?:\\s?${SCALE})?\\s?(?:€|(?:EUR|USD|CHF|euros?|dollars?|reais)(?!\\p{L}))`,
  `(?:${NUMBER})\\s?(?:x|×|-fold|fold|fach|times|vezes)(?!\\p{L})`,
  `(?:${NUMBER})\\+?(?:\\s?${SCALE})?[\\s-]+(?:\\p{L}+[\\s-]+){0,2}?(?:${COUNTED})(?!\\p{L})(?![\\s-]+(?:${COUNTED})(?!\\p{L}))`,
  `(?<!\\p{L})(?:${SMALL_NUMBER})\\s+(?:\\p{L}+\\s+){0,2}?(?:${COUNTED})(?!\\p{L})(?![\\s-]+(?:${COUNTED})(?!\\p{L}))`,
  `(?:teams?|equipe|equipa|gruppe|group)\\s+(?:of|von|de|com)\\s+(?:${NUMBER}|${SMALL_NUMBER})(?!\\p{L})`,
  `(?:${NUMBER})\\s?(?:k|M|ms)(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, 'iu'))

// Any other counted thing ("140 dispatchers"), unless a name comes before the number ("ISO 9001").
PATTERNS.push(
  new RegExp(`(?<!\\p{Lu}[\\p{L}-]*\\s)(?<![\\p{L}\\d.,-])(?:${NUMBER})\\+?\\s\\p{Ll}{4,}`, 'u'),
)

const NOT_RESULTS = new RegExp(
  // Years, dates, phone numbers, and years of experience say nothing about a result.
  `\\b(?:\\d{1,2}[./-])?(?:19|20)\\d{2}\\b|\\+?\\d[\\d ()/-]{8,24}\\d|(?:${NUMBER})\\+?\\s(?:years?|jahren?|anos)\\b`,
  'giu',
)

/** The figure that makes a line a measured result ("38%", "from 6 to 2 days", "12 engineers"). */
export function figureIn(text: string): string | null {
  const blanked = text.replace(NOT_RESULTS, (match) => ' '.repeat(match.length))
  for (const pattern of PATTERNS) {
    const match = pattern.exec(blanked)
    if (match) return text.slice(match.index, match.index + match[0].length).trim()
  }
  return null
}

export type Effect = 'up' | 'down' | 'scale'

const UP =
  /(?<!\p{L})(?:increas|grew|grow|rais|doubl|tripl|boost|improv|lift|won|steiger|gesteiger|erhöh|verbesser|verdoppel|gewonn|gewann|wachs|aument|cresc|melhor|dobr|conquist|ampli)/iu
const DOWN =
  /(?<!\p{L})(?:reduc|cut|lower|decreas|sav|shorten|eliminat|halv|fewer|senk|gesenk|reduzi|verringer|verkürz|gespart|einspar|halbier|diminu|economi|encurt|elimin|red[uú])/iu

const IN_MINUTES: [RegExp, number][] = [
  [/^ms/i, 1 / 60_000],
  [/^(?:s|sec\p{L}*|sek\p{L}*|seg\p{L}*)$/iu, 1 / 60],
  [/^min/i, 1],
  [/^(?:h|hours?|stunden?|horas?)$/i, 60],
  [/^(?:days?|tage?n?|arbeitstage?n?|dias?)$/i, 1440],
  [/^(?:weeks?|wochen?|semanas?)$/i, 10_080],
  [/^(?:months?|monate?n?|meses|mês)$/i, 43_200],
]

/** "from 4 days to 6 hours" goes down although 6 is more than 4. */
function directionOf(figure: string): Effect | null {
  const [first, second] = [...figure.matchAll(/(\d[\d.,]*)\s?(\p{L}+|%)?(?=\s|$)/gu)]
  if (!first || !second || !/^(?:from|von|de)\s/i.test(figure)) return null
  const unit = second[2] ?? ''
  const ownUnit = first[2] && !/^(?:to|auf|para|a)$/i.test(first[2]) ? first[2] : unit
  const value = (number: string, of: string) =>
    Number(number.replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.')) *
    (IN_MINUTES.find(([pattern]) => pattern.test(of))?.[1] ?? 1)
  const change = value(second[1] ?? '', unit) - value(first[1] ?? '', ownUnit)
  return change < 0 ? 'down' : 'up'
}

/** Whether the figure tells of growth, of something made less, or only of size. */
export function effectOf(text: string): Effect {
  const direction = directionOf(figureIn(text) ?? '')
  if (direction) return direction
  if (DOWN.test(text)) return 'down'
  return UP.test(text) ? 'up' : 'scale'
}

export const NUMBER = '\\d{1,3}(?:[.,]\\d{3})+|\\d{1,9}(?:[.,]\\d{1,9})?'
const SCALE = '(?:k|m|mn|mio\\.?|mil|million(?:s|en)?|milh(?:ão|ões)|billion|mrd\\.?)(?!\\p{L})'
const COUNTED =
  'users?|customers?|clients?|people|engineers?|developers?|designers?|nurses?|patients?|beds?|bed|students?|pupils?|employees?|staff|members?|reports|colleagues|countries|teams?|stores?|sites?|branches|orders?|requests?|leads?|tickets?|calls?|hours?|minutes?|seconds?|days?|weeks?|projects?|services?|servers?|repositories|releases?|deployments?|incidents?|products?|suppliers?|vendors?|accounts?|deals?|invoices?|articles?|campaigns?|followers?|subscribers?|visitors?|downloads?|events?|interns?|apprentices?|trainees?|volunteers?|rows?|queries|records?|guests?|covers?|units?|pallets?|vehicles?|machines?|houses?|apartments?|kunden|nutzer|nutzern|anwender|mitarbeitende[nr]?|mitarbeitern?|mitarbeiterinnen|personen|patienten|patient:?innen|betten|schüler|studierende|auszubildende[nr]?|azubis|länder|ländern|filialen|standorte[n]?|standorten|bestellungen|anfragen|stunden|minuten|tage[n]?|wochen|projekte[n]?|lieferanten|rechnungen|verträge|abschlüsse|maschinen|fahrzeuge|usuários|utilizadores|clientes|pessoas|engenheiros|desenvolvedores|enfermeiros|pacientes|leitos|camas|alunos|estudantes|colaboradores|funcionários|membros|países|equipes|equipas|lojas|unidades|pedidos|horas|minutos|dias|semanas|projetos|projectos|fornecedores|faturas|contratos|leads|chamados|atendimentos|técnicos|analistas|vendedores|campanhas|seguidores'
const SMALL_NUMBER =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|doze'

const MONEY = '(?:\\s?(?:€|(?:de )?(?:EUR|USD|CHF|GBP|euros?|dollars?|pounds|reais)(?!\\p{L})))'
const PER = '(?:\\s(?:an?|per|pro|am|im|por|ao|à)\\s\\p{L}+)'
/** "98% of orders": what the share is of, up to its noun. */
const OF = '(?:\\s(?:of|der|des|de|dos|das|do|da)\\s(?:the\\s|all\\s)?[\\p{L}-]+)'
const FRACTION =
  '(?:an? |one |ein |einem |um |uma )?(?:half|third|quarter|fifth|tenth|hälfte|drittel|viertel|fünftel|zehntel|terço|quarto|quinto|metade)(?!\\p{L})'

const RATE_NAME =
  '(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|täglich\\p{L}*|wöchentlich\\p{L}*|monatlich\\p{L}*|jährlich\\p{L}*|diári[oa]s?|diariamente|seman\\p{L}+|mens\\p{L}+|anua\\p{L}+)'

/** A change from one amount to another, or by a share. */
const CHANGES = [
  `(?<!\\p{L})(?:from|von|de)\\s${RATE_NAME}\\s(?:to|auf|para|a)\\s${RATE_NAME}(?!\\p{L})(?:\\s\\p{Lu}\\p{Ll}+)?`,
  `(?<!\\p{L})(?:by |um |die |em |para |pela |à |cut in |in )${FRACTION}`,
  `(?<!\\p{L})(?:halved|doubled|tripled|trebled|quadrupled|halbierte|verdoppelte|verdreifachte|dupliquei|tripliquei|dobrei)\\s(?:(?:the|our|its|die|den|das|os?|as?)\\s)?[\\p{L}-]+(?:\\s(?!(?:of|in|for|by|with|from|at|to|and|within|de|da|do|em|e|por|com|von|im|und)\\s)[\\p{Ll}-]{3,}(?!\\p{L}))?`,
  `(?<!\\p{L})\\p{L}[\\p{L}-]+\\s(?:halbiert|verdoppelt|verdreifacht|vervierfacht)(?!\\p{L})`,
  `(?<!\\p{L})(?:from|von|de)\\s+[€$£]?(?:${NUMBER})\\s?(?:%|\\p{L}{1,12})?\\s+(?:to|auf|para|a)\\s+(?:under |unter |menos de )?[€$£]?(?:${NUMBER})(?:\\s?${SCALE}${MONEY}?|${PER}|\\s?(?:%|[€$£]|\\p{L}{2,12}|[hsk](?!\\p{L})))?`,
  `(?<![\\p{L}\\d.,])(?:${NUMBER})\\s?%\\s(?:to|auf|para)\\s(?:${NUMBER})\\s?%`,
  `(?<![\\p{L}\\d.,])(?:${NUMBER})\\s?(?:%|\\p{L}{1,12})?\\s(?:instead of|rather than|statt|anstatt|em vez de)\\s(?:${NUMBER})(?!\\p{L})(?:\\s?%)?`,
].map((pattern) => new RegExp(pattern, 'iu'))

const AMOUNTS = [
  `(?:(?:under|below|over|above|unter|über|abaixo de|acima de)\\s)?(?:${NUMBER})\\s?(?:%|(?:per ?cent|prozent|por cento)(?!\\p{L}))${OF}?`,
  `(?:R\\$|[€$£]|(?:EUR|USD|CHF|BRL)(?=\\s?\\d))\\s?(?:${NUMBER})(?:\\s?${SCALE})?`,
  `(?:${NUMBER})(?:\\s?${SCALE})?${MONEY}`,
  `(?:${NUMBER})\\s?(?:x|×|-fold|fold|fach|times|vezes)(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, 'iu'))

const COUNTED_THINGS = new RegExp(
  `(?:(?:${NUMBER})\\s(?:of|out of|von|dos|das|de)\\s)?(?:${NUMBER})\\+?(?:\\s?${SCALE})?[\\s-]+(?:\\p{L}+[\\s-]+){0,2}?(?:${COUNTED})(?!\\p{L})(?![\\s-]+(?:${COUNTED})(?!\\p{L}))`,
  'iu',
)

const SIZES = [
  `(?<!\\p{L})(?:${SMALL_NUMBER})\\s+(?:\\p{L}+\\s+){0,2}?(?:${COUNTED})(?!\\p{L})(?![\\s-]+(?:${COUNTED})(?!\\p{L}))`,
  `(?:teams?|equipe|equipa|gruppe|group|brigade|crew|squad|brigada|turma)\\s+(?:of|von|de|com|mit)\\s+(?:${NUMBER}|${SMALL_NUMBER})(?!\\p{L})`,
  `(?:${NUMBER})\\s?(?:m²|m³|sqm|km|kg|tonnes?|tons|tonnen|toneladas|litres|hectares|kWh|MWh|kW|MW|GB|TB)(?!\\p{L})`,
  `(?:${NUMBER})\\s?(?:k|M|ms)(?![\\p{L}²³])`,
].map((pattern) => new RegExp(pattern, 'iu'))

/** Any other counted thing ("140 dispatchers"), unless a name comes before the number ("ISO 9001"). */
const OTHER_THINGS = new RegExp(
  `(?<!\\S\\s+\\p{Lu}[\\p{L}-]*\\s|\\p{Lu}{2}[\\p{L}-]*\\s)(?<![\\p{L}\\d.,-])(?:${NUMBER})\\+?\\s\\p{Ll}{4,}`,
  'u',
)

/** German writes what it counts with a capital: "40.000 Geräte". */
export const GERMAN_THINGS = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?<!\\p{Lu}\\p{L}*\\s)(?!\\d{5})(?:${NUMBER})\\s(?!(?:Monat|Semester|Woche|Uhr|Januar|Septem|Okto|Novem|Dezem))\\p{Lu}\\p{Ll}{2,}(?:e|en|er|ern|eln)(?!\\p{L})`,
  'u',
)

/** In the order in which they are tried: a change says more than an amount, and that more than a size. */
export const FIGURES = [
  ...CHANGES,
  ...AMOUNTS,
  COUNTED_THINGS,
  ...SIZES,
  OTHER_THINGS,
  GERMAN_THINGS,
]

/** The patterns that end in the things counted, and not in a unit. */
export const COUNTING = new Set([COUNTED_THINGS, OTHER_THINGS, GERMAN_THINGS])

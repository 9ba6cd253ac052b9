/** The topic of a line of work, which decides what could be counted in it. */
export type Topic =
  | 'care'
  | 'teaching'
  | 'speed'
  | 'cost'
  | 'revenue'
  | 'people'
  | 'customers'
  | 'quality'
  | 'reach'
  | 'software'
  | 'operations'
  | 'craft'
  | 'general'

/** Beginnings of words; `*` in front: anywhere in a word, as in German compounds. */
const TOPICS: [Topic, string][] = [
  [
    'care',
    'patient|triage|emergency|surg|ward |clinic|medication|wound|nurs|*pfleg|*station |medikament|wund|enferm|doentes?|utentes?|camas|penso|hospital|urgência',
  ],
  [
    'teaching',
    'student|pupil|lesson|teach|taught|classes|club|school|curricul|gcse|key stage|*schüler|*unterricht|*klasse |*klassen |alun[oa]|aulas?|ensin|turmas?|ciclo|exames',
  ],
  [
    'people',
    'mentor|hir(?:ed|ing)|recruit|train(?:ed|ing|ees)|onboarding of|apprentice|*mitarbeiter|führung von|mitarbeiterführung|*einarbeit|*auszubildend|personalf|formação de|formador|recrut|colaborador|estagiári',
  ],
  [
    'revenue',
    'sales|sold|revenue|deals? |pipeline|leads? |*umsatz|*vertrieb|*verkauf|*akquise|*vertr[aä]g|vendas|vendi|vendedor|receita|fatura|negócios|contratos',
  ],
  [
    'customers',
    'customer|client|complaint|guest|*kunden|gäste|reklamation|atendimento|apoio ao|reclamaç',
  ],
  [
    'cost',
    'costs? |budget|spend|supplier|procure|invoice|*kosten|einkauf|lieferant|rechnung|custos? |orçament|fornecedor',
  ],
  [
    'craft',
    'weld|assembl|install|repair|carpent|wir(?:ed|ing)|*schweiß|*montage|montiert|*fertigung|reparat|wartung|soldad|montag|instala|manutenção de equip',
  ],
  [
    'speed',
    'performance|latency|faster|speed|deploy|automat|schnell|durchlaufzeit|desempenho|velocidade|rápid',
  ],
  [
    'quality',
    'test|quality|bugs? |incident|errors? |audit|complian|*qualität|*fehler|*prüf|*kontrolle|qualidade|erros|auditoria',
  ],
  [
    'reach',
    'campaign|social media|content|website|newsletter|brand|events? |*kampagne|marke |inhalte|*veranstaltung|*messen |campanha|redes sociais|conteúdo|marca |eventos',
  ],
  [
    'software',
    'apps? |api|code|software|feature|database|backend|frontend|platform|web |gateway|*anwendung|*datenbank|*schnittstelle|migration|aplicaç|sistemas?|base de dados|código|servidor',
  ],
  ['people', 'teams? |colleague|kolleg|*team |equipe|equipa'],
  [
    'operations',
    'stock|warehouse|logist|deliver|shift|schedul|process|customs|haul|rota |lager|schicht|*prozess|*bestand|armazém|processo|escala |transport',
  ],
]

const PATTERNS = TOPICS.map(([topic, stems]) => {
  const parts = stems.split(/\|(?![^(]*\))/).map((stem) => {
    const inside = stem.startsWith('*')
    const text = stem.replace('*', '').replace(/ $/, '(?!\\p{L})')
    return `${inside ? '' : '(?<!\\p{L})'}(?:${text})`
  })
  return [topic, new RegExp(parts.join('|'), 'iu')] as const
})

export function topicOf(line: string): Topic {
  return PATTERNS.find(([, pattern]) => pattern.test(line))?.[0] ?? 'general'
}

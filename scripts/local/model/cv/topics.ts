/** What a line of work is about, which decides what could be counted in it. */
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
  | 'general'

const TOPICS: [Topic, RegExp][] = [
  [
    'care',
    /patient|triage|emergency|surgery|ward\b|clinical|medication|wound|nurs|pfleg|station\b|medikament|wund|enferm|leito|curativo|hospital/i,
  ],
  ['teaching', /student|pupil|lesson|teach|classes|schüler|unterricht|aluno|aulas|ensino/i],
  [
    'revenue',
    /sales|revenue|deals?\b|pipeline|leads?\b|umsatz|vertrieb|verkauf|akquise|vendas|receita|faturamento|negócios/i,
  ],
  [
    'people',
    /\bteams?\b|mentor|hir(?:ed|ing)|recruit|train(?:ed|ing)|onboard|mitarbeiter|führung|einarbeit|personal|equipe|equipa|treinamento|recrut|formação de/i,
  ],
  [
    'customers',
    /customer|client|support|complaint|guest|kunden|gäste|reklamation|client|atendimento|suporte/i,
  ],
  [
    'cost',
    /cost|budget|spend|supplier|procure|invoice|kosten|einkauf|lieferant|rechnung|custo|orçamento|fornecedor|fatura/i,
  ],
  [
    'speed',
    /performance|latency|faster|speed|deploy|pipeline|automat|schnell|durchlaufzeit|automatis|desempenho|velocidade|rápid/i,
  ],
  [
    'quality',
    /test|quality|bugs?\b|incident|errors?\b|audit|complian|qualität|fehler|prüf|qualidade|erros|auditoria/i,
  ],
  [
    'reach',
    /campaign|social|content|website|newsletter|brand|event|kampagne|marke|inhalte|veranstaltung|campanha|redes sociais|conteúdo|marca|eventos/i,
  ],
  [
    'software',
    /\bapps?\b|api\b|code|software|feature|database|backend|frontend|platform|web\b|anwendung|datenbank|schnittstelle|aplica|sistema|banco de dados|código/i,
  ],
  [
    'operations',
    /stock|warehouse|logist|deliver|shift|schedul|process|lager|schicht|prozess|bestand|estoque|armazém|processo|escala|rota/i,
  ],
]

export function topicOf(line: string): Topic {
  return TOPICS.find(([, pattern]) => pattern.test(line))?.[0] ?? 'general'
}

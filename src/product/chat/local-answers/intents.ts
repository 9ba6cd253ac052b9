/** The topics of questions that lines of the posting can answer. */
export const TOPICS = [
  'responsibilities',
  'skills',
  'seniority',
  'location',
  'salary',
  'hours',
  'benefits',
  'company',
  'relocation',
  'language',
  'process',
  'onCall',
  'holidays',
  'training',
  'equipment',
  'start',
  'teamSize',
  'travel',
] as const

/** Questions of detail: their answer is also part of an answer about something wider. */
export const DETAILS: ReadonlySet<Topic> = new Set<Topic>([
  'onCall',
  'holidays',
  'training',
  'equipment',
  'start',
  'teamSize',
  'travel',
])

export type Topic = (typeof TOPICS)[number]

export type Intent = Topic | 'fit' | 'interview' | 'coverLetter' | 'summary' | 'smallTalk'

export type FollowUp = 'shorter' | 'more' | 'why' | 'item' | 'translate'

// The order decides: the specific before the general.
const INTENTS: [Intent, RegExp][] = [
  [
    'coverLetter',
    /cover letter|motivation letter|application letter|anschreiben|bewerbungsschreiben|motivationsschreiben|carta de (?:apresentação|motivação)/i,
  ],
  // The course of the interviews is a question about the posting; preparing for one is not.
  [
    'process',
    /interview(?:ing)? (?:process|steps?|rounds?|stages?)|how many (?:interviews|rounds|steps|stages)|(?:wie viele|ablauf|runden).{0,20}(?:gespräch|interview|runden)|(?:quantas|processo|etapas).{0,20}(?:entrevista|etapas)/i,
  ],
  [
    'interview',
    /interview question|prepare|preparation|(?:for|in) (?:the|an|my) interview|what (?:will|could|might) they ask|vorbereit|vorstellungsgespräch|interviewfragen|preparar|prepar[oa]|entrevista/i,
  ],
  [
    'fit',
    /\b(?:am i|would i be|do i|i am|i'm) (?:a )?(?:good )?(?:fit|match|qualif|suit|right|enough)|\b(?:fit|match|suitable|qualified) (?:for me|to me)?\b|good fit|do i (?:have(?! to)|qualify|meet)|my (?:skills|profile|experience|chances)|i (?:know|have(?! to)|can|speak|work with|worked with|used)\b|should i apply|(?:passe|passt|eigne|geeignet|qualifiziert|meine (?:kenntnisse|erfahrung|chancen)|ich (?:kann|kenne|habe|arbeite|beherrsche))|(?:sou|estou|seria) (?:um |uma )?(?:bom|boa|adequad|qualificad|apto)|meu perfil|encaix[oa]|no perfil|\bsei\b(?! (?:se|que|o|a|como))|minhas? (?:chances|experiência|competências)|eu (?:sei|tenho|conheço|trabalho|domino)|tenho (?:chances|experiência)|sei (?:usar|programar)/i,
  ],
  [
    'onCall',
    /\bon[- ]?call\b|\bpager|stand-?by|night duty|bereitschaft|rufdienst|notdienst|nachtdienst|de prevenção|plantão|plantões|sobreaviso|piquete/i,
  ],
  [
    'holidays',
    /\bholidays?\b|vacation|days off|time off|annual leave|\bpto\b|urlaub|freie tage|férias|folgas?\b/i,
  ],
  [
    'training',
    /\btraining\b|\bcourses?\b|conferences?\b|learning budget|weiterbildung|fortbildung|schulung|konferenz|lernbudget|formação|cursos?\b|conferências?|treinamento/i,
  ],
  [
    'equipment',
    /\bequipment\b|laptop|macbook|what (?:computer|hardware)|hardware (?:budget|do)|budget for hardware|ausstattung|arbeitsgerät|welche(?:n|s)? (?:rechner|hardware|computer)|equipamento|computador|notebook/i,
  ],
  [
    'start',
    /start(?:ing)? date|(?:when|how soon).{0,30}\b(?:start|begin|join)\b|wann.{0,30}(?:anfang|beginn|start|los)|eintrittsdatum|startdatum|quando.{0,30}(?:começ|inici|entr)|data de (?:início|entrada)/i,
  ],
  [
    'teamSize',
    /(?:how (?:big|large)|\bsize\b).{0,25}(?:team|company|firm)|how many (?:people|colleagues|employees|engineers|developers)|team size|wie groß.{0,25}(?:team|unternehmen|firma)|wie viele (?:leute|kolleg|menschen|mitarbeit|personen)|teamgröße|(?:tamanho|quão grande).{0,25}(?:equip|empresa|time)|quant[ao]s (?:pessoas|colegas|funcionários)/i,
  ],
  [
    'travel',
    /\btravel|business trips?|dienstreise|\breisen\b|reisebereit|reiseanteil|viagens|viajar|viagem/i,
  ],
  [
    'salary',
    /(?<!(?:besides|beside|apart from|beyond) (?:the )?)salar|\bpay(?:s|ing|ment)?\b|how much (?:do|does|is|are|would|will|can|money)\b|compensation|\bwage|\bearn|remunerat|bonus|equity|(?<!(?:neben|außer) dem )gehalt|verdien|vergütung|(?<!\bwird (?:sie|es|das|er) )bezahl|lohn|\bzahl(?:t|en)\b|wie viel geld|quanto (?:paga|ganh|é o)|(?<!além do )salári|remuneraç|ganhar/i,
  ],
  [
    'relocation',
    /visa|sponsor|relocat|work permit|from abroad|\bmove to\b|visum|umzug|arbeitserlaubnis|aus dem ausland|visto|mudança|permissão de trabalho|do exterior/i,
  ],
  [
    'location',
    /remote|hybrid|on-?site|office days?|which office|office or|(?:days|go|come|be|work)[\w ]{0,14} (?:in|to|at) the office|where (?:is|are|would|do)|location|commut|home ?office|from home|\bcity\b|\bwo\b|standort|vor ort|büro|pendel|zu hause|arbeitsort|remoto|teletrabalho|trabalho à distância|híbrid|presencial|onde|localiza|escritório|de casa|cidade/i,
  ],
  [
    'language',
    /\blanguages?\b|(?:speak|need|know|fluent).{0,20}(?:english|german|french|portuguese|spanish)\b|(?:english|german|portuguese) (?:level|enough|required|needed)|sprachkenntnisse|welche sprache|(?:deutsch(?!land)|englisch)(?:kenntnisse| nötig| sprechen)|muss ich .{0,20}(?:deutsch(?!land)|englisch)|idiomas?\b|(?:falar|preciso de|nível de) (?:inglês|português|alemão)|\binglês\b/i,
  ],
  [
    'hours',
    /\bhours?\b|full[- ]?time|part[- ]?time|four[- ]day|4[- ]day|schedule|flexib|contract|permanent|freelance|\bshifts?\b|vollzeit|teilzeit|vier-tage|4-tage|arbeitszeit|stunden|befristet|vertrag|schicht|horário|tempo (?:integral|parcial|inteiro)|meio período|contrato|turno|flexível/i,
  ],
  [
    'benefits',
    /benefit|perks?\b|pension|insurance|what (?:do|does) .{1,30} offer|besides (?:the )?(?:pay|salary)|(?:neben|außer) dem gehalt|além do salário|vorteile|zusatzleistung|benefits|was (?:bietet|bieten)|altersvorsorge|benefíci|regalias|vale|plano de saúde|seguro de saúde|o que (?:oferece|a empresa oferece)/i,
  ],
  [
    'process',
    /\bapply\b|application|process|next steps?|how long (?:does|will)|recruit|deadline|hiring|contact|bewerb|ablauf|wie geht es weiter|(?<!be)frist(?:en)?\b|ansprechpartner|candidat|processo|inscri|próximos passos|prazo|etapas/i,
  ],
  [
    'seniority',
    /senior|junior|years|how much experience|entry[- ]level|\blevel\b|beginner|graduate|degree|berufserfahrung|wie viel erfahrung|jahre|berufseinsteiger|einsteiger|studium|quantos anos|experiência|nível|estagi|recém/i,
  ],
  [
    'skills',
    /skill|require|qualif|technolog|tech stack|\bstack\b|tools?\b|must (?:i|have)|need to (?:know|have|be)|what do (?:i|you) need|looking for|kenntnis|anforderung|voraussetz|mitbring|technologie|fähigkeit|was (?:muss|brauche|sollte) ich|requisit|competênc|habilidade|tecnolog|preciso (?:saber|ter)|o que (?:é|são) exigid|ferramentas/i,
  ],
  [
    'responsibilities',
    /responsib|what does (?:an?|the) .{1,80} do\b|was macht (?:eine?|die|der|man) .{1,80}tag|wie sieht .{0,80}(?:tag|alltag|woche)\b|o que (?:faz|se faz) .{1,80}dia|what (?:would|will|do|does) (?:i|you|one|the|a|this|my).{0,25}(?:do|work|look)|day[- ]to[- ]day|typical day|tasks?\b|duties|\bthe role\b|\bwork on\b|aufgabe|was (?:mache|macht|würde|werde|tue) (?:ich|man)|tätigkeit|alltag|responsabilidad|atividades|o que (?:eu )?(?:faria|vou fazer|farei|faz)|tarefas|dia a dia|funções/i,
  ],
  [
    'company',
    /company|\bteam\b|who (?:are|is) (?:they|you|the)|culture|colleagues|employer|about (?:them|the firm)|\bproduct\b|firma|unternehmen|arbeitgeber|kollegen|kultur|wer (?:seid|sind|ist)|empresa|equip[ae]|cultura|quem (?:são|é)|empregador/i,
  ],
  [
    'summary',
    /summar|overview|in a nutshell|\bgist\b|about (?:this|the) (?:job|posting|position|role)|what is this|tl;?dr|describe (?:the|this) (?:job|role)|explain (?:the|this) (?:job|role|posting)|everything|zusammenfass|\bfass\w* .{0,60}zusammen|überblick|worum geht|beschreib|erklär|resum|visão geral|sobre (?:a|esta) vaga|do que se trata|explique|descreva/i,
  ],
]

const SMALL_TALK =
  /^\W*(?:hi|hello|hey|good (?:morning|evening|afternoon)|thanks?(?: you)?|thx|great|ok(?:ay)?|cool|bye|who are you|are you (?:a|an) (?:ai|bot|human)[^?]*|hallo|guten (?:tag|morgen|abend)|(?:vielen )?dank(?:e(?: schön| dir)?)?|moin|servus|tschüss|wer bist du|super|olá|oi|bom dia|boa (?:tarde|noite)|(?:muito )?obrigad[oa]|valeu|tchau|quem é você)(?: (?:there|a lot|so much|very much|sehr|vielmals|muito|de novo))?\W*$/i

/** Everything that the question asks about, the most specific first; empty when nothing is known. */
export function intentsOf(question: string): Intent[] {
  if (SMALL_TALK.test(question)) return ['smallTalk']
  const matched = INTENTS.filter(([, pattern]) => pattern.test(question)).map(([intent]) => intent)
  const found = [...new Set(matched)].filter(
    // "How big is the team?" asks for a number, not for what the company is like.
    (intent) => intent !== 'company' || !matched.includes('teamSize'),
  )
  const [first] = found
  // A letter or a fit check is about everything else that the question mentions.
  if (first === 'coverLetter' || first === 'interview' || first === 'fit') return [first]
  return found
}

const FOLLOW_UPS: [FollowUp, RegExp][] = [
  [
    'translate',
    /\b(?:in|into|to) (?:english|german|portuguese)\b|auf (?:englisch|deutsch|portugiesisch)|em (?:inglês|alemão|português)/i,
  ],
  [
    'shorter',
    /\b(?:shorter|briefer|briefly|in short|too long|one sentence|be brief)\b|kürzer|knapper|in einem satz|zu lang|mais curt[oa]|resumid|em uma frase|numa frase/i,
  ],
  [
    'more',
    /\b(?:tell me more|more details?|go on|elaborate|expand|and then|say more|continue)\b|^\W*more\W*$|mehr dazu|mehr details|erzähl (?:mir )?mehr|genauer|mach weiter|(?:conte|conta|fale|fala|diga|diz)(?:-me)? mais|mais detalhes|continue|continua/i,
  ],
  [
    'item',
    /\b(?:first|second|third|fourth|fifth|last)(?: (?:one|point|item|line|question|quote))?\b|\b(?:number|point|nummer|punkt|número|ponto) \d\b|(?:erste|zweite|dritte|vierte|letzte)[nrs]?\b|(?:primeir|segund|terceir|quart|últim)[oa]\b/i,
  ],
  [
    'why',
    /\bwhy\b|how come|how do you know|warum|wieso|weshalb|woher weißt|por ?qu[eê]|como (?:sabe|você sabe)/i,
  ],
]

/** True if a short question leans on the answer before it. */
export function followUpOf(question: string): FollowUp | null {
  if (question.split(/\s+/).length > 9) return null
  return FOLLOW_UPS.find(([, pattern]) => pattern.test(question))?.[0] ?? null
}

/** The place of the item asked for, 0 for the first and -1 for the last. */
export function ordinalIn(question: string): number {
  const number = /\b(?:number|point|nummer|punkt|número|ponto) (\d)\b/i.exec(question)?.[1]
  if (number) return Number(number) - 1
  const names = [
    /first|erste|primeir/i,
    /second|zweite|segund/i,
    /third|dritte|terceir/i,
    /fourth|vierte|quart/i,
    /fifth/i,
  ]
  const index = names.findIndex((name) => name.test(question))
  return index >= 0 ? index : -1
}

export const wantsLong = (question: string): boolean =>
  /\b(?:in detail|detailed|in depth|at length|long(?:er)? answer|a long|longer|thorough(?:ly)?|everything)\b|ausführlich|im detail|lange antwort|alles (?:über|zu)|detalh|resposta longa|longa|completa|tudo sobre/i.test(
    question,
  )

import { plain } from 'local-cloud/model/words.ts'

const words = (list: string) => new Set(list.split(' ').map(plain))

const STRONG = words(
  'achieved automated built closed coached consolidated created cut defined delivered designed developed directed doubled drove eliminated established expanded exceeded founded generated grew halved headed hired implemented improved increased initiated introduced launched led lowered managed mentored migrated modernised modernized negotiated optimised optimized organised organized owned piloted planned produced raised rebuilt rolled redesigned reduced refactored replaced resolved restructured rewrote saved scaled secured set shipped shortened simplified sold solved standardised standardized started streamlined supervised taught trained transformed tripled won wrote administered assessed cared coordinated performed treated published researched analysed analyzed presented prepared repaired installed maintained tested ' +
    'aufbau aufgebaut ausgebaut automatisierung automatisiert beraten betreut betreuung durchführung durchgeführt einführung eingeführt einsparung entwicklung entwickelt erhöhung erhöht erstellt erstellung etabliert geführt gegründet geleitet geplant gesenkt gesteigert gestaltet gewonnen implementierung implementiert konzeption konzipiert koordination koordiniert leitete leitung migration modernisierung neugestaltung optimierung optimiert organisation organisiert planung reduzierung reduziert senkung steigerung umsetzung umgesetzt verantwortete verbesserung verbessert verhandelt verkürzt verkürzung geschult schulung ausgebildet anleitung angeleitet einarbeitung eingearbeitet ' +
    'alcancei alcançou ampliei aumentei automatizei conquistei construí coordenei criei defini desenhei desenvolvi dobrei elaborei eliminei estruturei executei expandi formei geri gerei gerenciei implantei implementei introduzi lancei liderei melhorei migrei modernizei negociei orientei otimizei optimizei organizei planejei planeei produzi publiquei reduzi reestruturei resolvi supervisionei treinei vendi aumento criação coordenação desenvolvimento gestão implantação implementação liderança migração otimização redução lançamento realizei prestei administrei atendi',
)

const PASSIVE: RegExp[] = [
  /\b(?:was |were |been )?responsible for\b/i,
  /\bresponsibilities (?:included?|were)\b/i,
  /\bduties (?:included?|were)\b/i,
  /\b(?:was |were )?(?:involved in|tasked with|in charge of|part of (?:a|the) team)\b/i,
  /^(?:helped|assisted|supported|worked|participated|contributed|dealt|handled|did)\b(?: (?:with|on|in|to|various))?/i,
  /\bhelped (?:out )?with\b/i,
  /^(?:member|part) of (?:a|the) (?:\p{L}+ )?team\b/iu,
  /\bworked (?:on|with)\b/i,
  /(?<!\p{L})(?:mit)?verantwortlich für/iu,
  /(?<!\p{L})zuständig für/iu,
  /(?<!\p{L})(?:mitarbeit (?:an|bei|in|im)|mitgearbeitet|mitgewirkt|mitwirkung|unterstützung (?:bei|des|der|im|in|von)|mithilfe bei|beteiligt an)(?!\p{L})/iu,
  /(?<!\p{L})respons[áa]vel (?:por|pel[oa]s?)(?!\p{L})/iu,
  /(?<!\p{L})(?:ajudei|auxiliei|participei|colaborei|trabalhei (?:com|em|no|na)|apoiei|auxílio|apoio (?:a|à|ao|na|no|em)|participação (?:em|na|no))(?!\p{L})/iu,
]

const CLICHES: RegExp[] = [
  /\b(?:team player|hard[- ]?working|detail[- ]oriented|results[- ](?:driven|oriented)|self[- ](?:starter|motivated)|go-getter|fast learner|quick learner|out(?:side)? (?:of )?the box|synerg(?:y|ies)|people person|highly motivated|strong work ethic|excellent communication(?: skills)?|good communication skills|passionate about|proven track record|dynamic (?:professional|individual|person)|works? well under pressure|multitask(?:er|ing)?)\b/i,
  /(?<!\p{L})(?:teamfähig\p{L}*|teamplayer|belastbar\p{L}*|hoch ?motiviert\p{L}*|sehr motiviert\p{L}*|motiviert und \p{L}+|zuverlässig und \p{L}+|flexibel und \p{L}+|schnelle auffassungsgabe|hands-on-mentalität|kommunikationsstark\p{L}*|leidenschaft für)(?!\p{L})/iu,
  /(?<!\p{L})(?:pró-?ativ[oa]|proativ[oa]|dinâmic[oa]|trabalho em (?:equipe|equipa)|facilidade de aprendiza\p{L}+|comprometid[oa]|foco em resultados|fora da caixa|boa comunicação|vontade de (?:aprender|crescer)|apaixonad[oa] por)(?!\p{L})/iu,
]

const VAGUE =
  /(?<!\p{L})(?:various|several|many|numerous|a lot of|lots of|etc\.?|and so on|different tasks|diverse[nrs]?|verschiedene[nrs]?|zahlreiche[nrs]?|mehrere[nrs]?|usw\.?|diversos|diversas|vários|várias|inúmer[oa]s|entre outr[oa]s)(?!\p{L})/iu

const MISSPELT: Record<string, string> = {
  experiance: 'experience',
  expierence: 'experience',
  managment: 'management',
  recieved: 'received',
  recieve: 'receive',
  acheived: 'achieved',
  acheive: 'achieve',
  responsable: 'responsible',
  responsibilty: 'responsibility',
  succesful: 'successful',
  succesfully: 'successfully',
  proffesional: 'professional',
  profesional: 'professional',
  comunication: 'communication',
  developement: 'development',
  enviroment: 'environment',
  seperate: 'separate',
  definately: 'definitely',
  knowlege: 'knowledge',
  maintainance: 'maintenance',
  occured: 'occurred',
  sucess: 'success',
  teh: 'the',
  untill: 'until',
  buisness: 'business',
  custumer: 'customer',
  custumers: 'customers',
  langauge: 'language',
  analize: 'analyse',
  lisence: 'licence',
  collegue: 'colleague',
  collegues: 'colleagues',
  wich: 'which',
  begining: 'beginning',
  accomodate: 'accommodate',
  liason: 'liaison',
  verantwortlch: 'verantwortlich',
  entwiklung: 'Entwicklung',
  standart: 'Standard',
  projeckt: 'Projekt',
  erfahrug: 'Erfahrung',
  experiencia: 'experiência',
  gestao: 'gestão',
  formacao: 'formação',
  responsavel: 'responsável',
}

const PERSONAL =
  /(?<!\p{L})(?:date of birth|marital status|married|religion|nationality|number of children|familienstand|verheiratet|konfession|estado civil|casad[oa]|solteir[oa]|data de nascimento|CPF|RG)(?!\p{L})/iu

/** Verbs of acts in the present and irregular ones, which no ending tells. */
const ACTS = words(
  'lead run teach manage mentor build plan organise organize coordinate own sell write ran drove grew took brought gave kept made met oversaw spoke sought spent split sped bought caught chose dealt found fed held hit overhauled beat bid ' +
    'leite plane berate betreue schule leiteten betreute betreuten plante führte baute schrieb entwarf ' +
    'leciono coordeno giro faço fiz escrevi vendi construí geri dirijo dirigi lidero oriento ensino tratei atendo',
)
const NO_ACT = words(
  'worked helped assisted supported participated contributed handled involved tasked based required skilled experienced certified qualified dedicated motivated detailed limited united advanced registered licensed related fluent interested retired varied fachbereich abteilung stellvertretung region union religion situation funktion mission million position division station version pension trabalhei ajudei auxiliei participei colaborei apoiei lei rei hei sei unterstützung mitarbeit mithilfe mitwirkung beteiligung berufserfahrung erfahrung ausbildung weiterbildung fortbildung leistung wohnung prüfung promotion formação secção função situação',
)
/** "Introduced", "Einführung", "Coordenei", "Migração": what an act sounds like in each language. */
const SOUNDS_LIKE_ACT =
  /^(?:\p{L}{2,}[^aeious]ed|\p{L}{3,}(?:ied|ated|ised|ized|aged|uced|oped|ined|ored|ired|osed|ased|ided|ided|eted|uted|ited|olved|ieved|ailed|ured)|\p{Lu}\p{L}{3,}(?:ung|ierung|tion)|montage|pflege|aufbau|ausbau|akquise|verkauf|pilotage|\p{L}{3,}(?:ei|ámos)|\p{L}{3,}(?:ção|mento)|gestão|triagem|montagem)$/iu
const PARTICIPLE =
  /^(?:\p{L}*ge\p{L}{2,}(?:t|en)|\p{L}{3,}iert|(?:be|ver|ent|er|über|unter)\p{L}{3,}(?:t|en))$/u

/** The word that opens a line with what was done; null where it opens with anything else. */
export const strongOpening = (said: string): string | null => {
  const [first = '', second = ''] = said.split(/[\s,:;–—-]+/)
  if (STRONG.has(plain(first)) || ACTS.has(plain(first))) return first
  if (STRONG.has(plain(second))) return second
  // German puts its participle last: "12 Fachkräfte eingearbeitet".
  const last = said.replace(/[.;]$/, '').split(/\s+/).at(-1) ?? ''
  if (/^\p{Ll}/u.test(last) && STRONG.has(plain(last))) return last
  if (/\p{Lu}\p{L}+/u.test(said) && PARTICIPLE.test(last)) return last
  return SOUNDS_LIKE_ACT.test(first) && !NO_ACT.has(plain(first)) ? first : null
}

const firstMatch = (patterns: readonly RegExp[], text: string): string | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match) return match[0].trim()
  }
  return null
}

export const passivePhrase = (said: string): string | null => firstMatch(PASSIVE, said)
export const clichePhrase = (said: string): string | null => firstMatch(CLICHES, said)
export const vagueWord = (said: string): string | null => VAGUE.exec(said)?.[0] ?? null
export const personalDetail = (said: string): string | null => PERSONAL.exec(said)?.[0] ?? null

export function misspelling(said: string): { wrong: string; right: string } | null {
  for (const [wrong] of said.matchAll(/\p{L}+/gu)) {
    const right = MISSPELT[wrong.toLowerCase()]
    if (right) return { wrong, right }
  }
  const twice = /(?<!\p{L})(the|and|of|to|in|der|die|und|mit|de|que|com)\s\1(?!\p{L})/iu.exec(said)
  return twice ? { wrong: twice[0], right: twice[1] ?? '' } : null
}

import { capitalised, contentWords } from './words.ts'

const ASKED =
  /\b(?:short|concise|brief)\b[^.\n]{0,60}\btitle\b|\btitle\b[^.\n]{0,40}\b(?:for|of) (?:the|this|a) (?:chat|conversation|thread|message)|(?:generate|write|create|give|suggest)[^.\n]{0,40}\btitle\b|(?:kurze[nr]?|knappe[nr]?) (?:titel|überschrift)|título curto|um título/i

export const asksForTitle = (instructions: string): boolean => ASKED.test(instructions)

const OPENERS =
  /^(?:(?:hi|hello|hey|hallo|olá|oi)[,!.]?\s+)?(?:please|bitte|por favor)?[,\s]*(?:(?:can|could|would) you (?:please )?(?:tell me|explain|help me(?: with)?|write)?|tell me(?: about)?|i (?:want|would like|need) to (?:know|ask)(?: about)?|what(?: is|'s| are)?|how (?:do|can|does) (?:i|it|one)|is (?:there|it|the)|kannst du(?: mir)?|was (?:ist|sind)|wie (?:hoch ist|kann ich)|gibt es|qual é|quais são|como (?:é|posso|faço para)|há)\s+/i

/** Three to six words of the question itself, without the politeness around it. */
export function titleFor(question: string): string {
  const line =
    question
      .split('\n')
      .find((candidate) => candidate.trim() !== '')
      ?.trim() ?? ''
  const bare = line
    .replace(OPENERS, '')
    .replace(OPENERS, '')
    .replace(/^(?:the|a|an|der|die|das|o|a|os|as)\s+/i, '')
    .replace(/[?!.…:;,"“”„]+/g, ' ')
  const words = bare.split(/\s+/).filter(Boolean)
  if (words.length === 0) return ''
  const meaning = new Set(contentWords(bare))
  const title: string[] = []
  let counted = 0
  for (const word of words) {
    // "Salary range | is for this job": two words that mean something are a title.
    if (counted >= 2 && /^(?:is|are|was|for|with|ist|sind|für|bei|é|são|para|com)$/i.test(word))
      break
    title.push(word)
    if (meaning.has(word.toLowerCase())) counted++
    if (counted === 4 || title.length === 7) break
  }
  while (title.length > 1 && !meaning.has(title.at(-1)?.toLowerCase() ?? '')) title.pop()
  return capitalised(title.join(' ').slice(0, 60).trim())
}

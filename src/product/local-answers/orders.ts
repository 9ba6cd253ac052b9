const TO_THE_MODEL: RegExp[] = [
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|prompts?|rules|guidelines|above|previous|prior)\b/i,
  /\b(?:system prompt|you are (?:now )?(?:an? )?(?:ai|assistant|language model|reviewer|helpful)|as an ai\b|(?:note|message|instructions?) (?:to|for) (?:the )?(?:ai|llm|model|reviewer|assistant|bot))/i,
  /(?:^|[.!?:;,]\s*|\b(?:please|must|should|you|and|always|just)\s+)(?:give|award|assign|rate|score|grade|return|output|respond)\b.{0,50}\b(?:100|full marks|maximum score|highest (?:score|rating)|perfect score|score of \d+|10\s?\/\s?10)\b/i,
  /\b(?:do not|don't|never) (?:mention|list|report|include)\b.{0,30}\b(?:gaps?|weakness\w*|this (?:line|instruction))/i,
  /^\W*(?:<\/?)?(?:system|assistant|user)\W*[:>]/i,
  /(?<!\p{L})(?:ignoriere|missachte|vergiss)(?!\p{L}).{0,50}(?:anweisung|anleitung|regel|vorherig)/iu,
  /(?<!\p{L})(?:vergib|gib|bewerte)(?!\p{L}).{0,40}(?:100|volle punktzahl|höchstpunktzahl|bestnote)/iu,
  /(?<!\p{L})(?:ignore|ignora|desconsidere|esqueça|esquece)(?!\p{L}).{0,50}(?:instruç|regras|anteriores)/iu,
  /(?<!\p{L})(?:dê|atribua|atribui|avalie)(?!\p{L}).{0,40}(?:100 pontos|nota máxima|pontuação máxima|nota 10|100)/iu,
]

/** True for a sentence in data or in a question that gives orders to the model that reads it. */
export const ordersTheModel = (said: string): boolean =>
  TO_THE_MODEL.some((pattern) => pattern.test(said))

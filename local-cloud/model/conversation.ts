export type Turn = { role: 'user' | 'assistant'; text: string }

export type JsonSchema = { readonly [key: string]: unknown }

/** The request of any endpoint, as the rules see it. */
export type Conversation = {
  instructions: string
  turns: Turn[]
  /** The JSON schema that the answer must fit, or `{}` for "any JSON object". */
  schema: JsonSchema | null
}

/** `task` names for people what was asked: "Summary of a ticket". */
export type Answer = { task: string; text: string }

/** An app's own answer to what it asks; null for everything else. */
export type AnswerRule = (conversation: Conversation, now: Date) => Answer | null

export function lastUserText(conversation: Conversation): string {
  return conversation.turns.findLast((turn) => turn.role === 'user')?.text ?? ''
}

export function userText(conversation: Conversation): string {
  return conversation.turns
    .filter((turn) => turn.role === 'user')
    .map((turn) => turn.text)
    .join('\n\n')
}

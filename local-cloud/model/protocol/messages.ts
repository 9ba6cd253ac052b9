import { z } from 'zod'
import type { Conversation, Turn } from '../conversation.ts'
import { ApiError } from './api-error.ts'

export const jsonSchema = z.record(z.string(), z.unknown())

type Part = { type: string; [key: string]: unknown }

/** The text of a message; a picture or a file is refused, because the rules read text only. */
export function contentText(content: string | readonly Part[]): string {
  if (typeof content === 'string') return content
  return content
    .map((part) => {
      if (typeof part['text'] === 'string') return part['text']
      if (part.type === 'refusal') return ''
      throw new ApiError(
        400,
        `The local model reads text only, not '${part.type}'.`,
        'unsupported_value',
        'messages',
      )
    })
    .join('\n')
}

export function refuseTools(tools: readonly unknown[] | null | undefined): void {
  if (tools && tools.length > 0)
    throw new ApiError(
      400,
      'The local model calls no tools: send the request without them.',
      'unsupported_value',
      'tools',
    )
}

type Message = { role: 'system' | 'developer' | Turn['role']; text: string }

export function turnsOf(messages: readonly Message[], first = ''): Omit<Conversation, 'schema'> {
  const instructions = first ? [first] : []
  const turns: Turn[] = []
  for (const { role, text } of messages) {
    if (role === 'user' || role === 'assistant') turns.push({ role, text })
    else instructions.push(text)
  }
  return { instructions: instructions.join('\n\n'), turns }
}

import { lastUserText, type Conversation, type JsonSchema } from './conversation.ts'
import { delimited, withoutData } from './delimited.ts'
import { detectLanguage, orderedLanguage, type Language } from './language.ts'

/**
 * The language to answer in: that of the instructions, of the schema, or of the words around the data,
 * else the language of the data itself. Data between delimiters orders nothing.
 */
export function askedLanguage(conversation: Conversation, data: string): Language {
  return (
    orderedLanguage(withoutData(conversation.instructions)) ??
    languageInSchema(conversation.schema) ??
    orderedLanguage(outside(lastUserText(conversation))) ??
    detectLanguage(data) ??
    'en'
  )
}

/** A schema may fix the language: `language: { const: "de" }`. */
function languageInSchema(schema: JsonSchema | null): Language | null {
  const fixed = /"(?:language|locale)":\{[^{}]*?"(?:const":|enum":\[)"(en|de|pt)[\w-]*"(?!,)/.exec(
    JSON.stringify(schema ?? {}),
  )?.[1]
  return fixed === 'en' || fixed === 'de' || fixed === 'pt' ? fixed : null
}

/** The words around the data of a message; nothing when all of it is data. */
function outside(message: string): string {
  return delimited(message) === null ? '' : withoutData(message)
}

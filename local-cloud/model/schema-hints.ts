import { detectLanguage } from './language.ts'
import { capitalised, cut, keywords, sentences } from './words.ts'

/** Values that a text suggests for a property of this name. */
type Hint = {
  text: string
  words: string[]
  list: string[]
  number: number
  flag: boolean
  formats: Record<string, string | undefined>
}

const LISTS = /tags?$|keywords?|topics?|skills?|labels?|categories|entities|terms/i
const SENTENCE_LISTS =
  /points|items|questions|steps|highlights|sentences|reasons|bullets|facts|actions/i

export function hintFor(name: string, text: string): Hint {
  const words = keywords(text, 6)
  const all = sentences(text)
  // "workEmail" -> ["work", "email"]
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((part) => part.length > 2)
  const mention = all.find((sentence) =>
    parts.some((part) => sentence.toLowerCase().includes(part)),
  )
  return {
    text: textFor(name, mention, all, words, text),
    words,
    list: LISTS.test(name) ? words : SENTENCE_LISTS.test(name) ? all.slice(0, 3) : [],
    number: Number(/-?\d+(?:\.\d+)?/.exec(mention ?? text)?.[0] ?? 0),
    flag:
      mention !== undefined &&
      !/\b(?:no|not|never|without|kein|keine|nicht|ohne|não|sem|nunca)\b/i.test(mention),
    formats: {
      email: /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]+)+/.exec(text)?.[0],
      uri: /https?:\/\/[^\s)"'<>]+/.exec(text)?.[0],
      date: /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0],
    },
  }
}

function textFor(
  name: string,
  mention: string | undefined,
  all: string[],
  words: string[],
  text: string,
): string {
  if (/^(?:title|subject|headline|heading|name)$/i.test(name))
    return capitalised(words.slice(0, 4).join(' ')) || 'Untitled'
  if (/^(?:language|locale|lang)$/i.test(name)) return detectLanguage(text) ?? 'en'
  if (/email/i.test(name)) return /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]+)+/.exec(text)?.[0] ?? ''
  // "Company: Acme" answers "company" better than the whole sentence.
  const value = mention ? /^[^:]{2,30}:\s*(.+)$/.exec(mention)?.[1] : undefined
  return cut(value?.replace(/[.;,]$/, '') ?? mention ?? all[0] ?? text.trim(), 300)
}

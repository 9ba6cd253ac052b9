import { CLOSING, type Language } from './language.ts'
import { countWords, keywords, listed, sentences } from './words.ts'

const WORDING = {
  en: {
    and: 'and',
    greeting: 'Hello. Send me a text, and I will draw out what it is about.',
    about: (topics: string) => `Your text is about ${topics}.`,
    core: 'Its central sentences:',
    short:
      'There is not enough text here to say more. Add a few sentences, and I will draw out what matters.',
    size: (words: number, count: number) => `It has ${words} words in ${count} sentences.`,
  },
  de: {
    and: 'und',
    greeting: 'Hallo. Schick mir einen Text, dann ziehe ich das Wichtige heraus.',
    about: (topics: string) => `In deinem Text geht es um ${topics}.`,
    core: 'Die wichtigsten Sätze:',
    short:
      'Für mehr reicht der Text nicht. Schreib ein paar Sätze dazu, dann ziehe ich das Wichtige heraus.',
    size: (words: number, count: number) => `Er hat ${words} Wörter in ${count} Sätzen.`,
  },
  pt: {
    and: 'e',
    greeting: 'Olá. Envia-me um texto, e eu retiro o que importa.',
    about: (topics: string) => `O teu texto trata de ${topics}.`,
    core: 'As frases centrais:',
    short:
      'O texto não chega para dizer mais. Acrescenta algumas frases, e eu retiro o que importa.',
    size: (words: number, count: number) => `Tem ${words} palavras em ${count} frases.`,
  },
}

/** A reply to anything: what the text is about, and its most telling sentences. */
export function plainReply(text: string, language: Language): string {
  const words = WORDING[language]
  const topics = keywords(text, 5)
  if (topics.length === 0) return `${words.greeting}\n\n_${CLOSING[language]}_`
  const all = sentences(text)
  const weight = (sentence: string) => {
    const low = sentence.toLowerCase()
    return (
      topics.filter((topic) => low.includes(topic)).length / Math.sqrt(countWords(sentence) + 4)
    )
  }
  const best = new Set(all.toSorted((a, b) => weight(b) - weight(a)).slice(0, 3))
  const core =
    all.length > 3
      ? `${words.core}\n${all
          .filter((sentence) => best.has(sentence))
          .map((sentence) => `> ${sentence}`)
          .join('\n>\n')}`
      : words.short
  const size = all.length > 3 ? ` ${words.size(countWords(text), all.length)}` : ''
  return [`${words.about(listed(topics, words.and))}${size}`, core, `_${CLOSING[language]}_`].join(
    '\n\n',
  )
}

import type { Turn } from 'local-cloud/model/conversation.ts'
import { ordersTheModel } from '#/product/local-answers/orders.ts'
import { CLOSING } from 'local-cloud/model/language.ts'
import { capitalised, pick } from 'local-cloud/model/words.ts'
import { answerFit } from './answer-fit.ts'
import { answerTopic, bullets, quote, statedFacts, summarise } from './answer-topic.ts'
import { readDialogue, type Question } from './dialogue.ts'
import { factsIn } from './facts-in-words.ts'
import { DETAILS, TOPICS, type Intent, type Topic } from './intents.ts'
import { linesAbout, nearestLines, valueOf } from './posting-facts.ts'
import { coverLetter, interviewQuestions } from './prepare.ts'
import type { Posting } from './read-posting.ts'
import { JOB_WORDING, type JobWording } from './wording.ts'

const THANKS = /thank|thx|dank|obrigad|valeu|great|super|cool/i

const isTopic = (intent: Intent): intent is Topic => TOPICS.some((topic) => topic === intent)

/** Answers the last question of a conversation about a posting, in markdown, with nothing that the
 * posting or the user did not say. */
export function answerAboutJob(posting: Posting, turns: readonly Turn[]): string {
  const rest = restOfAnswer(posting, turns)
  if (rest !== null) return rest
  const question = readDialogue(turns)
  const words = JOB_WORDING[question.language]
  const spoken = factsIn(question.language, posting)
  const paragraphs = followUp(posting, spoken, question, words) ?? direct(spoken, question, words)
  return [...paragraphs, `_${CLOSING[question.language]}_`].join('\n\n')
}

const GO_ON = /\b(?:cut off|interrupted)\b[^]*\bcontinue\b|\bcontinue (?:it )?(?:exactly )?where\b/i

/** The part of an answer that was cut off, when that is what the last turn asks for. */
function restOfAnswer(posting: Posting, turns: readonly Turn[]): string | null {
  const beginning = turns.at(-2)
  if (beginning?.role !== 'assistant' || !GO_ON.test(turns.at(-1)?.text ?? '')) return null
  const whole = answerAboutJob(posting, turns.slice(0, -2))
  return whole.startsWith(beginning.text) ? whole.slice(beginning.text.length) : null
}

function followUp(
  posting: Posting,
  spoken: Posting,
  question: Question,
  words: JobWording,
): string[] | null {
  if (question.followUp === 'why') return why(posting, spoken, question, words)
  if (question.followUp === 'item') return item(spoken, question, words)
  return null
}

function direct(posting: Posting, question: Question, words: JobWording): string[] {
  const { intents, length, subject, language, saidByUser } = question
  const [first] = intents
  if (ordersTheModel(subject)) return [words.onlyTheJob, words.couldAsk]
  if (first === 'smallTalk') return [words.smallTalk(posting.title, THANKS.test(subject))]
  if (first === 'coverLetter') return coverLetter(posting, words, language, saidByUser)
  if (first === 'interview') return interviewQuestions(posting, words, language, length)
  if (first === 'fit') return answerFit(posting, words, language, saidByUser)
  if (length === 'long') return atLength(posting, question, words)
  const topics = intents.filter(isTopic).slice(0, 3)
  const [topic] = topics
  if (!topic)
    return first === 'summary'
      ? summarise(posting, words, length)
      : unknown(posting, question, words)
  if (topics.length === 1) return answerTopic(posting, topic, words, subject, length)
  // Several topics share one answer: short for each, advice for the first.
  return [
    ...topics.flatMap((each) => answerTopic(posting, each, words, subject, 'short')),
    length === 'short' ? '' : `${words.topic[topic].tip} ${words.askThem(words.topic[topic].ask)}`,
  ].filter(Boolean)
}

/** Everything that the posting says, the topic of the question first. */
function atLength(posting: Posting, question: Question, words: JobWording): string[] {
  const first = question.intents.filter(isTopic)
  const rest = TOPICS.filter(
    (topic) =>
      !first.includes(topic) &&
      !DETAILS.has(topic) &&
      (valueOf(posting, topic) || linesAbout(posting, topic).length > 0),
  )
  const section = (topic: Topic) => [
    `### ${capitalised(words.topic[topic].noun)}`,
    ...answerTopic(posting, topic, words, question.subject + topic, 'long'),
  ]
  return [
    ...(first.length > 0 ? first.flatMap(section) : summarise(posting, words, 'normal')),
    ...(first.length > 0 ? [`**${words.alsoHeading}**`] : []),
    ...rest.flatMap(section),
    `### ${words.questionsHeading}`,
    ...interviewQuestions(posting, words, question.language, 'long'),
  ]
}

function unknown(posting: Posting, { subject, length }: Question, words: JobWording): string[] {
  const near = nearestLines(posting, subject, 2)
  return [
    pick(words.unknown(posting.company ?? words.company), subject),
    ...(near.length > 0
      ? [words.unknownNearest, bullets(near)]
      : [words.stated(statedFacts(posting, words))]),
    length === 'short' ? '' : words.couldAsk,
  ].filter(Boolean)
}

/** Shows the lines that the last answer rested on, as the posting writes them. */
function why(
  posting: Posting,
  spoken: Posting,
  { lastAnswer, intents, length }: Question,
  words: JobWording,
): string[] {
  const topics = intents.filter(isTopic)
  const quoted = posting.lines.filter((line) => lastAnswer.includes(line.text))
  const values = topics.map((topic) => valueOf(posting, topic)).filter((value) => value !== null)
  const [topic] = topics
  const after =
    topic && length !== 'short'
      ? [`${words.topic[topic].tip} ${words.askThem(words.topic[topic].ask)}`]
      : [words.couldAsk]
  if (quoted.length + values.length === 0)
    return [words.whyNothing, words.stated(statedFacts(spoken, words)), ...after]
  return [
    words.why(posting.company ?? words.company),
    [...values, ...quoted.slice(0, 3).map((line) => line.text)].map(quote).join('\n>\n'),
    ...after,
  ]
}

/** "And the second one?": the item of the last answer, and what to make of it. */
function item(posting: Posting, { answers, ordinal }: Question, words: JobWording): string[] {
  const chosen = answers
    .toReversed()
    .map((answer) => [...answer.matchAll(/^\s*(?:[-*•]|\d+\.|>)\s+(.+)$/gm)].at(ordinal)?.[1])
    .find((found) => found !== undefined)
  if (!chosen) return [words.noItem, words.stated(statedFacts(posting, words)), words.couldAsk]
  const line = posting.lines.find((candidate) => chosen.includes(candidate.text))
  const advice =
    line?.part === 'responsibilities'
      ? words.itemDuty
      : line?.part === 'requirements' || line?.part === 'niceToHave'
        ? words.itemNeed
        : words.itemOther
  return [words.item(ordinal), quote(chosen), advice, words.couldAsk]
}

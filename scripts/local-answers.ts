/** Each feature's answers in the local model: the `answer` of its folder local-answers. */
import type { AnswerRule } from 'local-cloud/model/conversation.ts'
import { modulesAt } from './modules-at.ts'

export async function localAnswers(): Promise<AnswerRule[]> {
  const modules = await modulesAt('src/*/*/local-answers/answer.ts')
  return modules.map(({ path, exports }) => {
    const answer: unknown = Reflect.get(exports, 'answer')
    if (!isRule(answer)) throw new Error(`${path} exports no \`answer\``)
    return answer
  })
}

const isRule = (value: unknown): value is AnswerRule => typeof value === 'function'

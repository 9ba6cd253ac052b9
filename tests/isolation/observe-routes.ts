/** The routes beside the procedures that lead to somebody's things: streams, files, exports. */
import { ask } from './ask.ts'
import { type LabelledRequest, routeRequests } from './expected-routes.ts'
import { given } from './given.ts'
import type { Question } from './observe-answers.ts'

function questionOf({ route, label, path, body, isRecorded }: LabelledRequest): Question {
  const [method = ''] = route.split(' ')
  const isGet = method === 'GET'
  return {
    label,
    isGet: isGet && !isRecorded,
    namesNothing: false,
    ask: (asker, which) =>
      ask(asker, path(given[which]), isGet ? {} : { method, body: JSON.stringify(body ?? {}) }),
  }
}

export const routeQuestions = routeRequests.map(questionOf)

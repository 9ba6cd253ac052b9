/** The routes beside the procedures that lead to somebody's things: streams, files, exports. */
import { ask } from './ask.ts'
import type { Question } from './observe-answers.ts'
import { given, type Ids } from './procedure-inputs.ts'
import { a, b, ids } from './world.ts'

/** Some are recorded in the trail of the organisation. */
const read = (label: string, path: (ids: Ids) => string, isRecorded = false): Question => ({
  label: `GET ${label}`,
  isGet: !isRecorded,
  namesNothing: false,
  ask: (asker, which) => ask(asker, path(given[which])),
})

const post = (label: string, path: (ids: Ids) => string, body: unknown): Question => ({
  label: `POST ${label}`,
  isGet: false,
  namesNothing: false,
  ask: (asker, which) =>
    ask(asker, path(given[which]), { method: 'POST', body: JSON.stringify(body) }),
})

const withdrawn = ({ fileId }: Ids) => (fileId === given.real.fileId ? ids.files.withdrawn : fileId)

export const routeQuestions: Question[] = [
  post('chat/:chatId, the last answer again', ({ chatId }) => `chat/${chatId}`, {
    again: 'continue',
  }),
  post('chat/:chatId, a question', ({ chatId }) => `chat/${chatId}`, { text: 'Are there shifts?' }),
  read('chat/:chatId/stream', ({ chatId }) => `chat/${chatId}/stream`),
  post('chat/:chatId/stop', ({ chatId }) => `chat/${chatId}/stop`, {}),
  read('files/:fileId', ({ fileId }) => `files/${fileId}`),
  read(
    'files/:fileId?organization, handed in to A',
    ({ fileId }) => `files/${fileId}?organization=${a.slug}`,
    true,
  ),
  read(
    'files/:fileId?organization, handed in to A, asked for by B',
    ({ fileId }) => `files/${fileId}?organization=${b.slug}`,
  ),
  read(
    'files/:fileId?organization, withdrawn from A',
    (given) => `files/${withdrawn(given)}?organization=${a.slug}`,
  ),
  read(
    'files/:fileId?organization, kept by the candidate',
    ({ keptFileId }) => `files/${keptFileId}?organization=${a.slug}`,
  ),
  read(
    'audit.csv?organization',
    ({ organizationSlug }) => `audit.csv?organization=${organizationSlug}`,
    true,
  ),
]

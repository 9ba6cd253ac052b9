import { chat, chatMessage } from './tables.ts'
import { job } from '#/product/jobs/tables.ts'
import { jobIds, publishedJob } from '#/product/jobs/isolation.ts'
import {
  defineIsolation,
  expectProcedures,
  expectTable,
  interleavedRows,
  ownThing,
} from '../../../tests/isolation/feature-isolation.ts'
import type { Given } from '../../../tests/isolation/given.ts'
import {
  mint,
  people,
  secretOf,
  secretOfPerson,
  visitorId,
} from '../../../tests/isolation/world.ts'
import type { chatContract } from './contract.ts'

const { candidate, member, stranger } = people
const chatIds = { candidates: mint(), visitors: mint(), strangers: mint() }
/** All interleaved conversations are about one job. */
const discussedJobId = mint()
const path = (given: Given) => `chat/${given(chatIds.candidates)}`

const message = (chatId: string, ownerId: string) => ({
  id: mint(),
  chatId,
  ownerId,
  role: 'user' as const,
  content: `Are there shifts? ${secretOfPerson(ownerId)}`,
})

const answer = () => ({
  ...message(chatIds.candidates, candidate.id),
  role: 'assistant' as const,
})

export const isolation = defineIsolation({
  world:
    'The candidate, the stranger and the visitor asked about jobs; the visitor has a signed cookie because of it.',
  tables: [
    expectTable(chat)({
      rows: {
        "the candidate's, about A's job": {
          id: chatIds.candidates,
          ownerId: candidate.id,
          jobId: jobIds.published,
          title: secretOf.candidate,
        },
        "the visitor's, about A's job": {
          id: chatIds.visitors,
          ownerId: `visitor:${visitorId}`,
          jobId: jobIds.published,
        },
        "the stranger's, about B's job": {
          id: chatIds.strangers,
          ownerId: stranger.id,
          jobId: jobIds.closedOfB,
        },
      },
      adds: () => ({
        "the candidate's": { id: mint(), ownerId: candidate.id, jobId: jobIds.published },
        "the candidate's, with an answer in progress": {
          id: mint(),
          ownerId: candidate.id,
          jobId: jobIds.published,
          activeReplyId: 'x',
        },
        "the candidate's, about a draft of A": {
          id: mint(),
          ownerId: candidate.id,
          jobId: jobIds.draft,
        },
        "the member's, about a draft of A": { id: mint(), ownerId: member.id, jobId: jobIds.draft },
        "the visitor's": {
          id: mint(),
          ownerId: `visitor:${visitorId}`,
          jobId: jobIds.published,
        },
        "another visitor's": {
          id: mint(),
          ownerId: `visitor:${mint()}`,
          jobId: jobIds.published,
        },
      }),
      grants: 'select, insert, update (title, active_reply_id, updated_at), delete',
      grid: `
                                                       nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the candidate's, about A's job                 -       -        -         -      -         -     -        -         rud        -       -      -
        the visitor's, about A's job                   -       rud      -         -      -         -     -        -         -          -       -      -
        the stranger's, about B's job                  -       -        rud       -      -         -     -        -         -          -       -      -
        + the candidate's                              -       -        -         -      -         -     -        -         c          -       -      -
        + the candidate's, with an answer in progress  -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's, about a draft of A          -       -        -         -      -         -     -        -         -          -       -      -
        + the member's, about a draft of A             -       -        -         -      -         -     -        -         -          -       -      -
        + the visitor's                                -       c        -         -      -         -     -        -         -          -       -      -
        + another visitor's                            -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: ownThing,
      structure: {
        otherIndexes: { chat_job_id_index: 'the cascade of a deleted job' },
        otherReferences: {
          chat_job_id_job_id_fk: 'a conversation is about a job that is public; the policy says so',
        },
        compositeKeys: { chat_owner_id_id: 'UNIQUE (owner_id, id)' },
      },
    }),
    expectTable(chatMessage)({
      rows: {
        "in the candidate's": message(chatIds.candidates, candidate.id),
        "an answer in the candidate's": {
          ...message(chatIds.candidates, candidate.id),
          role: 'assistant',
        },
        "in the visitor's": message(chatIds.visitors, `visitor:${visitorId}`),
        "in the stranger's": message(chatIds.strangers, stranger.id),
      },
      adds: () => ({
        "a question in the candidate's": message(chatIds.candidates, candidate.id),
        "a question in the candidate's, not finished": {
          ...message(chatIds.candidates, candidate.id),
          status: 'writing',
        },
        "a question in the candidate's, empty and not finished": {
          ...message(chatIds.candidates, candidate.id),
          status: 'writing',
          content: '',
        },
        "an answer in the candidate's, begun": { ...answer(), status: 'writing', content: '' },
        "an answer in the candidate's, begun with words": { ...answer(), status: 'writing' },
        "an answer in the candidate's, finished": { ...answer(), content: '' },
        "the candidate's, in the stranger's chat": message(chatIds.strangers, candidate.id),
        "the stranger's, in the candidate's chat": message(chatIds.candidates, stranger.id),
        "a question in the visitor's": message(chatIds.visitors, `visitor:${visitorId}`),
      }),
      grants: 'select, insert, update (status, updated_at), delete',
      grid: `
                                                                 nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        in the candidate's                                       -       -        -         -      -         -     -        -         rd         -       -      -
        an answer in the candidate's                             -       -        -         -      -         -     -        -         rud        -       -      -
        in the visitor's                                         -       rd       -         -      -         -     -        -         -          -       -      -
        in the stranger's                                        -       -        rd        -      -         -     -        -         -          -       -      -
        + a question in the candidate's                          -       -        -         -      -         -     -        -         c          -       -      -
        + a question in the candidate's, not finished            -       -        -         -      -         -     -        -         -          -       -      -
        + a question in the candidate's, empty and not finished  -       -        -         -      -         -     -        -         -          -       -      -
        + an answer in the candidate's, begun                    -       -        -         -      -         -     -        -         c          -       -      -
        + an answer in the candidate's, begun with words         -       -        -         -      -         -     -        -         -          -       -      -
        + an answer in the candidate's, finished                 -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's, in the stranger's chat                -       -        -         -      -         -     -        -         -          -       -      -
        + the stranger's, in the candidate's chat                -       -        -         -      -         -     -        -         -          -       -      -
        + a question in the visitor's                            -       c        -         -      -         -     -        -         -          -       -      -
      `,
      becomes: {
        status: {
          candidate: 'writing',
        },
      },
      recorded: ownThing,
      structure: {
        compositeKeys: {
          chat_message_own_chat:
            'FOREIGN KEY (owner_id, chat_id) REFERENCES chat(owner_id, id) ON UPDATE CASCADE ON DELETE CASCADE',
        },
      },
    }),
  ],
  procedures: [
    expectProcedures<typeof chatContract>('chat', {
      calls: {
        list: (given) => ({ jobId: given(jobIds.published) }),
        read: (given) => ({ chatId: given(chatIds.candidates) }),
        create: {
          'about a draft': (given) => ({ jobId: given(jobIds.draft) }),
          'about a published job': (given) => ({ jobId: given(jobIds.published) }),
        },
        rename: (given) => ({ chatId: given(chatIds.candidates), title: 'Shifts' }),
        delete: (given) => ({ chatId: given(chatIds.candidates) }),
      },
      grid: `
                                            anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        chat.list                           401        200*     200       200    200      200       200*       200     200    200
        chat.read                           401        404      404       404    404      404       200*       404     404    404
        chat.create, about a draft          404        404      404       404    404      404       404        404     404    404
        chat.create, about a published job  200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
        chat.rename                         401        404      404       404    404      404       200*       404     404    404
        chat.delete                         401        404      404       404    404      404       200*       404     404    404
      `,
      recorded: {
        'chat.create': ownThing,
        'chat.rename': ownThing,
        'chat.delete': ownThing,
      },
    }),
  ],
  routes: {
    'POST /api/chat/:chatId': {
      'the last answer again': { path, body: { again: 'continue' } },
      'a question': { path, body: { text: 'Are there shifts?' } },
    },
    'GET /api/chat/:chatId/stream': { '': { path: (given) => `${path(given)}/stream` } },
    'POST /api/chat/:chatId/stop': { '': { path: (given) => `${path(given)}/stop` } },
  },
  routeGrid: `
                                                   anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
    POST /api/chat/:chatId, the last answer again  401        404      404       404    404      404       409*       404     404    404
    POST /api/chat/:chatId, a question             401        404      404       404    404      404       200*       404     404    404
    GET /api/chat/:chatId/stream                   401        404      404       404    404      404       204*       404     404    404
    POST /api/chat/:chatId/stop                    401        404      404       404    404      404       204*       404     404    404
  `,
  interleaved: [
    interleavedRows(chat, {
      of: 'person or visitor',
      id: chat.id,
      owner: chat.ownerId,
      text: chat.title,
      row: (ownerId, id, title) => ({ id, ownerId, jobId: discussedJobId, title }),
      change: { title: 'taken' },
      prepare: (tx, { ownerId, nonce }) => {
        const published = { ...publishedJob(ownerId, discussedJobId), title: nonce }
        return tx.insert(job).values(published).onConflictDoNothing()
      },
    }),
  ],
  foreign: { chatId: chatIds.strangers },
  backgroundJobs: { 'forget-visitors': 'carries no ids' },
  addresses: { chatId: chatIds.candidates },
  accessTests: ['chats.test.ts', 'allowance.test.ts', 'visitors.test.ts'],
  equivalentMutants: {
    'policy chat_owner_changes: with check, always':
      'The column owner_id is not granted for an update, so that a row keeps the owner that USING found.',
    'policy chat_message_owner_continues: with check, without (owner_id = ( SELECT current_owner_id() AS current_owner_id))':
      'The column owner_id is not granted for an update, so that a row keeps the owner that USING found.',
    "policy chat_message_owner_continues: with check, without (role = 'assistant'::text)":
      'The column role is not granted for an update, so that a row keeps the role that USING found.',
  },
})

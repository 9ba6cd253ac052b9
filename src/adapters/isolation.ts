import { modelCall } from '#/db/schema/model-calls.ts'
import { defineIsolation, expectTable } from '../../tests/isolation/feature-isolation.ts'
import { a, mint, people } from '../../tests/isolation/world.ts'

const { candidate } = people

export const isolation = defineIsolation({
  tables: [
    expectTable(modelCall)({
      rows: {
        "the candidate's, paid by A": {
          id: mint(),
          userId: candidate.id,
          organizationId: a.id,
          purpose: 'test',
          provider: 'local',
          model: 'local',
          durationMs: 1,
          outcome: 'done',
        },
      },
      adds: () => ({
        "the candidate's": {
          id: mint(),
          userId: candidate.id,
          purpose: 'test',
          provider: 'local',
          model: 'local',
          durationMs: 1,
          outcome: 'done',
        },
      }),
      grants: 'select',
      grid: `
                                    nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the candidate's, paid by A  -       -        -         -      -         -     -        -         r          -       -      -
        + the candidate's           -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'is itself a ledger, and only added to',
      structure: {
        otherIndexes: {
          model_call_created_at_index: 'what a day cost the whole site, by the system',
          model_call_visitor_id_created_at_index: 'the owner is a visitor here',
        },
      },
    }),
  ],
  backgroundJobs: { 'send-mail': 'carries no ids' },
})

import { writeObject } from '#/adapters/object-storage.server.ts'
import { file } from './tables.ts'
import {
  defineIsolation,
  expectProcedures,
  expectTable,
  interleavedRows,
  ownThing,
} from '../../../tests/isolation/feature-isolation.ts'
import { nothing } from '../../../tests/isolation/given.ts'
import { a, mint, people, secretOfPerson } from '../../../tests/isolation/world.ts'
import type { filesContract } from './contract.ts'

const { candidate, stranger } = people
export const fileIds = { kept: mint(), unchecked: mint(), strangers: mint() }

export const fileOf = (userId: string, id: string) => ({
  id,
  userId,
  storageKey: `files/${id}`,
  name: `${secretOfPerson(userId)}.pdf`,
  contentType: 'application/pdf',
  sizeBytes: 1,
})

/** The one byte behind each of these files. */
const storedByte = new Uint8Array([1])
export const ready = {
  status: 'ready' as const,
  sha256: new Bun.CryptoHasher('sha256').update(storedByte).digest('hex'),
  confirmedAt: new Date(),
}

export async function storeBytes(ids: Record<string, string>) {
  for (const id of Object.values(ids)) {
    await writeObject(`files/${id}`, storedByte, 'application/pdf')
  }
}

export const isolation = defineIsolation({
  tables: [
    expectTable(file)({
      rows: {
        'kept by the candidate': { ...fileOf(candidate.id, fileIds.kept), ...ready },
        'not checked yet, for the candidate': fileOf(candidate.id, fileIds.unchecked),
        "the stranger's": { ...fileOf(stranger.id, fileIds.strangers), ...ready },
      },
      adds: () => ({
        "the candidate's": fileOf(candidate.id, mint()),
        "the candidate's, ready": { ...fileOf(candidate.id, mint()), status: 'ready' },
        "the candidate's, with a checksum": {
          ...fileOf(candidate.id, mint()),
          sha256: ready.sha256,
        },
        "the candidate's, with a time of the check": {
          ...fileOf(candidate.id, mint()),
          confirmedAt: new Date(),
        },
        "the candidate's, with the stranger's bytes": {
          ...fileOf(candidate.id, mint()),
          storageKey: `files/${fileIds.strangers}`,
        },
        "the stranger's": fileOf(stranger.id, mint()),
      }),
      grants: 'select, insert, delete',
      grid: `
                                                      nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        kept by the candidate                         -       -        -         -      -         -     -        -         rd         -       -      -
        not checked yet, for the candidate            -       -        -         -      -         -     -        -         rd         -       -      -
        the stranger's                                -       -        rd        -      -         -     -        -         -          -       -      -
        + the candidate's                             -       -        -         -      -         -     -        -         c          -       -      -
        + the candidate's, ready                      -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's, with a checksum            -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's, with a time of the check   -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's, with the stranger's bytes  -       -        -         -      -         -     -        -         -          -       -      -
        + the stranger's                              -       -        c         -      -         -     -        -         -          -       -      -
      `,
      recorded: ownThing,
      structure: {
        otherIndexes: {
          file_storageKey_unique: 'an object of the storage belongs to one file of all',
        },
        compositeKeys: { file_user_id_id: 'UNIQUE (user_id, id)' },
      },
    }),
  ],
  procedures: [
    expectProcedures<typeof filesContract>('files', {
      calls: {
        requestUpload: () => ({ name: 'cv.pdf', contentType: 'application/pdf', sizeBytes: 1 }),
        confirmUpload: (given) => ({ fileId: given(fileIds.kept) }),
        cancelUpload: (given) => ({ fileId: given(fileIds.kept) }),
        list: nothing,
      },
      grid: `
                             anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        files.requestUpload  401        401      200       200    200      200       200        200     200    200
        files.confirmUpload  401        401      404       404    404      404       200*       404     404    404
        files.cancelUpload   401        401      200       200    200      200       200        200     200    200
        files.list           401        401      200       200    200      200       200        200     200    200
      `,
      recorded: {
        'files.requestUpload': ownThing,
        'files.confirmUpload': ownThing,
        'files.cancelUpload': ownThing,
      },
    }),
  ],
  routes: {
    'GET /api/files/:fileId': {
      'kept by the candidate': { path: (given) => `files/${given(fileIds.kept)}` },
      'kept by the candidate, for A': {
        path: (given) => `files/${given(fileIds.kept)}?organization=${a.slug}`,
      },
    },
  },
  routeGrid: `
                                                          anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
    GET /api/files/:fileId, kept by the candidate         404        404      404       404    404      404       200*       404     404    404
    GET /api/files/:fileId, kept by the candidate, for A  404        404      404       404    404      404       200*       404     404    404
  `,
  beforeRoutes: () => storeBytes(fileIds),
  interleaved: [
    interleavedRows(file, {
      of: 'person',
      id: file.id,
      owner: file.userId,
      text: file.name,
      row: (ownerId, id, name) => ({ ...fileOf(ownerId, id), name }),
    }),
  ],
  foreign: { fileId: fileIds.strangers },
  backgroundJobs: { 'discard-files': 'carries one id' },
  addresses: { fileId: fileIds.kept },
  accessTests: ['upload.test.ts'],
  definerFunctions: { is_own_ready_file: ['app_system', 'app_user'] },
})

import { documentTypes } from '#/platform/files/accepted-files.ts'
import { storageKeyOf } from '#/platform/files/stored-keys.server.ts'
import { file } from '#/platform/files/tables.ts'
import { addPeople, idOf, withoutKnown } from '../../../scripts/seed/add-people.ts'
import { isLocalPart } from '../../../scripts/seed/local-parts.ts'
import { defineSampleData } from '../../../scripts/seed/sample-data.ts'
import { daysAgo, minutesAfter } from '../../../scripts/seed/times.ts'
import { candidates } from './candidates.ts'
import { measureCv, storeCvs } from './store-cvs.ts'

/** Each CV has the id that its file gets. */
export const sampleCandidates = candidates.map(({ cvs, ...candidate }) => ({
  ...candidate,
  cvs: cvs.map((cv) => {
    const id = Bun.randomUUIDv7('hex', daysAgo(cv.daysAgo))
    return { ...cv, id, storageKey: storageKeyOf(id) }
  }),
}))

export function sampleCandidate(email: string) {
  const found = sampleCandidates.find((candidate) => candidate.email === email)
  if (!found) throw new Error(`The sample data has no candidate ${email}.`)
  return found
}

/** People who look for work, with their CVs as uploading leaves them: what other features build on. */
export const sampleData = defineSampleData({
  prepare: async () => {
    await storeCvs(sampleCandidates.flatMap(({ cvs }) => cvs))
  },
  add: async (tx) => {
    await addPeople(tx, withoutKnown(candidates))
    if (!isLocalPart('storage')) return
    await tx.insert(file).values(
      sampleCandidates.flatMap(({ email, cvs }) =>
        cvs.map(({ id, name, storageKey, text, ...cv }) => ({
          id,
          userId: idOf(email),
          name,
          storageKey,
          ...measureCv(text),
          contentType: documentTypes.pdf,
          status: 'ready' as const,
          createdAt: daysAgo(cv.daysAgo),
          confirmedAt: minutesAfter(daysAgo(cv.daysAgo), 0.1),
        })),
      ),
    )
  },
})

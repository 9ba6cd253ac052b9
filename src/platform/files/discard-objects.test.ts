import { beforeAll, expect, test } from 'bun:test'
import { eq, inArray } from 'drizzle-orm'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { as, createPerson } from '../../../tests/people.ts'
import { upload } from '../../../tests/uploads.ts'
import { readObject } from '#/adapters/object-storage.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { file } from './tables.ts'
import { rateLimit } from '#/db/schema/rate-limits.ts'
import { documentTypes } from './accepted-files.ts'
import { discardFilesWithoutRow, withFilesDiscarded } from './discard-objects.server.ts'
import { storageKeyOf, uploadKeyOf } from './stored-keys.server.ts'

const bytes = pdfOf('Ada Berg\nSoftware engineer with ten years of practice')

beforeAll(testStorage)

async function stored() {
  const person = await createPerson()
  const { id } = await upload(person, 'cv.pdf', documentTypes.pdf, bytes)
  return { id, storageKey: storageKeyOf(id) }
}

const removeRow = (...ids: string[]) =>
  asSystem('test: the row goes', (tx) => tx.delete(file).where(inArray(file.id, ids)))
const isThere = async (key: string) => (await readObject(key, 1e7)) !== null

test('a process that dies after the rows are gone leaves the bytes to the queue', async () => {
  const [gone, kept] = [await stored(), await stored()]
  const died = withFilesDiscarded([gone, kept], async () => {
    await removeRow(gone.id)
    throw new Error('the process died')
  })
  expect(await died.catch((error: Error) => error.message)).toBe('the process died')
  expect(await isThere(gone.storageKey)).toBe(true)

  // What the job then does, and does again.
  for (let run = 0; run < 2; run++) await discardFilesWithoutRow([gone, kept])
  expect(await isThere(gone.storageKey)).toBe(false)
  expect(await isThere(kept.storageKey)).toBe(true)
})

test('what was only uploaded goes with its row', async () => {
  const person = await createPerson()
  const wanted = { name: 'cv.pdf', contentType: documentTypes.pdf, sizeBytes: bytes.length }
  const { fileId, url, headers } = await as(person).files.requestUpload(wanted)
  await fetch(url, { method: 'PUT', headers, body: bytes })
  const waiting = { id: fileId, storageKey: storageKeyOf(fileId) }
  await withFilesDiscarded([waiting], () => removeRow(fileId))
  expect(await isThere(uploadKeyOf(fileId))).toBe(false)
})

test('a file that is deleted while it is checked leaves nothing', async () => {
  const person = await createPerson()
  const wanted = { name: 'cv.pdf', contentType: documentTypes.pdf, sizeBytes: bytes.length }
  const { fileId, url, headers } = await as(person).files.requestUpload(wanted)
  await fetch(url, { method: 'PUT', headers, body: bytes })
  const confirmed = as(person).files.confirmUpload({ fileId })
  // A check that is counted has read the row; the child that reads the text takes longer than this.
  const key = new Bun.CryptoHasher('sha256').update(`check-file:${person.id}`).digest('base64url')
  const hasBegun = () =>
    asSystem('test: is it counted', (tx) =>
      tx.select().from(rateLimit).where(eq(rateLimit.key, key)),
    )
  const until = performance.now() + 10_000
  while ((await hasBegun()).length === 0 && performance.now() < until) await Bun.sleep(2)
  await removeRow(fileId)
  await expect(confirmed).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await isThere(storageKeyOf(fileId))).toBe(false)
  expect(await isThere(uploadKeyOf(fileId))).toBe(false)
})

import { beforeAll, expect, test } from 'bun:test'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import { pdfOfManyPages } from '../../../tests/documents.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { as, createPerson, type Person } from '../../../tests/people.ts'
import { withStorageFaults } from '../../../tests/storage-proxy.ts'
import { upload } from '../../../tests/uploads.ts'
import { documentTypes } from './accepted-files.ts'

beforeAll(testStorage)

async function sent(person: Person, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const wanted = { name: 'cv.pdf', contentType: documentTypes.pdf, sizeBytes: bytes.length }
  const { fileId, url, headers } = await as(person).files.requestUpload(wanted)
  await fetch(url, { method: 'PUT', headers, body: bytes })
  return fileId
}

test('five heavy files, confirmed thirty times each, are five checks and hold nobody up', async () => {
  const [busy, other] = [await createPerson(), await createPerson()]
  const heavy = pdfOfManyPages(20_000)
  await withStorageFaults(async (storage) => {
    const fileIds: string[] = []
    for (let number = 0; number < 5; number++) fileIds.push(await sent(busy, heavy))
    const before = storage.gets()
    let settled = 0
    const confirms = fileIds.flatMap((fileId) =>
      Array.from({ length: 30 }, () =>
        as(busy)
          .files.confirmUpload({ fileId })
          .finally(() => settled++),
      ),
    )
    const stored = await upload(other, 'cv.pdf', documentTypes.pdf, pdfOf('Cy Berg\nA short CV'))
    expect(stored.name).toBe('cv.pdf')
    // Long before the others are through.
    expect(settled).toBeLessThan(confirms.length)
    const ids = (await Promise.all(confirms)).map(({ id }) => id)
    expect(ids).toEqual(fileIds.flatMap((fileId) => Array.from({ length: 30 }, () => fileId)))
    expect(storage.gets() - before).toBe(6)
  })
}, 120_000)

test('nobody shares the check of somebody else', async () => {
  const [owner, stranger] = [await createPerson(), await createPerson()]
  const fileId = await sent(owner, pdfOf('Ada Berg\nSoftware engineer'))
  const own = as(owner).files.confirmUpload({ fileId })
  const call = as(stranger).files.confirmUpload({ fileId })
  await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await own).toMatchObject({ id: fileId })
}, 30_000)

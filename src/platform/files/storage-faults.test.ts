import { beforeAll, expect, test } from 'bun:test'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { as, createPerson, type Person } from '../../../tests/people.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { storageFaults, withStorageFaults } from '../../../tests/storage-proxy.ts'
import { upload } from '../../../tests/uploads.ts'
import { api } from '#/api/api.ts'
import { documentTypes } from './accepted-files.ts'

const bytes = pdfOf('Ada Berg\nSoftware engineer with ten years of practice')

beforeAll(testStorage)

/** Sent, but not checked yet. */
async function sent(person: Person): Promise<string> {
  const wanted = { name: 'cv.pdf', contentType: documentTypes.pdf, sizeBytes: bytes.length }
  const { fileId, url, headers } = await as(person).files.requestUpload(wanted)
  await fetch(url, { method: 'PUT', headers, body: bytes })
  return fileId
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code,
  )

test.each(Object.entries(storageFaults))(
  'a storage that answers with %s loses no upload',
  async (_, fault) => {
    const person = await createPerson()
    await withStorageFaults(async (storage) => {
      const fileId = await sent(person)
      storage.answerWith(fault)
      expect(await codeOf(as(person).files.confirmUpload({ fileId }))).toBe('UNAVAILABLE')
      storage.answerWith(null)
      expect(await as(person).files.confirmUpload({ fileId })).toMatchObject({
        id: fileId,
        contentType: documentTypes.pdf,
        sizeBytes: bytes.length,
      })
    })
  },
  30_000,
)

test('a storage that never answers is given up, and the upload stays', async () => {
  const person = await createPerson()
  await withStorageFaults(async (storage) => {
    const fileId = await sent(person)
    storage.answerWith(() => null)
    expect(await codeOf(as(person).files.confirmUpload({ fileId }))).toBe('UNAVAILABLE')
    storage.answerWith(null)
    expect(await codeOf(as(person).files.confirmUpload({ fileId }))).toBe('no refusal')
  })
}, 30_000)

test('a download is the stored bytes or a 503, never other bytes', async () => {
  const person = await createPerson()
  const { id } = await upload(person, 'cv.pdf', documentTypes.pdf, bytes)
  const headers = { cookie: await cookieOf(person) }
  const download = () =>
    api.handle(new Request(`http://localhost:3000/api/files/${id}`, { headers }))
  await withStorageFaults(async (storage) => {
    for (const [name, fault] of Object.entries(storageFaults)) {
      storage.answerWith(fault)
      const answer = await download()
      const got = answer.ok ? await answer.bytes().catch(() => 'cut off') : answer.status
      expect([name, got]).toEqual([name, answer.ok ? 'cut off' : 503])
    }
    storage.answerWith(null)
    expect(await (await download()).bytes()).toEqual(bytes)
  })
}, 30_000)

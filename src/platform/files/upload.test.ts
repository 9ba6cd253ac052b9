import { beforeAll, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import {
  docxBomb,
  docxOf,
  encryptedDocx,
  encryptedPdf,
  program,
  scannedPdf,
} from '../../../tests/documents.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { as, createPerson, type Person } from '../../../tests/people.ts'
import { upload } from '../../../tests/uploads.ts'
import { readObject } from '#/adapters/object-storage.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { file } from './tables.ts'
import { documentTypes } from './accepted-files.ts'
import { writeZip } from './zip-archive.ts'
import { tidyName } from './request-upload.server.ts'
import { storageKeyOf, uploadKeyOf } from './stored-keys.server.ts'

const { pdf, docx } = documentTypes
const text = 'Ada Berg\nSoftware engineer with ten years of practice'

beforeAll(testStorage)

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code,
  )

const ask = (person: Person, given: { name?: string; contentType?: string; sizeBytes?: number }) =>
  as(person).files.requestUpload({
    name: 'cv.pdf',
    contentType: pdf,
    sizeBytes: 1_000,
    ...given,
  })

test('a PDF and a Word document become usable, under a key that nobody may write to', async () => {
  const person = await createPerson()
  const bytes = pdfOf(text)
  const stored = await upload(person, 'Ada Berg.pdf', pdf, bytes)
  expect(stored).toMatchObject({ name: 'Ada Berg.pdf', contentType: pdf, sizeBytes: bytes.length })
  expect(await readObject(storageKeyOf(stored.id), 1e7)).toEqual(bytes)
  expect(await readObject(uploadKeyOf(stored.id), 1e7)).toBeNull()
  const word = await upload(person, 'Ada.docx', docx, docxOf(text))
  expect((await as(person).files.list()).map(({ id }) => id)).toEqual([word.id, stored.id])
})

test('what is put at the old permit after the check changes nothing', async () => {
  const person = await createPerson()
  const bytes = pdfOf(text)
  const permit = await ask(person, { sizeBytes: bytes.length })
  const put = (body: Uint8Array<ArrayBuffer>) =>
    fetch(permit.url, { method: 'PUT', headers: permit.headers, body })
  expect((await put(bytes)).status).toBe(200)
  await as(person).files.confirmUpload({ fileId: permit.fileId })
  const other = new Uint8Array(bytes.length).fill(65)
  expect((await put(other)).status).toBe(200)
  expect(await readObject(storageKeyOf(permit.fileId), 1e7)).toEqual(bytes)
  expect(await as(person).files.confirmUpload({ fileId: permit.fileId })).toMatchObject({
    id: permit.fileId,
  })
  expect(await readObject(storageKeyOf(permit.fileId), 1e7)).toEqual(bytes)
})

test('what is claimed is refused before anything is uploaded', async () => {
  const person = await createPerson()
  expect(await refusalOf(ask(person, { sizeBytes: 20_000_000 }))).toBe('FILE_TOO_LARGE')
  expect(await refusalOf(ask(person, { sizeBytes: 0 }))).toBe('FILE_EMPTY')
  expect(await refusalOf(ask(person, { contentType: 'image/png' }))).toBe('FILE_TYPE_NOT_ALLOWED')
  expect(
    await refusalOf(as(null).files.requestUpload({ name: 'a', contentType: pdf, sizeBytes: 1 })),
  ).toBe('UNAUTHORIZED')
})

test('a file that was never put is not uploaded, and may be put later', async () => {
  const person = await createPerson()
  const bytes = pdfOf(text)
  const { fileId, url, headers } = await ask(person, { sizeBytes: bytes.length })
  expect(await refusalOf(as(person).files.confirmUpload({ fileId }))).toBe('FILE_NOT_UPLOADED')
  await fetch(url, { method: 'PUT', headers, body: bytes })
  expect(await refusalOf(as(person).files.confirmUpload({ fileId }))).toBe('no refusal')
})

test.each([
  ['a program named .pdf', program, pdf, 'FILE_TYPE_NOT_ALLOWED'],
  ['a program named .docx', program, docx, 'FILE_TYPE_NOT_ALLOWED'],
  ['a PDF behind a picture', behindPicture, pdf, 'FILE_TYPE_NOT_ALLOWED'],
  [
    'a page of HTML',
    () => new TextEncoder().encode('<script>alert(1)</script>'),
    pdf,
    'FILE_TYPE_NOT_ALLOWED',
  ],
  ['a zip that is no document', notADocument, docx, 'FILE_TYPE_NOT_ALLOWED'],
  ['a PDF with a password', () => encryptedPdf(), pdf, 'FILE_ENCRYPTED'],
  ['a Word document with a password', encryptedDocx, docx, 'FILE_ENCRYPTED'],
  ['a scan', scannedPdf, pdf, 'FILE_NO_TEXT'],
  ['a document of a few letters', () => docxOf('Ada B.'), docx, 'FILE_BLANK'],
  ['half a PDF', () => pdfOf(text).slice(0, 200), pdf, 'FILE_UNREADABLE'],
  ['a Word document that grows to 60 MB', () => docxBomb(60_000_000), docx, 'FILE_UNREADABLE'],
])(
  '%s is refused, and nothing of it stays in the storage',
  async (_, make, type, code) => {
    const person = await createPerson()
    const bytes = make()
    const permit = await ask(person, { contentType: type, sizeBytes: bytes.length })
    await fetch(permit.url, { method: 'PUT', headers: permit.headers, body: bytes })
    const { fileId } = permit
    expect(await refusalOf(as(person).files.confirmUpload({ fileId }))).toBe(code)
    expect(await readObject(uploadKeyOf(fileId), 1e7)).toBeNull()
    expect(await readObject(storageKeyOf(fileId), 1e7)).toBeNull()
    expect(await refusalOf(as(person).files.confirmUpload({ fileId }))).toBe('NOT_FOUND')
    expect(await as(person).files.list()).toEqual([])
  },
  20_000,
)

const named = (text: string) => new TextEncoder().encode(text)

/** As they were saved: the type that is reported for each is often wrong or missing. */
const otherFormats: [string, string, Uint8Array<ArrayBuffer>, string][] = [
  ['doc', 'cv.doc', compoundFile('WordDocument'), 'application/msword'],
  ['doc', 'cv.docx', compoundFile('WordDocument'), docx],
  ['rtf', 'cv.doc', named('{\\rtf1\\ansi Ada Berg}'), 'application/msword'],
  [
    'odt',
    'cv.odt',
    writeZip([
      ['mimetype', named('application/vnd.oasis.opendocument.text')],
      ['content.xml', named('<x/>')],
    ]),
    '',
  ],
  ['pages', 'cv.pages', writeZip([['Index/Document.iwa', named('x')]]), 'application/zip'],
]

test.each(otherFormats)('%s (%s) is refused by its name', async (format, name, bytes, type) => {
  const person = await createPerson()
  const call = upload(person, name, type, bytes)
  await expect(call).rejects.toMatchObject({ code: 'FILE_OTHER_FORMAT', data: { format } })
})

function compoundFile(stream: string) {
  const bytes = encryptedDocx()
  bytes.fill(0, 1_024, 1_100)
  bytes.set(Buffer.from(stream, 'utf16le'), 3_000)
  return bytes
}

const octets = 'application/octet-stream'
const byteOrderMark = new Uint8Array([0xef, 0xbb, 0xbf])

test.each([
  ['a DOCX', 'cv.docx', octets, docxOf(text), docx],
  ['a DOCX', 'cv.docx', 'application/zip', docxOf(text), docx],
  ['a DOCX', 'cv.doc', 'application/msword', docxOf(text), docx],
  ['a DOCX', 'CV', '', docxOf(text), docx],
  ['a DOCX', 'cv.pdf', pdf, docxOf(text), docx],
  ['a PDF', 'cv.pdf', 'application/x-pdf', pdfOf(text), pdf],
  ['a PDF', 'cv.pdf', octets, pdfOf(text), pdf],
  ['a PDF', 'cv.pdf', 'application/force-download', pdfOf(text), pdf],
  ['a PDF', 'cv.pdf', 'APPLICATION/PDF; charset=binary', pdfOf(text), pdf],
  ['a PDF', 'cv.pdf', 'image/pdf', pdfOf(text), pdf],
  ['a PDF', 'CV.PDF', 'text/plain', pdfOf(text), pdf],
  ['a PDF', 'cv.docx', docx, pdfOf(text), pdf],
  ['a PDF', 'cv', '', pdfOf(text), pdf],
  ['a PDF behind a byte order mark', 'cv.pdf', pdf, marked(), pdf],
])('%s named %s and reported as "%s" is what its bytes are', async (_, name, type, bytes, is) => {
  const person = await createPerson()
  const stored = await upload(person, name, type, bytes)
  expect(stored).toMatchObject({ name, contentType: is })
  expect(await readObject(storageKeyOf(stored.id), 1e7)).toEqual(bytes)
})

function marked() {
  return new Uint8Array(Buffer.concat([byteOrderMark, pdfOf(text)]))
}

function behindPicture() {
  const gif = Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1')
  return new Uint8Array(Buffer.concat([gif, pdfOf(text)]))
}

function notADocument() {
  return writeZip([['notes/hello.txt', new TextEncoder().encode(text)]])
}

test('nobody confirms, cancels or lists the upload of somebody else', async () => {
  const [owner, stranger] = [await createPerson(), await createPerson()]
  const { fileId } = await ask(owner, {})
  expect(await refusalOf(as(stranger).files.confirmUpload({ fileId }))).toBe('NOT_FOUND')
  expect(await as(stranger).files.cancelUpload({ fileId })).toEqual({ cancelled: false })
  await upload(owner, 'cv.pdf', pdf, pdfOf(text))
  expect(await as(stranger).files.list()).toEqual([])
  expect(await as(owner).files.cancelUpload({ fileId })).toEqual({ cancelled: true })
})

test('five uploads may be open, however many are asked for at once', async () => {
  const person = await createPerson()
  const codes = await Promise.all(Array.from({ length: 12 }, () => refusalOf(ask(person, {}))))
  expect(codes.filter((code) => code === 'no refusal')).toHaveLength(5)
  expect(codes.filter((code) => code === 'TOO_MANY_UPLOADS')).toHaveLength(7)
})

test('abandoned uploads make room after their permits have expired', async () => {
  const person = await createPerson()
  for (let number = 0; number < 5; number++) await ask(person, {})
  await asSystem('test: let permits expire', (tx) =>
    tx
      .update(file)
      .set({ createdAt: new Date(Date.now() - 3_600_000) })
      .where(eq(file.userId, person.id)),
  )
  expect(await refusalOf(ask(person, {}))).toBe('no refusal')
})

test('a name keeps no folder, no control character and no turn of the reading direction', () => {
  expect(tidyName('../../etc/passwd')).toBe('passwd')
  expect(tidyName('C:\\Users\\Ada\\cv.pdf')).toBe('cv.pdf')
  expect(tidyName('cv\u202efdp.exe\n')).toBe('cvfdp.exe')
  expect(tidyName('..')).toBe('..')
  expect(tidyName('\u0000')).toBe('file')
  expect(tidyName(`${'a'.repeat(300)}.docx`)).toHaveLength(120)
})

test('a file can be checked only so often, whatever becomes of the checks', async () => {
  const person = await createPerson()
  const { fileId } = await ask(person, {})
  const check = () => refusalOf(as(person).files.confirmUpload({ fileId }))
  const answers: unknown[] = []
  for (let number = 0; number < 45; number++) answers.push(await check())
  expect(answers.filter((code) => code === 'FILE_NOT_UPLOADED')).toHaveLength(40)
  expect(answers.filter((code) => code === 'RATE_LIMITED')).toHaveLength(5)
}, 30_000)

test('permits that are given back at once run out too', async () => {
  const person = await createPerson()
  for (let granted = 0; granted < 60; granted++) {
    const { fileId } = await ask(person, {})
    await as(person).files.cancelUpload({ fileId })
  }
  expect(await refusalOf(ask(person, {}))).toBe('RATE_LIMITED')
}, 30_000)

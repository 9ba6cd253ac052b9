import { beforeAll, expect, test } from 'bun:test'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import { docxOf } from '../../../tests/documents.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { createPerson } from '../../../tests/people.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { upload } from '../../../tests/uploads.ts'
import { documentTypes } from './accepted-files.ts'
import { api } from '#/api/api.ts'

const text = 'Ada Berg\nSoftware engineer with ten years of practice'

beforeAll(testStorage)

async function signedInPerson() {
  const person = await createPerson()
  const cookie = await cookieOf(person)
  const get = (path: string) =>
    api.handle(new Request(`http://localhost:3000${path}`, { headers: { cookie } }))
  return { person, get }
}

test('the owner downloads; everybody else finds nothing, and cannot tell why', async () => {
  const [owner, stranger] = [await signedInPerson(), await signedInPerson()]
  const bytes = pdfOf(text)
  const { id } = await upload(owner.person, 'Größe "x".pdf', documentTypes.pdf, bytes)
  const answer = await owner.get(`/api/files/${id}`)
  expect(answer.status).toBe(200)
  expect(await answer.bytes()).toEqual(bytes)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Gr__e _x_.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22x%22.pdf`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'self'; sandbox",
  })
  const missing = await owner.get(`/api/files/${Bun.randomUUIDv7()}`)
  const visitor = await api.handle(new Request(`http://localhost:3000/api/files/${id}`))
  const answers = [
    missing,
    visitor,
    await stranger.get(`/api/files/${id}`),
    await owner.get('/api/files/1'),
  ]
  for (const other of answers) {
    expect(other.status).toBe(404)
    expect(await other.text()).toBe('{"code":"NOT_FOUND"}')
    expect(other.headers.get('cache-control')).toBe('no-store')
  }
}, 30_000)

test('only a PDF is shown in place', async () => {
  const { person, get } = await signedInPerson()
  const disposition = async (name: string, type: string, bytes: Uint8Array<ArrayBuffer>) => {
    const { id } = await upload(person, name, type, bytes)
    return (await get(`/api/files/${id}?inline`)).headers.get('content-disposition')
  }
  expect(await disposition('cv.pdf', documentTypes.pdf, pdfOf(text))).toStartWith('inline;')
  expect(await disposition('cv.docx', documentTypes.docx, docxOf(text))).toStartWith('attachment;')
  expect(await disposition('cv.pdf', documentTypes.pdf, docxOf(text))).toStartWith('attachment;')
}, 30_000)

test('the name of a download ends in what the file is, whatever it was called', async () => {
  const { person, get } = await signedInPerson()
  const nameOf = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const { id } = await upload(person, name, '', bytes)
    const disposition = (await get(`/api/files/${id}`)).headers.get('content-disposition')
    return disposition?.match(/filename="(.*?)"/)?.[1]
  }
  expect(await nameOf('CV.PDF', pdfOf(text))).toBe('CV.PDF')
  expect(await nameOf('cv', pdfOf(text))).toBe('cv.pdf')
  expect(await nameOf('cv.exe', docxOf(text))).toBe('cv.exe.docx')
  expect(await nameOf('cv.docx', pdfOf(text))).toBe('cv.docx.pdf')
}, 30_000)

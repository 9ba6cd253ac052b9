import { expect, test } from 'bun:test'
import { readdir, readFile } from 'node:fs/promises'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import {
  docxBomb,
  docxOf,
  docxWithEntity,
  encryptedPdf,
  pdfBomb,
  pdfOfManyPages,
  pdfWithScript,
  program,
  scannedPdf,
} from '../../../tests/documents.ts'
import type { DocumentKind } from './accepted-files.ts'
import { extractText, readDocument, usualLimits } from './extract-text.server.ts'

const cv = `Ada Berg
Software engineer, Köln

Experience
2019 - 2024 Senior engineer at Birch: cut the costs of hosting by 38 % (to 7,400)
Skills: TypeScript, Postgres, São Paulo`

/** The limits of work and memory as they are; a busy machine may take its time to reach them. */
const patient = { ...usualLimits, clockMs: 240_000 }

const refusalOf = (bytes: Uint8Array<ArrayBuffer>, kind: DocumentKind) =>
  extractText(bytes, kind, patient).then(
    (text) => `text: ${text.slice(0, 60)}`,
    (error: Error) => error.message,
  )

test('reads a PDF line by line', async () => {
  const text = await extractText(pdfOf(cv), 'pdf')
  for (const line of cv.split('\n').filter(Boolean)) expect(text.split('\n')).toContain(line)
})

test('reads a Word document line by line', async () => {
  const text = await extractText(docxOf(cv), 'docx')
  for (const line of cv.split('\n').filter(Boolean)) expect(text.split('\n')).toContain(line)
})

test('a PDF with JavaScript is only text', async () => {
  expect(await extractText(pdfWithScript(cv), 'pdf')).toContain('Senior engineer')
})

test('a password-protected PDF is refused as such', async () => {
  expect(await refusalOf(encryptedPdf(), 'pdf')).toBe('FILE_ENCRYPTED')
})

test('a scan without text is refused as such', async () => {
  expect(await refusalOf(scannedPdf(), 'pdf')).toBe('FILE_NO_TEXT')
})

test('broken files are unreadable', async () => {
  const whole = pdfOf(cv)
  expect(await refusalOf(whole.slice(0, 180), 'pdf')).toBe('FILE_UNREADABLE')
  expect(await refusalOf(program(), 'pdf')).toBe('FILE_UNREADABLE')
  expect(await refusalOf(program(), 'docx')).toBe('FILE_UNREADABLE')
  expect(await refusalOf(docxOf(cv).slice(0, 400), 'docx')).toBe('FILE_UNREADABLE')
  expect(await refusalOf(new Uint8Array(), 'docx')).toBe('FILE_UNREADABLE')
})

test('what the bombs below are made of is read when it is small', async () => {
  expect(await extractText(docxBomb(2_000_000), 'docx')).toStartWith('aaaa')
  expect(await extractText(pdfBomb(100_000), 'pdf')).toStartWith('aaaa')
})

test('a Word document that inflates to 300 MB is refused before it does', async () => {
  const bomb = docxBomb(300_000_000)
  expect(bomb.length).toBeLessThan(2_000_000)
  expect(await refusalOf(bomb, 'docx')).toBe('FILE_UNREADABLE')
}, 240_000)

test('a Word document that lies about its size is refused as well', async () => {
  expect(await refusalOf(docxBomb(300_000_000, 1_000), 'docx')).toBe('FILE_UNREADABLE')
}, 240_000)

test('an external entity reads no file', async () => {
  expect(await refusalOf(docxWithEntity(), 'docx')).toBe('FILE_UNREADABLE')
})

test('a PDF page that inflates to 500 MB ends the child, not the server', async () => {
  const bomb = pdfBomb(500_000_000)
  expect(bomb.length).toBeLessThan(2_000_000)
  const before = process.memoryUsage().rss
  expect(await refusalOf(bomb, 'pdf')).toBe('FILE_UNREADABLE')
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
}, 240_000)

test.each(['0 0 m 1 1 l S ', 'q ', 'BT /F1 1 Tf ET ', '[[[[ ', '/a BMC '])(
  'a PDF page of hundreds of MB of "%s" is given up soon',
  async (operators) => {
    const started = performance.now()
    expect(await refusalOf(pdfBomb(400_000_000, operators), 'pdf')).toBe('FILE_UNREADABLE')
    expect(performance.now() - started).toBeLessThan(usualLimits.clockMs)
  },
  240_000,
)

test.each([
  { name: 'work', limits: { cpuMs: 50, clockMs: 240_000, memoryBytes: 2 ** 40 } },
  { name: 'memory', limits: { cpuMs: 10_000, clockMs: 240_000, memoryBytes: 2 ** 20 } },
])('a document that takes more $name than is allowed ends the child', async ({ limits }) => {
  const pages = pdfOfManyPages(2_000)
  expect(await extractText(pages, 'pdf')).toContain('One line of text')
  expect(await extractText(pages, 'pdf', limits).catch(String)).toContain('FILE_UNREADABLE')
})

test('a child that got no processor says nothing about its document', async () => {
  const limits = { cpuMs: 10_000, clockMs: 40, memoryBytes: 2 ** 40 }
  const code = extractText(pdfOf(cv), 'pdf', limits).catch((error: { code?: string }) => error.code)
  expect(await code).toBe('RATE_LIMITED')
})

test('of a hundred thousand pages the first ones are read, and that is said', async () => {
  const { text, isWhole } = await readDocument(pdfOfManyPages(100_000), 'pdf', patient)
  expect(text.split('\n').filter(Boolean).length).toBeLessThanOrEqual(500)
  expect(isWhole).toBe(false)
  expect((await readDocument(pdfOf(cv), 'pdf', patient)).isWhole).toBe(true)
}, 240_000)

/** The environment of the processes that extract now, as the kernel knows it. */
async function environmentsOfChildren(): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
    const status = await read('status')
    if (!status.includes(`PPid:\t${process.pid}\n`)) continue
    if ((await read('cmdline')).includes('extract-text-child')) found.push(await read('environ'))
  }
  return found
}

test.if(process.platform === 'linux')('the child knows no secret of the server', async () => {
  expect(process.env.AUTH_SECRET).toBeString()
  const extracting = extractText(pdfOfManyPages(50_000), 'pdf')
  let seen: string[] = []
  while (seen.length === 0) seen = await environmentsOfChildren()
  expect(seen).toEqual(['NODE_ENV=production\0'])
  await extracting
})

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
import { extractText } from './extract-text.server.ts'

const cv = `Ada Berg
Software engineer, Köln

Experience
2019 - 2024 Senior engineer at Birch: cut the costs of hosting by 38 % (to 7,400)
Skills: TypeScript, Postgres, São Paulo`

async function refusalOf(bytes: Uint8Array<ArrayBuffer>, kind: DocumentKind) {
  const startedAt = performance.now()
  const code = await extractText(bytes, kind).then(
    (text) => `text: ${text.slice(0, 60)}`,
    (error: Error) => error.message,
  )
  // 30 s at most, and then it is killed.
  expect(performance.now() - startedAt).toBeLessThan(31_000)
  return code
}

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
  expect(await extractText(pdfBomb(1_000_000), 'pdf')).toStartWith('aaaa')
})

test('a Word document that inflates to 300 MB is refused before it does', async () => {
  const bomb = docxBomb(300_000_000)
  expect(bomb.length).toBeLessThan(2_000_000)
  expect(await refusalOf(bomb, 'docx')).toBe('FILE_UNREADABLE')
}, 20_000)

test('a Word document that lies about its size is refused as well', async () => {
  expect(await refusalOf(docxBomb(300_000_000, 1_000), 'docx')).toBe('FILE_UNREADABLE')
}, 20_000)

test('an external entity reads no file', async () => {
  expect(await refusalOf(docxWithEntity(), 'docx')).toBe('FILE_UNREADABLE')
})

test('a PDF page that inflates to 500 MB ends the child, not the server', async () => {
  const bomb = pdfBomb(500_000_000)
  expect(bomb.length).toBeLessThan(2_000_000)
  const before = process.memoryUsage().rss
  expect(await refusalOf(bomb, 'pdf')).toBe('FILE_UNREADABLE')
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
}, 30_000)

test.each([
  { name: 'work', limits: { cpuMs: 50, clockMs: 30_000, memoryBytes: 2 ** 40 } },
  { name: 'time', limits: { cpuMs: 10_000, clockMs: 40, memoryBytes: 2 ** 40 } },
])('a document that takes more $name than is allowed ends the child', async ({ limits }) => {
  const pages = pdfOfManyPages(2_000)
  expect(await extractText(pages, 'pdf')).toContain('One line of text')
  expect(await extractText(pages, 'pdf', limits).catch(String)).toContain('FILE_UNREADABLE')
})

test('of a hundred thousand pages the first ones are read', async () => {
  const text = await extractText(pdfOfManyPages(100_000), 'pdf')
  expect(text.split('\n').filter(Boolean).length).toBeLessThanOrEqual(50)
}, 20_000)

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

test('many at once wait for their turn, and too many are sent away', async () => {
  const file = docxOf(cv)
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, () => extractText(file, 'docx')),
  )
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(8)
  for (const result of refused) expect(result.reason).toHaveProperty('code', 'RATE_LIMITED')
}, 60_000)

import { describe, expect, test } from 'bun:test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { drawn, drawnIn, drawnPdf, objectNumber, unicodeFont } from '../../../tests/pdf-pages.ts'
import { extractText } from './extract-text.server.ts'
import { sniffDocument } from './sniff-document.ts'

const fixtures = join(import.meta.dir, '../../../tests/fixtures/cv')
const pdfCase = z.object({
  file: z.string(),
  must_contain: z.array(z.string()),
  must_not_contain: z.array(z.string()),
  once: z.array(z.string()).default([]),
  refusal: z.string().optional(),
})
const cases = z
  .array(pdfCase)
  .parse(JSON.parse(await readFile(join(fixtures, 'pdf-cases.json'), 'utf8')))

const refusals: Record<string, string> = {
  'f09a-xfa-placeholder.pdf': 'FILE_XFA_FORM',
  'f09b-portfolio-cover.pdf': 'FILE_PORTFOLIO',
}

/** In the lists a blank is any white space, and a line break a line break. */
const pattern = (wanted: string) =>
  new RegExp(
    wanted
      .split('\n')
      .map((line) => line.split(' ').map(RegExp.escape).join('\\s+'))
      .join('[^\\S\\n]*\\n\\s*'),
    'gu',
  )

async function textOf(bytes: Uint8Array<ArrayBuffer>) {
  if (sniffDocument(bytes) !== 'pdf') throw new Error('FILE_TYPE_NOT_ALLOWED')
  return extractText(bytes, 'pdf')
}

const refusalOf = (bytes: Uint8Array<ArrayBuffer>) =>
  textOf(bytes).catch((error: Error) => error.message)

describe('the text of a real CV is what its reader sees', () => {
  test.each(cases)('$file', async (wanted) => {
    const bytes = new Uint8Array(await readFile(join(fixtures, wanted.file)))
    if (wanted.refusal) {
      expect(await refusalOf(bytes)).toBe(refusals[wanted.file] ?? '')
      return
    }
    const text = await textOf(bytes)
    for (const part of wanted.must_contain) expect(text).toMatch(pattern(part))
    for (const part of wanted.must_not_contain) expect(text).not.toMatch(pattern(part))
    for (const part of wanted.once) expect(text.match(pattern(part))).toHaveLength(1)
  })
})

const name = drawn(50, 780, 'Ada Example, forklift trainer')
const spelled = unicodeFont('\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5 \ufb01\ufefbabc', objectNumber(0))
const japanese =
  '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /90ms-RKSJ-V /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 >>] >>'
const cjk = (encoding: string, ordering: string) =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /Other /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Other /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 1 >> /DW 1000 >>] >>`
const wingdings = `<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings-Regular /FirstChar 32 /LastChar 255 /Widths [${'900 '.repeat(224)}] >>`

describe('a page', () => {
  test.each<[string, Parameters<typeof drawnPdf>[0], string]>([
    [
      'keeps a raised ending in its line',
      {
        pages: [
          `${name}BT /F1 10 Tf 50 700 Td (Won the 1) Tj 4 Ts /F1 6 Tf (st) Tj 0 Ts /F1 10 Tf ( prize for 80 m) Tj 4 Ts /F1 6 Tf (2) Tj 0 Ts /F1 10 Tf ( halls) Tj ET`,
        ],
      },
      'Won the 1st prize for 80 m2 halls',
    ],
    [
      'keeps low letters behind a raised or lowered number in its line',
      {
        pages: [
          `${name}BT /F1 10 Tf 50 700 Td (area 80 m) Tj /F1 6 Tf 4 Ts (2) Tj 0 Ts /F1 10 Tf ( and H) Tj /F1 6 Tf -2 Ts (2) Tj 0 Ts /F1 10 Tf (O) Tj ET`,
        ],
      },
      'area 80 m2 and H2O',
    ],
    [
      'closes up a heading whose letters stand apart',
      {
        pages: [
          `${name}BT /F1 10 Tf 50 700 Td [${[...'WORK'].map((letter) => `(${letter}) -500 `).join('')} -900 ${[...'HISTORY'].map((letter) => `(${letter}) -500 `).join('')}] TJ ET`,
        ],
      },
      'WORK HISTORY',
    ],
    [
      'leaves classes of a licence apart',
      { pages: [name + drawn(50, 700, 'Driving licence A B C D E')] },
      'Driving licence A B C D E',
    ],
    [
      'reads once what is drawn twice to look bold',
      { pages: [name + drawn(50, 700, 'Fork', 20) + drawn(50.4, 700, 'Fork', 20)] },
      'trainer\nFork',
    ],
    [
      'keeps the hyphen at the end of a line',
      { pages: [name + drawn(50, 700, 'Led the self-') + drawn(50, 686, 'service portal')] },
      'Led the self-\nservice portal',
    ],
    [
      'joins an accent with the letter below it',
      { pages: [`${name}${drawn(50, 700, 'Jose')}${drawn(67.8, 700, '\u00b4')}`] },
      'Jos\u00e9',
    ],
    [
      'takes the icons of an icon font for no letters',
      {
        pages: [`${name}BT /W 10 Tf 50 640 Td (*) Tj /F1 10 Tf (phone 555) Tj ET`],
        fonts: { W: wingdings },
      },
      'trainer\nphone 555',
    ],
    [
      'leaves out what lies beside the paper',
      { pages: [name + drawn(900, 700, 'Hire this person') + drawn(50, 700, 'Inside')] },
      'trainer\nInside',
    ],
    [
      'reads the hidden letters of a scan',
      { pages: [`${name}BT 3 Tr /F1 10 Tf 50 700 Td (recognised letters) Tj ET`] },
      'recognised letters',
    ],
    [
      'reads ligatures as letters',
      { pages: [name + drawnIn('U', 50, 700, 'a\ufb01b')], fonts: { U: spelled.font } },
      'afib',
    ],
    [
      'reads Japanese columns from the right',
      {
        pages: [
          `${name}BT /V 12 Tf 500 700 Td <8CA9967B91BE9859> Tj ET BT /V 12 Tf 480 700 Td <8E738E738E73> Tj ET`,
        ],
        fonts: { V: japanese },
      },
      '\u898b\u672c\u592a\u90ce\n\u5e02\u5e02\u5e02',
    ],
    [
      'reads Chinese and Korean of the encodings that readers know',
      {
        pages: [
          `${name}BT /G 12 Tf 50 700 Td <674E60F35E7F5DDE> Tj ET BT /B 12 Tf 50 680 Td <C0EEBFC6> Tj ET BT /K 12 Tf 50 660 Td <B1E8C3B6> Tj ET`,
        ],
        fonts: {
          G: cjk('UniGB-UTF16-H', 'GB1'),
          B: cjk('GBK-EUC-H', 'GB1'),
          K: cjk('KSCms-UHC-H', 'Korea1'),
        },
      },
      '\u674e\u60f3\u5e7f\u5dde\n\u674e\u79d1\n\uae40\ucca0',
    ],
    [
      'reads a turned page line by line',
      {
        pages: [
          'BT /F1 10 Tf 0 1 -1 0 100 100 Tm (First line here) Tj 0 -14 Td (Second line here) Tj ET',
        ],
        page: '/Rotate 90',
      },
      'First line here\nSecond line here',
    ],
  ])('%s', async (_, drawing, wanted) => {
    expect(await textOf(drawnPdf({ ...drawing, objects: [spelled.object] }))).toContain(wanted)
  })
})

const trueType = (font: string) =>
  `<< /Type /Font /Subtype /TrueType /BaseFont /${font} /FirstChar 32 /LastChar 255 /Widths [${'600 '.repeat(224)}] >>`
const type1 = (font: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} >>`

test.each([
  ['Wingdings', trueType('ABCDEF+Wingdings-Regular'), String.raw`\247`, '▪'],
  ['Wingdings', trueType('Wingdings'), 'n', '■'],
  ['Wingdings 2', trueType('Wingdings2'), 'P', '✓'],
  ['Webdings', trueType('Webdings'), '=', '•'],
  ['Zapf Dingbats', type1('ZapfDingbats'), 'l', '●'],
  ['Symbol', type1('Symbol'), String.raw`\267`, '•'],
  ['Symbol for Greek', type1('Symbol'), 'a', 'α'],
  ['Courier New', trueType('ABCDEF+CourierNewPSMT'), 'o', '◦'],
])('a bullet of %s is no letter', async (_, font, code, bullet) => {
  const item = (y: number, text: string) =>
    `BT /B 10 Tf 50 ${y} Td (${code}) Tj /F1 10 Tf 18 0 Td (${text}) Tj ET `
  const bytes = drawnPdf({
    pages: [name + item(700, 'Led nine people') + item(686, 'Cut costs')],
    fonts: { B: font },
  })
  expect(await textOf(bytes)).toEndWith(`\n${bullet} Led nine people\n${bullet} Cut costs`)
})

test('a PDF with an attachment is no portfolio', async () => {
  const bytes = drawnPdf({
    pages: [name],
    catalogue: `/Names << /EmbeddedFiles << /Names [(a.txt) ${objectNumber(0)} 0 R] >> >>`,
    objects: [{ dictionary: '<< /Type /Filespec /F (a.txt) /UF (a.txt) >>' }],
  })
  expect(await textOf(bytes)).toContain('Ada Example')
})

test('a page without a picture is not said to hold images', async () => {
  expect(await refusalOf(drawnPdf({ pages: [''] }))).toBe('FILE_BLANK')
  expect(await refusalOf(drawnPdf({ pages: ['0 0 m 100 100 l S', drawn(50, 700, 'Ada')] }))).toBe(
    'FILE_BLANK',
  )
})

test('white space in front is taken, another file is not', async () => {
  const pdf = drawnPdf({ pages: [name] })
  const after = (start: string) =>
    new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), pdf]))
  expect(await textOf(after('\r\n \r\n'))).toContain('Ada Example')
  expect(await textOf(after('\u00ef\u00bb\u00bf\n'))).toContain('Ada Example')
  expect(await refusalOf(after('<html></html>'))).toBe('FILE_TYPE_NOT_ALLOWED')
  expect(await refusalOf(after(' '.repeat(2_000)))).toBe('FILE_TYPE_NOT_ALLOWED')
})

import { expect, test } from 'bun:test'
import { drawn, drawnIn, drawnPdf, objectNumber, unicodeFont } from '../../../tests/pdf-pages.ts'
import { readPdfText } from './read-pdf-text.ts'
import { inReadingOrder } from './reading-order.ts'

const turned = (text: string) => [...text].toReversed().join('')

test.each([
  [
    'a Latin phrase of several words',
    `${turned('בתל אביב')} Sample Software Group ${turned('עבדתי בחברת')}`,
    'עבדתי בחברת Sample Software Group בתל אביב',
  ],
  ['a number', `${turned('עובדים')} 12 ${turned('ניהלתי')}`, 'ניהלתי 12 עובדים'],
  [
    'a range that was drawn from the left',
    `${turned('ראש צוות')} 2019 - 2021`,
    '2019 - 2021 ראש צוות',
  ],
  [
    'a range that was drawn from the right',
    `${turned('ראש צוות')} 03.2021 – 05.2019`,
    '05.2019 – 03.2021 ראש צוות',
  ],
  ['a range that goes on', `${turned('היום')} - 2019`, '2019 - היום'],
  ['brackets', `(${turned('צוות פיתוח')}) ${turned('ראש')}`, 'ראש (צוות פיתוח)'],
  [
    'Latin letters in brackets',
    `.${turned('בכירה')} (React Native) ${turned('מפתחת')}`,
    'מפתחת (React Native) בכירה.',
  ],
  ['brackets inside of a Latin phrase', `ACME (Israel) ${turned('חברת')}`, 'חברת ACME (Israel)'],
  ['a share', `${turned('בשנה')} 38%-${turned('מכירות ב')}`, 'מכירות ב-38% בשנה'],
  [
    'a phone number and an address',
    `ada@example.org :${turned('דואר')} ,+972-50-555-0160 :${turned('טלפון')}`,
    'טלפון: +972-50-555-0160, דואר: ada@example.org',
  ],
  ['groups of a phone number', `050 555 0160 :${turned('טלפון')}`, 'טלפון: 050 555 0160'],
  [
    'names of languages with signs',
    `${turned('ו')}++C#, .NET, C :${turned('שפות')}`,
    'שפות: C#, .NET, C++ו',
  ],
  [
    'Arabic letters',
    `${turned('في برلين')} Sample GmbH ${turned('محاسب في')}`,
    'محاسب في Sample GmbH في برلين',
  ],
])('a line from the right with %s', (_, visual, logical) => {
  expect(inReadingOrder(visual, true)).toBe(logical)
})

test.each([
  ['a name', `Ada Dugma (${turned('עדה דוגמה')}), Haifa`, 'Ada Dugma (עדה דוגמה), Haifa'],
  [
    'a phrase with a number in it',
    `Led ${turned('צוות 12 מפתחים')}, 2019`.replace('21', '12'),
    'Led צוות 12 מפתחים, 2019',
  ],
])('a line from the left with %s from the right', (_, visual, logical) => {
  expect(inReadingOrder(visual, false)).toBe(logical)
})

const name = drawn(50, 800, 'Ada Example')
const letters =
  '\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea'
const font = unicodeFont(
  `${letters}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 (),.:-\u05b8\ufeb3\ufe8e\ufee3\ufef2\ufefb`,
  objectNumber(0),
)
const widthOf = (text: string) => text.length * 5.5

async function linesOf(page: string) {
  const bytes = drawnPdf({ pages: [name + page], fonts: { U: font.font }, objects: [font.object] })
  const { text } = await readPdfText(bytes, 100_000)
  const [, ...lines] = text.split('\n').filter(Boolean)
  return lines
}

const rows = [
  [
    `${turned('בתל אביב')} Sample Software Group ${turned('עבדתי בחברת')}`,
    'עבדתי בחברת Sample Software Group בתל אביב',
  ],
  [
    `${turned('בחיפה')} (${turned('צוות פיתוח')}) 2019 - 2021 ${turned('ניהלתי')}`,
    'ניהלתי 2019 - 2021 (צוות פיתוח) בחיפה',
  ],
  [`Microsoft Research Center ${turned('עבדתי ב')}`, 'עבדתי ב Microsoft Research Center'],
  [`${turned('בשנה')} 12 ${turned('הכשרתי')}`, 'הכשרתי 12 בשנה'],
] as const

/** The row with its right edge where all of them end. */
const cells = (row: string, y: number) =>
  [...row].map((letter, at) => drawnIn('U', 540 - widthOf(row) + at * 5.5, y, letter))

test.each<[string, (row: string, y: number) => string]>([
  ['as a whole', (row, y) => drawnIn('U', 540 - widthOf(row), y, row)],
  ['letter by letter from the left', (row, y) => cells(row, y).join('')],
  ['letter by letter from the right', (row, y) => cells(row, y).toReversed().join('')],
  [
    'letter by letter without blanks',
    (row, y) =>
      cells(row, y)
        .filter((_, at) => row[at] !== ' ')
        .join(''),
  ],
  [
    'word by word from the right',
    (row, y) => {
      let place = 540
      return row
        .split(/( )/)
        .toReversed()
        .map((word) => drawnIn('U', (place -= widthOf(word)), y, word))
        .join('')
    },
  ],
])('lines in Hebrew that are drawn %s come in reading order', async (_, draw) => {
  const page = rows.map(([row], index) => draw(row, 760 - index * 20)).join('')
  expect(await linesOf(page)).toEqual(rows.map(([, logical]) => logical))
})

test('a line that begins at the left keeps its order around a Hebrew name', async () => {
  const hebrew = turned('עדה דוגמה')
  const page = [
    drawnIn('U', 50, 760, `Name: ${hebrew}`),
    drawnIn('U', 50, 740, `Worked with ${hebrew} at Sample Works`),
    drawnIn('U', 50, 720, 'Engineer in Haifa'),
  ]
  expect(await linesOf(page.join(''))).toEqual([
    'Name: עדה דוגמה',
    'Worked with עדה דוגמה at Sample Works',
    'Engineer in Haifa',
  ])
})

test('vowels stay with their letters, and Arabic forms become letters', async () => {
  const page = [
    drawnIn('U', 520, 760, 'ב') + drawnIn('U', 521, 760, '\u05b8') + drawnIn('U', 514.5, 760, 'ד'),
    drawnIn('U', 500, 740, turned('\ufeb3\ufe8e\ufee3\ufef2 \ufefb')),
  ]
  expect(await linesOf(page.join(''))).toEqual(['ב\u05b8ד', 'سامي لا'])
})

const span = (text: string, drawing: string) =>
  `/Span << /ActualText <feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}> >> BDC ${drawing} EMC\n`

test('a Hebrew word of an ActualText is not turned', async () => {
  const page =
    span('ראש', drawnIn('U', 520, 740, 'abc')) + span('צוות', drawnIn('U', 490, 740, 'abcd'))
  expect(await linesOf(page)).toEqual(['ראש צוות'])
})

test('the word for an icon is left out, a word that is drawn is not', async () => {
  const page = [
    span('Phone', drawnIn('U', 50, 760, 'm')) + drawn(58, 760, '555 0172'),
    span('Email', drawnIn('U', 50, 740, 'm')) + drawn(66, 740, 'ada@example.org'),
    span('office', drawn(50, 720, 'oxyce')) + drawn(80, 720, 'manager'),
    `${drawn(50, 700, 'of')}${span('fi', drawn(58.5, 700, 'x'))}${drawn(64, 700, 'ce')}`,
    span('Experience', drawn(50, 680, 'EXPERIENCE', 8)),
  ]
  const lines = await linesOf(page.join(''))
  expect(lines.map((line) => line.trim())).toEqual([
    '555 0172',
    'ada@example.org',
    'office manager',
    'office',
    'Experience',
  ])
})

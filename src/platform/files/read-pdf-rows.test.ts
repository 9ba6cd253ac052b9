import { expect, test } from 'bun:test'
import { drawn, drawnPdf, rowByRow } from '../../../tests/pdf-pages.ts'
import { readPdfText } from './read-pdf-text.ts'

async function linesOf(...pages: string[]): Promise<string[]> {
  const { text } = await readPdfText(drawnPdf({ pages }), 200_000)
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
}

const unchanged: [string, number[], string[][]][] = [
  [
    'titles with dates at the right edge',
    [50, 480],
    [
      ['Sous chef, Mock Bistro in the', '2015 to 2019'],
      ['old town and on the harbour', 'Full time'],
      ['Head chef, Fable Hotel and its', '2019 to 2021'],
      ['garden, with nine people', '2021 to 2022'],
      ['Owner, Sample Kitchen on the', '2022 to 2024'],
      ['way to the station', '2024 to 2025'],
    ],
  ],
  [
    'labels with values that go on below',
    [50, 200],
    [
      ['Languages', 'Danish and Greek at home, and'],
      ['', 'some Polish at work'],
      ['Licences', 'Forklift up to eight tons and'],
      ['', 'cranes of the second class'],
      ['Software', 'Spreadsheets, drawings and'],
      ['', 'a little bookkeeping'],
      ['Interests', 'Choirs, boats and'],
      ['', 'old maps'],
    ],
  ],
  [
    'a table in lower case',
    [50, 300],
    [
      ['Task', 'Time'],
      ['drove a forklift', 'three years'],
      ['packed big boxes', 'two years'],
      ['counted the stock', 'two years'],
      ['swept the floor', 'one year'],
      ['wrote the rotas', 'one year'],
    ],
  ],
  [
    'titles with places at the right edge',
    [50, 400],
    [
      ['Cook at the Sample Inn', 'Oslo'],
      ['peeled potatoes and onions', ''],
      ['Washed the dishes', ''],
      ['Sous chef at the Mock Bistro', 'Rome'],
      ['cooked for eighty guests', ''],
      ['Trained apprentices', ''],
      ['Head chef at the Fable Hotel', 'Delft'],
      ['led nine people and', ''],
      ['a garden', ''],
      ['Owner of the Sample Kitchen', 'Bergen'],
      ['kept the books', ''],
    ],
  ],
  [
    'a table with some rows in lower case',
    [50, 300],
    [
      ['Task', 'Time'],
      ['Forklift driving', 'Three years'],
      ['warehouse work', 'two years'],
      ['packing and sorting', 'two years'],
      ['Rotas', 'One year'],
      ['Night shifts', 'One year'],
    ],
  ],
  [
    'a table of employers',
    [50, 200, 400],
    [
      ['2019 to 2025', 'Branch manager, Sample Optics', 'Fitted 40 lenses a week'],
      ['2014 to 2019', 'Optician, Mock Glasses', 'Ground 20 lenses a day'],
      ['2012 to 2014', 'Trainee, Mock Glasses', 'Swept the floor'],
      ['2010 to 2012', 'Courier, Fable Post', 'Carried 400 letters'],
      ['2009 to 2010', 'Cook, Sample Inn', 'Peeled potatoes'],
    ],
  ],
]

test.each(unchanged)('the rows stay together of %s', async (_, edges, rows) => {
  expect(await linesOf(rowByRow(edges, rows))).toEqual(
    rows.map((cells) => cells.filter(Boolean).join(' ')),
  )
})

const timeline = [
  ['2019 to 2025', 'Branch manager, Sample Optics'],
  ['', 'Fitted forty lenses a week'],
  ['May 2014 – 2019', 'Optician, Mock Glasses'],
  ['', 'Ground twenty lenses a day'],
  ['2012/09 – 2014/04', 'Trainee, Mock Glasses'],
]
const columnOf = (index: number, x: number) =>
  timeline.map((row, at) => (row[index] ? drawn(x, 700 - 14 * at, row[index]) : '')).join('')

test('dates in a frame of their own are read with their lines', async () => {
  const rows = timeline.map((row) => row.filter(Boolean))
  const left = rows.map((row) => row.join(' '))
  expect(await linesOf(columnOf(0, 50) + columnOf(1, 200))).toEqual(left)
  expect(await linesOf(columnOf(1, 200) + columnOf(0, 50))).toEqual(left)
  const right = rows.map((row) => row.toReversed().join(' '))
  expect(await linesOf(columnOf(1, 50) + columnOf(0, 450))).toEqual(right)
})

test('dates that stand beside no lines stay where they are', async () => {
  const dates = ['2019', '2020', '2021'].map((year, at) => drawn(450, 500 - 14 * at, year)).join('')
  expect(await linesOf(columnOf(1, 50) + dates)).toEqual([
    ...timeline.map(([, text = '']) => text),
    '2019',
    '2020',
    '2021',
  ])
})

test('dates at the right edge stay beside the titles, and sentences below them', async () => {
  const width = (text: string) => text.length * 5
  const entry = (top: number, title: string, date: string, task: string[]) =>
    drawn(50, top, title) +
    drawn(545 - width(date), top, date) +
    task.map((line, at) => drawn(50, top - 14 * (at + 1), line)).join('')
  const page =
    entry(730, 'Sous chef, Mock Bistro', 'March 2015 to May 2019', [
      'Cooked for eighty guests',
      'and trained apprentices',
    ]) +
    entry(680, 'Head chef, Fable Hotel', 'June 2019 to now', ['Led nine people', 'and a garden']) +
    entry(630, 'Cook, Sample Inn', '2014', ['Peeled potatoes', 'and onions']) +
    entry(580, 'Courier, Fable Post', 'Oslo', ['Carried letters', 'and parcels'])
  expect(await linesOf(page)).toEqual([
    'Sous chef, Mock Bistro March 2015 to May 2019',
    'Cooked for eighty guests',
    'and trained apprentices',
    'Head chef, Fable Hotel June 2019 to now',
    'Led nine people',
    'and a garden',
    'Cook, Sample Inn 2014',
    'Peeled potatoes',
    'and onions',
    'Courier, Fable Post Oslo',
    'Carried letters',
    'and parcels',
  ])
})

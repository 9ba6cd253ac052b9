import { expect, test } from 'bun:test'
import { drawn, drawnPdf, rowByRow } from '../../../tests/pdf-pages.ts'
import { readPdfText } from './read-pdf-text.ts'

const placed = (rows: [number, number, string][]) =>
  rows.map(([x, y, text]) => drawn(x, y, text)).join('')

async function linesOf(...pages: string[]): Promise<string[]> {
  const { text } = await readPdfText(drawnPdf({ pages }), 200_000)
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
}

const twoColumns = [
  ['Skills', 'Experience'],
  ['Booking flows', 'Product owner at Sample Care, where'],
  ['and calendars', 'she brought nine teams onto one plan'],
  ['for small clinics', 'and cut waiting time by a third'],
  ['Languages', '2016 to 2025'],
  ['Danish and', 'Education'],
  ['Italian', 'Mock University, 2012 to 2016'],
]

test('two columns that are drawn row by row are read one after the other', async () => {
  const name = drawn(56, 790, 'Signe Nonesuch', 20) + drawn(56, 768, 'signe.nonesuch@example.org')
  const below = drawn(56, 600, 'References are available from the owner of the clinic on request.')
  const lines = [
    ...twoColumns.map(([left = '']) => left),
    ...twoColumns.map(([, right = '']) => right),
  ]
  expect(await linesOf(name + rowByRow([56, 300], twoColumns) + below)).toEqual([
    'Signe Nonesuch',
    'signe.nonesuch@example.org',
    ...lines,
    'References are available from the owner of the clinic on request.',
  ])
})

test('columns whose lines stand at different heights are read one after the other', async () => {
  const page = twoColumns
    .map(
      ([left = '', right = ''], row) =>
        drawn(56, 730 - row * 14, left) + drawn(300, 726 - row * 14, right),
    )
    .join('')
  expect(await linesOf(page)).toEqual([
    ...twoColumns.map(([left = '']) => left),
    ...twoColumns.map(([, right = '']) => right),
  ])
})

test('a short sidebar whose lines stand between those of the main column', async () => {
  const main: [number, string][] = [
    [756, 'Carpenter'],
    [728, 'Builds stairs and doors for old houses,'],
    [714, 'mostly in oak, and measures twice before'],
    [700, 'anything is cut.'],
    [672, 'Master carpenter, Sample Joinery'],
    [658, '2014 to 2025'],
  ]
  const side: [number, string][] = [
    [756, 'Contact'],
    [742, 'tomas.unlikely@example.org'],
    [728, '555 0181'],
    [700, 'Tools'],
    [686, 'CNC router and hand planes,'],
    [672, 'spray booth'],
  ]
  const cells = [
    ...main.map(([y, text]): [number, number, string] => [56, y, text]),
    ...side.map(([y, text]): [number, number, string] => [412, y, text]),
  ].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  expect(await linesOf(placed(cells))).toEqual([...main, ...side].map(([, text]) => text))
})

test('one paragraph beside short lines is enough', async () => {
  const rows = [
    ['Profile', 'Contact'],
    ['Careful nurse with ten', 'ana@example.org'],
    ['years on wards for', '555 0123'],
    ['children and adults.', 'Berlin'],
    ['Experience', 'Languages'],
    ['Ward nurse, Sample Clinic', 'German'],
    ['2015 to 2025', 'English'],
  ]
  expect(await linesOf(rowByRow([56, 300], rows))).toEqual(
    [0, 1].flatMap((column) => rows.map((row) => row[column] ?? '')),
  )
})

test('a sidebar of short lines beside tasks and dates', async () => {
  const rows = [
    ['Contact', 'Experience'],
    ['ada@example.org', 'Nurse, Sample Clinic', '2018 to 2025'],
    ['555 0123', 'Led the night shift of the ward and'],
    ['Oslo', 'trained eleven students in the care of'],
    ['Skills', 'wounds and burns.'],
    ['Wound care', 'Nurse, Mock Hospital', '2014 to 2018'],
    ['Triage', 'Planned the rotas for nine people'],
    ['Languages', 'Mock University', '2010 to 2014'],
    ['Danish', 'Bachelor of nursing'],
  ]
  expect(await linesOf(rowByRow([50, 240, 470], rows))).toEqual([
    ...rows.map(([side = '']) => side),
    ...rows.map(([, ...main]) => main.join(' ')),
  ])
})

test('columns that are drawn from the bottom up are read from the top down', async () => {
  const columns = [0, 1].map((column) => twoColumns.map((row) => row[column] ?? ''))
  const page = columns
    .map((lines, column) =>
      lines.map((line, row): [number, number, string] => [56 + 250 * column, 730 - 14 * row, line]),
    )
    .flatMap((cells) => cells.toReversed())
  expect(await linesOf(placed(page))).toEqual(columns.flat())
})

test('German columns are known by what ends their lines', async () => {
  const rows = [
    ['Werdegang', 'Kenntnisse'],
    ['Aufbau der Werkstatt und', 'Rechnungswesen mit'],
    ['Leitung von neun Leuten,', 'Datev'],
    ['Einkauf von Holz für die', 'Portugiesisch und'],
    ['Möbel des Rathauses', 'Spanisch'],
  ]
  expect(await linesOf(rowByRow([56, 300], rows))).toEqual(
    [0, 1].flatMap((column) => rows.map((row) => row[column] ?? '')),
  )
})

test('three columns that are drawn row by row are read one after the other', async () => {
  const rows = [
    ['Work', 'School', 'Life'],
    ['Led nine people in', 'Studied the tides', 'Sings in a choir'],
    ['the port of Oslo and', 'of the North Sea', 'of forty people that'],
    ['trained all of them', 'for a whole year', 'meets every Monday'],
    ['Sold eleven boats to', 'Wrote a thesis on', 'Swims across lakes'],
    ['people in Bergen.', 'salt and its price', 'in every summer'],
  ]
  expect(await linesOf(rowByRow([50, 220, 390], rows))).toEqual(
    [0, 1, 2].flatMap((column) => rows.map((row) => row[column] ?? '')),
  )
})

test('a sidebar with bullets and a main column with dates are read one after the other', async () => {
  const rows = [
    ['Profile', '', 'Experience', ''],
    ['Builds stairs and', '', 'Joiner, Sample Stairs', '2018 to 2025'],
    ['doors for old houses', '•', 'Built forty stairs out of oak that were', ''],
    ['mostly in oak, and', '', 'older than the houses they were built', ''],
    ['measures twice before', '', 'for and kept all of them', ''],
    ['anything is cut.', '', 'Apprentice, Mock Doors', '2015 to 2018'],
    ['Tools', '•', 'Cut doors for the town hall and for', ''],
    ['Chisels', '', 'its stables', ''],
  ]
  expect(await linesOf(rowByRow([50, 220, 232, 480], rows))).toEqual([
    ...rows.map(([left = '']) => left),
    ...rows.map(([, bullet = '', text = '', dates = '']) =>
      [bullet, text, dates].filter(Boolean).join(' '),
    ),
  ])
})

test('employers beside their tasks are read one after the other', async () => {
  const entries = [
    [
      'Sample Care',
      'Oslo',
      'Product owner who brought nine',
      'teams onto one plan and cut',
      'waiting time by a third',
    ],
    [
      'Mock Clinic',
      'Rome',
      'Nurse on a ward of thirty beds',
      'with a team of six, trained',
      'students every year',
    ],
    [
      'Fable Inn',
      'Delft',
      'Cook for eighty guests a day',
      'and keeper of the garden',
      'behind the house',
    ],
  ]
  const page = entries.map(([employer = '', place = '', ...tasks], at) =>
    placed([
      [50, 700 - 70 * at, employer],
      [200, 700 - 70 * at, tasks[0] ?? ''],
      [50, 686 - 70 * at, place],
      [200, 686 - 70 * at, tasks[1] ?? ''],
      [200, 672 - 70 * at, tasks[2] ?? ''],
    ]),
  )
  expect(await linesOf(page.join(''))).toEqual(entries.flat())
})

test('headings side by side do not cut columns into sections', async () => {
  const column = (heading: string, more: string) => [
    heading,
    `Led nine people in the port of ${more}`,
    'and trained all of them for',
    'the open sea.',
  ]
  const halves = [
    [...column('Work', 'Oslo'), ...column('School', 'Delft')],
    [...column('Life', 'Rome'), ...column('Tools', 'Bergen')],
  ]
  const heights = [730, 706, 692, 678, 640, 616, 602, 588]
  const page = heights.map((y, row) =>
    placed([
      [50, y, halves[0]?.[row] ?? ''],
      [320, y, halves[1]?.[row] ?? ''],
    ]),
  )
  expect(await linesOf(page.join(''))).toEqual(halves.flat())
})

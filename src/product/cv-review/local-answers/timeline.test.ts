import { expect, test } from 'bun:test'
import { gatherEvidence } from './evidence.ts'
import { timelineGaps } from './score.ts'
import { rangesIn, yearsCovered } from './timeline.ts'

const now = new Date('2026-11-20T12:00:00Z')
const read = (...lines: string[]) => gatherEvidence(lines.join('\n'), now)
const titles = (...lines: string[]) => read(...lines).jobs.map((job) => job.title)

test.each([
  ["Jan '22 – Present", 4.5],
  ['06/19 – 12/21', 2.5],
  ['06.19–12.21', 2.5],
  ['01.03.2019 – 28.02.2021', 2],
  ['1 March 2019 – 28 February 2021', 2],
  ['2019–21', 2],
  ['2019-04-01 to 2021-03-31', 2],
  ['jan/2020 – dez/2021', 2],
  ['March – August 2021', 0.5],
  ['07–12/2019', 0.5],
  ['maio de 2018 até à data', 8.5],
  ['05/2022 – até ao presente', 4.5],
  ['05/2022 – bis heute', 4.5],
  ['Spring 2019 – Fall 2021', 2],
  ['09/2016 –', 10],
  ['WS 2017/18 – SS 2020', 3],
  ['Improved from 4.50 to 6.20 seconds', 0],
  ['Reach me at 0341 5550144', 0],
  ['von 8 auf 12', 0],
])('periods: %s', (line, years) => {
  expect(yearsCovered(rangesIn(line, now))).toBe(years)
})

test('jobs that overlap count once', () => {
  const job = [
    'Experience',
    'Nurse, Charité, 01/2018 – 12/2021',
    'Tutor, Volkshochschule, 01/2019 – 12/2020',
  ]
  expect(read(...job).years).toBe(4)
})

test('training, leave and service are no work, and no gap either', () => {
  for (const away of [
    'Parental leave, 2018 – 2020',
    'Elternzeit, 01/2018 – 12/2019',
    'Ausbildung zum Elektroniker, Stadtwerke, 01/2018 – 12/2019',
    'Doctorate in Chemistry, 2018 – 2020',
    'Licença parental, 2018 – 2020',
  ]) {
    const evidence = read(
      'Experience',
      'Nurse, Charité, 01/2020 – 12/2021',
      away,
      'Nurse, Vivantes, 01/2016 – 12/2017',
    )
    expect(evidence.jobs, away).toHaveLength(2)
    expect(evidence.years, away).toBe(4)
    expect(timelineGaps(evidence), away).toEqual([])
  }
})

test('a period beside a heading or a licence is no study and no job', () => {
  const evidence = read(
    'Experience',
    'Product owner at Sample Care',
    '2016 to 2025',
    'Education',
    'Mock University, 2012 to 2016',
    'Board positions',
    'Director, Fjord Housing, 2019 – present',
  )
  expect(evidence.studies.map(({ text }) => text)).toEqual(['2012 to 2016'])
  expect(evidence.years).toBe(9)
  const form = read(
    'Driver, City Transit, 2011 to 2025',
    'Also speaks Czech',
    'Licence D since 2010',
  )
  expect(form.years).toBe(14)
})

test('the title stands before or after a date that stands alone', () => {
  expect(
    titles(
      'Work',
      '2019 to 2025',
      'Branch manager, Optics',
      'Fitted 40 lenses',
      '2014 to 2019',
      'Optician, Glasses',
    ),
  ).toEqual(['Branch manager, Optics', 'Optician, Glasses'])
  expect(titles('Work', 'Optician, Glasses', '2014 to 2019', 'Fitted 40 lenses a week')).toEqual([
    'Optician, Glasses',
  ])
  expect(titles('Work', 'Intern, Optics, summer 2021')).toEqual(['Intern, Optics'])
})

test('a point below a job is no job, and a date in it is cut out cleanly', () => {
  expect(
    titles(
      'Experience',
      'Chief Operating Officer, 2016 – present',
      '- Chair of the pension trustees (2018 – present).',
      'Warehouse Operative, Quayside, 2013 – 2016 (part-time)',
      'Tuner, Pianos, 2011 to 2013, in charge of four people',
    ),
  ).toEqual([
    'Chief Operating Officer',
    'Warehouse Operative, Quayside, (part-time)',
    'Tuner, Pianos, in charge of four people',
  ])
  const praxis = read(
    'Berufserfahrung',
    'Seit 03/2019 Pflegefachfrau',
    'Praxis: 9 Auszubildende angeleitet',
  )
  expect(praxis.undated).toEqual([])
  expect(praxis.work.map(({ figure }) => figure)).toEqual(['9 Auszubildende'])
})

test('a job below a sidebar is found without a heading', () => {
  const { jobs, work, role } = read(
    'Contact',
    'vera.virtual@example.org',
    'Skills',
    'Payroll',
    'HR officer, Sample Foods, 2015 to 2025',
    'Paid 600 people on time every month',
  )
  expect(jobs).toHaveLength(1)
  expect(work).toHaveLength(1)
  expect(role).toBe('HR officer')
})

test('a date with a day is no numbered point, and a leave above a job does not take its date', () => {
  const { jobs, years } = read(
    'Beruflicher Werdegang',
    'Seit 10/2021',
    'Teamleiterin, Stromkontor AG',
    '01.04.2016 – 30.09.2021',
    'Kundenberaterin, Stromkontor AG',
    '08/2013 – 03/2016',
    'Elternzeit',
    '09/2010 – 07/2013',
    'Bürokauffrau, Autohaus Lang',
  )
  expect(jobs).toHaveLength(3)
  expect(years).toBe(13.5)
})

test('a point about a doctorate does not make the job above it a study', () => {
  const { jobs, work } = read(
    'Experience',
    'Wissenschaftlicher Mitarbeiter, Universität Stuttgart',
    '2007 - 2011',
    '– Promotion über Verbrennungsgeräusche',
  )
  expect(jobs).toHaveLength(1)
  expect(work).toHaveLength(0)
})

import { expect, test } from 'bun:test'
import { gatherEvidence } from './evidence.ts'
import { readCv } from './read-cv.ts'

const now = new Date('2026-11-20T12:00:00Z')
const said = (text: string) => readCv(text).lines.map((line) => line.said)

test.each([
  ['nadia.rahman@\nexample.org', 'email'],
  ['nadia.rahman@example.\norg', 'email'],
  ['nadia (at) example (dot) org', 'email'],
  ['+44 7700\n900 789', 'phone'],
  ['(415) 555-0136', 'phone'],
  ['Phone 555 0119 Lisbon', 'phone'],
  ['LinkedIn: nadia-rahman', 'link'],
  ['nora.pretend.dev', 'link'],
] as const)('contact: %s', (text, part) => {
  const { email, phone, link } = readCv(`Nadia Rahman\n${text}\nExperience`)
  expect({ email, phone, link }[part]).toBe(text.replace(/^Phone | Lisbon$/g, ''))
})

test.each([
  '2012 – 2016\n2016 – 2020',
  'Sold 120 4000-litre tanks',
  'Node.js, Vue.js',
  '01/2019 – 12/2020',
])('no contact: %s', (text) => {
  expect(readCv(text)).toMatchObject({ email: null, phone: null, link: null })
})

test('a phrase that is wrapped is one line, a new job is not', () => {
  expect(
    said('Product owner at Sample Care, where\nshe led nine teams\nand cut waiting by a third'),
  ).toEqual(['Product owner at Sample Care, where she led nine teams and cut waiting by a third'])
  const bullet = '- Einführung von MQTT und CAN-Bus im Prüfstand, die Rüstzeit um 25 % verkürzt'
  expect(said(`${bullet}\nWerkstudentin, Vogel GmbH\nOkt. 2018 – Mai 2020`)).toHaveLength(3)
  expect(said(`${bullet}\nset. 2015 – fev. 2018`)).toHaveLength(2)
  expect(said('Skills\npython\nrust')).toHaveLength(3)
})

test('a label that only a blank parts from the text is a heading where several do', () => {
  const { cv, jobs } = gatherEvidence(
    'Nadia Rahman\nExperience Coordinator, Felix Freight, 03/2021 – present\nEducation HND Logistics, Suffolk College, 2016 – 2018\nSkills Excel, SAP',
    now,
  )
  expect([...cv.sections]).toEqual(['experience', 'education', 'skills'])
  expect(jobs.map((job) => job.title)).toEqual(['Coordinator, Felix Freight'])
  const officer = readCv('Nadia Rahman\nExperience\nEducation Officer, Leeds, 2015 – 2019')
  expect([...officer.sections]).toEqual(['experience'])
})

test('programming languages are skills, not languages spoken', () => {
  expect([...readCv('Skills\nLanguages: Go, Rust, SQL').sections]).toEqual(['skills'])
})

test.each([
  ['Murat Yıldız\nSchweißer (MAG/WIG)', 'Schweißer'],
  ['Walt\nPiano tuner, walt@example.org', 'Piano tuner'],
  ['Ada\nSoftware engineer in a fast-growing team', 'Software engineer'],
  ['Sofia\nData engineer. Four years of pipelines.', 'Data engineer'],
  ['Profession Tram driver and instructor', 'Tram driver and instructor'],
])('role: %s', (text, role) => {
  expect(gatherEvidence(text, now).role).toBe(role)
})

test('sentences under the name are a summary', () => {
  const { sections } = readCv(
    'Sofia Brandt\nData engineer. Four years of pipelines for retail.\nExperience\nEngineer, 2019 – 2021',
  )
  expect(sections.has('summary')).toBe(true)
})

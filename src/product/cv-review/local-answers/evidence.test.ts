import { describe, expect, test } from 'bun:test'
import { gatherEvidence } from './evidence.ts'
import { figureIn } from './figures.ts'
import { SKILL_COUNT, skillsIn } from '#/product/local-answers/skills.ts'
import { rangesIn, yearsCovered } from './timeline.ts'

const now = new Date('2026-11-20T12:00:00Z')

test('skills have word boundaries', () => {
  const found = (text: string) => skillsIn(text).map((skill) => skill.name.en)
  expect(SKILL_COUNT).toBeGreaterThan(290)
  expect(found('C++, C#, .NET, Node.js, Go, R, SQL')).toEqual([
    'C++',
    'C#',
    '.NET',
    'Node.js',
    'Go',
    'R',
    'SQL',
  ])
  expect(
    found('I go swiftly to the excellent reactor and express interest in a spring sketch.'),
  ).toEqual([])
  expect(found('React Native with Java')).toEqual(['React Native', 'Java'])
  expect(found('Wrote the API in Go and Rust')).toEqual(expect.arrayContaining(['Go', 'Rust']))
  expect(found('Buchhaltung und Mitarbeiterführung')).toEqual(['accounting', 'people management'])
})

test.each([
  ['03/2019 – present', 7.5],
  ['2017-2021', 4],
  ['seit 2020', 6.5],
  ['Jan. 2018 bis Dez. 2019', 2],
  ['mar. 2021 – atual', 5.5],
  ['março de 2015 a fevereiro de 2017', 2],
  ['2019-04 to 2021-03', 2],
  ['since 05/2024', 2.5],
  ['10 Downing Street 2', 0],
])('periods: %s', (line, years) => {
  expect(yearsCovered(rangesIn(line, now))).toBe(years)
})

describe('facts are whole', () => {
  test.each([
    ['Sold software to 2,300 small businesses in Porto', '2,300 small businesses'],
    ['Ran 38 user interviews and rewrote the onboarding', '38 user interviews'],
    ['Planned the rota of a 24-bed ward', '24-bed ward'],
    ['Answered 40 support tickets per day', '40 support tickets'],
    ['Moved from one release a week to 12 a day', '12 a day'],
    ['Managed 12 direct reports', '12 direct reports'],
    ['Cut costs by 38%', '38%'],
    ['Beliefert 38 kleine Betriebe in Köln', '38 kleine Betriebe'],
    ['Leitung von 14 Mitarbeitenden', '14 Mitarbeitenden'],
    ['Atendi 2.300 pequenas empresas no Porto', '2.300 pequenas empresas'],
    ['Conduzi 38 entrevistas com utilizadores', '38 entrevistas com utilizadores'],
    ['Read 2,300 small', null],
    ['Worked in ISO 9001 certified plants', null],
  ])('%s: %p', (said, figure) => {
    expect(figureIn(said)).toBe(figure)
  })

  test('one dictionary knows the terms of many professions', () => {
    const names = (text: string) => skillsIn(text).map(({ name }) => name.en)
    expect(names('MQTT, gRPC, Kafka, Terraform, CAN bus and OPC-UA')).toEqual([
      'MQTT',
      'gRPC',
      'Kafka',
      'Terraform',
      'CAN bus',
      'OPC UA',
    ])
    expect(names('Dialyse, Blutentnahme und Beatmung')).toEqual([
      'dialysis',
      'phlebotomy',
      'ventilation',
    ])
    expect(names('Kommissionierung, Zollabwicklung, Gefahrgut')).toHaveLength(3)
    expect(names('WIG-Schweißen, Wärmepumpen, Elektroinstallation')).toHaveLength(3)
    expect(names('Umsatzsteuer, SAF-T, KYC')).toHaveLength(3)
  })

  const read = (text: string) => gatherEvidence(text, now)

  test('the dates of an education are not work, in a section or without', () => {
    const job = 'Nurse, Charité Berlin, 01/2020 – 01/2023'
    for (const text of [
      `Nora Blum\nBSc Nursing, University of Leeds, 2014 – 2018\n${job}\n- Cared for 24 patients`,
      `Nora Blum\nBSc Nursing, University of Leeds\n2014 – 2018\n${job}`,
      `Nora Blum\nExperience\n${job}\nB.Sc. Pflege, Hochschule Esslingen, 2014 – 2018`,
      `Nora Blum\nExperiência\n${job}\nLicenciatura em Enfermagem, 2014 – 2018`,
    ]) {
      const { years, jobs, studies } = read(text)
      expect({ years, jobs: jobs.length, studies: studies.length }).toEqual({
        years: 3,
        jobs: 1,
        studies: 1,
      })
    }
    // A role at a school is work, also one whose name is not known.
    expect(read('Berufserfahrung\n10/2020 – 10/2024 Hilfskraft, Universität Leipzig').years).toBe(4)
    expect(read('Experience\nTeacher, Goethe School, 01/2015 – 01/2019').years).toBe(4)
  })

  test('a label beside the text is a heading', () => {
    for (const gap of ['    ', '\t', ' | ']) {
      const { cv, years, studies, jobs } = read(
        [
          'Nora Blum',
          `Experience${gap}Nurse, Charité Berlin, 01/2020 – 01/2023`,
          '- Cared for 24 patients',
          `Education${gap}BSc Nursing, University of Leeds, 2014 – 2018`,
          `Languages${gap}German, English`,
        ].join('\n'),
      )
      expect([...cv.sections]).toEqual(['experience', 'education', 'languages'])
      expect(years).toBe(3)
      expect(studies).toHaveLength(1)
      expect(jobs[0]?.quote).toBe('Nurse, Charité Berlin, 01/2020 – 01/2023')
    }
    expect([...read('Nora Blum\nLanguages: German\nSkills: MQTT').cv.sections]).toEqual([
      'languages',
      'skills',
    ])
  })
})

import { expect, test } from 'bun:test'
import { gatherEvidence } from './evidence.ts'
import { reviewCv } from './review-cv.ts'
import { topicOf } from './topics.ts'

const now = new Date('2026-11-20T12:00:00Z')
const review = (lines: string[], language: 'en' | 'de' | 'pt' = 'en') =>
  reviewCv(lines.join('\n'), language, now)
const gapTitles = (lines: string[]) => review(lines).gaps.map(({ title }) => title)

const nurse = [
  'Grace Okafor',
  'Registered Nurse',
  'grace@example.org | 07700 900123',
  'Profile',
  'Band 6 nurse with a steady hand in busy admissions, good with families and rotas.',
  'Experience',
  'Ward Sister, St Agnes Hospital, 09/2021 – present',
  '• Cut falls with harm from 9 to 3 a quarter by moving handover to the bedside.',
  '• Triaged up to 60 patients per shift.',
  '• Mentored two students every term.',
  'Staff Nurse, Riverside Infirmary, 03/2017 – 08/2021',
  '• Helped with the introduction of electronic observations.',
  'Education',
  'BSc Nursing, University of York, 2013 – 2016',
  'Skills',
  'Triage, wound care, IV therapy, discharge planning',
]

test('a skill that the work shows in another form is not called unshown', () => {
  const gap = review(nurse).gaps.find(({ title }) => title.startsWith('Listed'))
  expect(gap?.detail).toContain('Wound care, IV therapy and discharge planning are in the list')
})

test('no line is praised and found wanting at once, and no advice is given twice', () => {
  for (const language of ['en', 'de', 'pt'] as const) {
    const { strengths, gaps } = review(nurse, language)
    const praised = strengths.map(({ quote }) => quote)
    for (const { quote, title } of gaps) if (quote) expect(praised, title).not.toContain(quote)
    expect(new Set(gaps.map(({ advice }) => advice)).size).toBe(gaps.length)
  }
})

test('what is missing is told once, with what to write there', () => {
  const bare = nurse.filter((line) => !/^Skills|^Triage, |@/.test(line))
  const gaps = review(bare).gaps
  const missing = gaps.find(({ title }) => title.startsWith('Missing'))
  expect(missing).toMatchObject({ title: 'Missing: skills and languages' })
  expect(missing?.advice).toContain('List six to ten tools')
  expect(gapTitles(bare).join()).not.toContain('specific skill')
  expect(JSON.stringify(gaps)).not.toContain('a link to a profile')
})

test('years are whole, and those of another trade are not experience in the new one', () => {
  expect(review(nurse).headline).toStartWith('Registered Nurse with 9 years of experience')
  const changer = [
    'Tom Fairley',
    'Junior Web Developer',
    'tom@example.org',
    'Experience',
    'Web Developer, 01/2025 – 10/2026',
    '- Built an ordering site in React for two restaurants, 300 orders a week.',
    'Head Chef, The Larder, 05/2015 – 03/2024',
    '- Led a brigade of 12 and cut food waste by 18%.',
    'Skills',
    'React, TypeScript, HACCP',
  ]
  expect(review(changer).headline).toContain('10 years of work in all')
  expect(review(changer, 'pt').headline).toContain('10 anos de trabalho ao todo')
})

test('a gap is told by the months around it, or by years where only years are known', () => {
  const jobs = (first: string, second: string) =>
    review([
      'Ada Blom',
      'Experience',
      `Engineer, Harbour Ltd, ${second}`,
      `Engineer, Dock Ltd, ${first}`,
      ...nurse.slice(7, 10),
    ])
      .gaps.map(({ title, detail }) => `${title} ${detail}`)
      .join()
  const months = jobs('01/2015 – 12/2017', '01/2019 – present')
  expect(months).toContain('12 months without an entry Between 12/2017 and 01/2019')
  expect(jobs('2012 – 2015', '2018 – present')).toContain('Nothing between 2015 and 2018')
})

test('one is singular', () => {
  const lines = [
    'Ada Blom',
    'Engineer, ada@example.org',
    'Experience',
    'Engineer, Harbour Ltd, 2018 – 2025',
    'Built the booking service in Kotlin for 40,000 users.',
  ]
  expect(review(lines).summary).toStartWith(
    'The one line about your work carries a figure. Kotlin stands out.',
  )
  expect(review(lines, 'de').summary).toStartWith(
    'Die einzige Zeile über deine Arbeit enthält eine Zahl. Am stärksten fällt Kotlin auf.',
  )
  expect(review(lines, 'pt').summary).toStartWith(
    'A única linha sobre o teu trabalho traz um número. Destaca-se Kotlin.',
  )
})

test('Portuguese is that of Portugal, and speaks to the reader as "tu"', () => {
  const said = JSON.stringify([
    review(nurse, 'pt'),
    review(['x'], 'pt'),
    review(nurse.slice(0, 4), 'pt'),
  ])
  expect(said).not.toMatch(
    /você|usuári|equipe|arquivo|contat[oa]|seção|precisa perguntar|planej|economi[az]|se dirige|leitos|estoque/i,
  )
})

test.each([
  ['Go to the market every morning', 'general'],
  ['MAG- und WIG-Schweißen von Baustahl', 'craft'],
  ['Run the numeracy club', 'teaching'],
  ['Integração de novos colaboradores', 'people'],
  ['Built the latest preventive plan', 'general'],
  ['Kept the customs files', 'operations'],
] as const)('topic: %s: %s', (line, topic) => {
  expect(topicOf(line)).toBe(topic)
})

test('a post below a job is no account of work', () => {
  const { work } = gatherEvidence(
    [
      'Experience',
      'Chief Operating Officer, 2016 – present',
      '• Chair of the trustees (2018 – present).',
      '• Opened 9 depots.',
    ].join('\n'),
    now,
  )
  expect(work.map(({ line }) => line.said)).toEqual(['Opened 9 depots.'])
})

test('languages under another heading are not called missing', () => {
  const lines = [...nurse.slice(0, -2), 'Further skills: Excel', 'English (C1), Igbo']
  expect(review(lines).missingSections).not.toContain('languages')
})

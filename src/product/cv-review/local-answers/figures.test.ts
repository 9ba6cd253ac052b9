import { expect, test } from 'bun:test'
import { effectOf, figureIn, peopleIn } from './figures.ts'
import { quoted } from './findings.ts'
import { strongOpening } from './phrases.ts'

test.each([
  ['Cut falls with harm from 9 to 3 a quarter by moving handover', 'from 9 to 3 a quarter', 'down'],
  ['Umsatz von 8 auf 12,5 Mio. € gesteigert', 'von 8 auf 12,5 Mio. €', 'up'],
  ['Redeployed 310 of 420 employees', '310 of 420 employees', 'scale'],
  ['Faturação anual de 2,3 milhões de euros', '2,3 milhões de euros', 'scale'],
  ['Closed $1.4M in new business, 118% of quota', '118% of quota', 'up'],
  ['Planned 120 container moves and cut demurrage by a fifth', 'by a fifth', 'down'],
  ['Rüstzeit halbiert', 'Rüstzeit halbiert', 'down'],
  ['Halved the drop-out rate of a booking form', 'Halved the drop-out rate', 'down'],
  ['Contract tests, so that releases went from monthly to weekly', 'from monthly to weekly', 'up'],
  ['Firmware auf FreeRTOS, 40.000 Geräte im Feld', '40.000 Geräte', 'scale'],
  ['Migração de 6 serviços, com menos 40% de custos', '40% de custos', 'down'],
  ['Ran 40 workshops and reduced churn', '40 workshops', 'scale'],
  ['Opened 5 London sites', '5 London sites', 'scale'],
  ['Rebuilt the driver app; crashes: 2.1% to 0.2%', '2.1% to 0.2%', 'down'],
  ['The median container waits 5 hours instead of 19', '5 hours instead of 19', 'down'],
  ['Six campaigns; cost per lead down 34%', '34%', 'down'],
  ['12 Patente angemeldet', '12 Patente', 'scale'],
  ['Fault finding in offices of up to 4,000 m²', '4,000 m²', 'scale'],
  ['Geprüft in 28195 Bremen', null, 'scale'],
] as const)('%s: %p, %s', (said, figure, effect) => {
  expect([figureIn(said), effectOf(said)]).toEqual([figure, effect])
})

test('the people of a line are those who were led, not any figure in it', () => {
  expect(peopleIn('Led a brigade of 12 and cut food waste by 18%')).toBe('brigade of 12')
  expect(peopleIn('4 neue Kolleginnen und Kollegen eingearbeitet')).toBe(
    '4 neue Kolleginnen und Kollegen',
  )
  expect(peopleIn('9 Auszubildende angeleitet')).toBe('9 Auszubildende')
  expect(peopleIn('Gestão de uma equipa de 14 cozinheiros')).toBe('equipa de 14 cozinheiros')
  expect(peopleIn('Led a team of 12 across three sites')).toBe('team of 12')
  expect(peopleIn('Led the migration and cut cost by 31%')).toBeNull()
})

test.each([
  ['Moved 14 services to Kubernetes', 'Moved'],
  ['Mentor two students every term', 'Mentor'],
  ['Testabdeckung von 35 auf 80 Prozent erhöht', 'erhöht'],
  ['Verhandlung von Rahmenverträgen', 'Verhandlung'],
  ['Leciono a 6 turmas', 'Leciono'],
  ['Unterstützung bei der Migration', null],
  ['Worked on the gateway', null],
  ['Go to the market every morning', null],
])('the act that opens a line: %s', (said, verb) => {
  expect(strongOpening(said)).toBe(verb)
})

test('a long quote ends with a phrase', () => {
  const first = `Led the split of a monolith into nine services without downtime${' and more'.repeat(9)},`
  expect(
    quoted(
      `${first} which took two years and a half of careful work across four teams and two offices in Leeds`,
    ),
  ).toBe(first.slice(0, -1))
})

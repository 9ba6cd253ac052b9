import { expect, test } from 'bun:test'
import { skillsIn } from './skills.ts'

const names = (text: string) => skillsIn(text).map(({ name }) => name.en)

test.each([
  ['C, C++, Python, FreeRTOS', ['C', 'C++', 'Python', 'FreeRTOS']],
  ['R, SQL, C++', ['R', 'SQL', 'C++']],
  ['Python, R, Excel, Stata', ['Python', 'R', 'Excel', 'Stata']],
  ['C#/.NET, ASP.NET Core', ['C#', '.NET']],
  ['Rewrote it in Go.', ['Go']],
  ['Python, Go (basic)', ['Python', 'Go']],
  ['html, css, sql, react', ['HTML', 'CSS', 'SQL', 'React']],
  ['PLC, HMI and SCADA', ['PLC programming', 'SCADA']],
  ['MAG- und WIG-Schweißen', ['MAG welding', 'TIG welding']],
  ['Suporte Avançado de Vida', ['ALS']],
])('%s', (text, found) => {
  expect(names(text)).toEqual(found)
})

test.each([
  'Führung des Lagers als Vertretung, mag die Arbeit',
  'Trabalho sem supervisão',
  'Go to the market every morning, plan the menu, R. Smith as sous chef.',
  'Klassen B, C, CE',
  'Norrland Foods PLC, London',
  'React to alarms, take the rest, excel at maths',
  'Spring, 2019',
  'Head of R&D; J. R. Tolkien',
])('no skill by accident: %s', (text) => {
  expect(names(text)).toEqual([])
})

test('Portuguese names are those of Portugal', () => {
  const said = skillsIn('retail, payroll, emergency care, inventory management, welding')
  expect(said.map(({ name }) => name.pt)).toEqual([
    'comércio a retalho',
    'processamento salarial',
    'urgência',
    'gestão de stocks',
    'soldadura',
  ])
})

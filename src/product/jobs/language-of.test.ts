import { expect, test } from 'bun:test'
import { languageOf } from './language-of.ts'

test.each([
  ['Leitende Sachbearbeiterin für Donaudampfschifffahrt', 'de'],
  ['Energieberatung Du planst mit uns Wärmepumpen.', 'de'],
  ['Field engineer Keep the turbines of our parks running.', 'en'],
  ['Engenheira de campo Manutenção de turbinas para os nossos parques.', 'pt'],
  ['Product designer', undefined],
  ['', undefined],
] as const)('%s: %s', (text, language) => expect(languageOf(text)).toBe(language))

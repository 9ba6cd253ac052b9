import { expect, test } from 'bun:test'
import { tidyName } from '#/platform/files/request-upload.server.ts'
import { signUpInput, updateAccountInput } from '#/platform/identity/contract.ts'
import {
  newOrganizationFields,
  profileFields,
} from '#/platform/organizations/organization-fields.ts'
import { oneLine, withoutHarmfulCharacters } from './plain-text.ts'
import cases from '../tests/fixtures/names.json'
import { describeNames, describeNamesWithoutAddress } from '../tests/name-cases.ts'

/** Every field that takes the name of something, and the fields around it. */
const fields = {
  'a person who signs up': signUpInput.shape.name,
  'a person': updateAccountInput.shape.name,
  'a new organisation': newOrganizationFields.shape.name,
  'an organisation': profileFields.shape.name,
  'a place': profileFields.shape.location,
  'an industry': profileFields.shape.industry,
}
describeNames(fields)
describeNamesWithoutAddress({
  'a person who signs up': signUpInput.shape.name,
  'an organisation': profileFields.shape.name,
})

test.each(cases.fileNames)('the file $name becomes $becomes', ({ name, becomes }) => {
  expect(tidyName(name)).toBe(becomes)
})

test('a file name of nothing but joiners is none', () => {
  expect(tidyName('\u200c\u200d')).toBe('file')
  expect(tidyName(`${'a'.repeat(115)}😀.docx`)).toBe(`${'a'.repeat(115)}.docx`)
})

test.each([
  ['acme.example', 'https://acme.example'],
  ['https://acme.example/jobs', 'https://acme.example/jobs'],
  ['https://user:pass@acme.example', null],
  ['https://acme.example@evil.example', null],
  ['acme.example@evil.example', null],
  ['https://acme.example\\@evil.example', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
])('the website %s', (website, becomes) => {
  const result = profileFields.shape.website.safeParse(website)
  expect(result.data ?? null).toBe(becomes)
})

test('marks that tower over a letter are harmful, those of a script are not', () => {
  const name = (marks: number) => `Zoe${'\u0301'.repeat(marks)} Berg`
  expect(oneLine(500).safeParse(name(8)).success).toBe(true)
  expect(oneLine(500).safeParse(name(9)).success).toBe(false)
  expect(withoutHarmfulCharacters(name(400))).toBe(name(8))
  for (const written of ['Nguyễn'.normalize('NFD'), 'ที่อยู่', 'שָׁ֑לוֹם', 'བསྒྲུབས', 'ཧྐྵྨླྺྼྻྂ']) {
    expect(oneLine(500).safeParse(written).success).toBe(true)
  }
})

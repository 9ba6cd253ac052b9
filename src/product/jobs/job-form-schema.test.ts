import { expect, test } from 'bun:test'
import { validateForm } from '#/ui/form-validation.ts'
import { jobFormSchema } from './job-form-schema.ts'

const empty = {
  title: '',
  department: '',
  location: '',
  country: '',
  summary: '',
  description: '',
  workplace: 'remote',
  employmentType: 'full_time',
  skills: [],
  closesOn: '',
  salaryCurrency: 'EUR',
  salaryPeriod: 'year',
}
const needed = ['country', 'description', 'location', 'summary']

const refused = async (intent: 'save' | 'publish', isPublic: boolean, fields: object = {}) => {
  const values = { ...empty, ...fields, intent }
  const { errors = {} } = await validateForm(jobFormSchema(isPublic), values)
  return Object.keys(errors).toSorted()
}

test('publishing an empty form names every missing field at once, and what is wrong besides', async () => {
  expect(await refused('publish', false)).toEqual([...needed, 'title'])
  const all = [...needed, 'salaryMax', 'title']
  expect(await refused('publish', false, { salaryMin: 60_000 })).toEqual(all.toSorted())
})

test('a draft needs its title alone', async () => {
  expect(await refused('save', false)).toEqual(['title'])
  expect(await refused('save', false, { title: 'Baker' })).toEqual([])
})

test('a public job is refused when it would lose what readers need', async () => {
  const fields = { title: 'Baker', location: 'Lisboa' }
  expect(await refused('save', true, fields)).toEqual(needed.filter((name) => name !== 'location'))
})

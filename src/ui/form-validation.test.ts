import { describe, expect, test } from 'bun:test'
import { overwriteGetLocale } from '#/i18n/generated/runtime.js'
import { m } from '#/i18n/messages.ts'
import { z } from 'zod'
import { validateForm } from './form-validation.ts'

overwriteGetLocale(() => 'en')

async function errorOf(schema: z.ZodType, value: unknown) {
  const result = await validateForm(z.object({ field: schema }), { field: value })
  return result.errors?.field
}

describe('each refusal has a sentence of its own', () => {
  const empty = m.ui_error_required_unnamed()
  const cases: [string, z.ZodType, unknown, string][] = [
    ['empty text', z.string().min(1), '', empty],
    ['empty text that has a length', z.string().min(12), '', empty],
    ['missing text', z.string(), undefined, empty],
    ['short text', z.string().min(12), 'abc', 'Use at least 12 characters.'],
    ['long text', z.string().max(2), 'abc', 'Use at most 2 characters.'],
    ['text of another length', z.string().length(6), '12', 'Use exactly 6 characters.'],
    ['empty email', z.email(), '', empty],
    ['wrong email', z.email(), 'ada@', m.ui_error_email()],
    ['wrong email, older form', z.string().email(), 'ada@', m.ui_error_email()],
    ['wrong address', z.url(), 'example', m.ui_error_url()],
    ['wrong id', z.uuid(), '12', m.ui_error_id()],
    ['wrong date', z.iso.date(), 'tomorrow', m.ui_error_date()],
    ['wrong time', z.iso.time(), 'noon', m.ui_error_time()],
    ['another form', z.string().regex(/^[a-z]+$/), 'A', m.ui_error_format()],
    ['missing number', z.number(), undefined, empty],
    ['missing number, coerced', z.coerce.number(), undefined, empty],
    ['no number', z.number(), 'x', m.ui_error_number()],
    ['broken number', z.int(), 1.5, m.ui_error_whole_number()],
    ['another step', z.number().multipleOf(5), 7, 'Use a multiple of 5.'],
    ['a third decimal', z.number().multipleOf(0.01), 12.345, 'Use at most 2 decimal places.'],
    ['small number', z.number().min(1000), 1, 'Enter 1,000 or more.'],
    ['number not above', z.number().gt(0), 0, 'Enter more than 0.'],
    ['big number', z.number().max(50), 51, 'Enter 50 or less.'],
    ['number not below', z.number().lt(1), 1, 'Enter less than 1.'],
    ['no choice', z.enum(['a', 'b']), undefined, m.ui_error_choice_required_unnamed()],
    ['empty choice', z.enum(['a', 'b']), '', m.ui_error_choice_required_unnamed()],
    ['foreign choice', z.enum(['a', 'b']), 'c', m.ui_error_choice()],
    ['unticked box', z.literal(true), false, m.ui_error_tick_required()],
    ['nothing ticked', z.array(z.string()).min(1), [], m.ui_error_choice_required_unnamed()],
    ['too few ticked', z.array(z.string()).min(2), ['a'], 'Choose at least 2.'],
    ['too many ticked', z.array(z.string()).max(1), ['a', 'b'], 'Choose at most 1.'],
    ['no file', z.file(), undefined, m.ui_error_file_required()],
    ['empty file', z.file().min(1), new File([], 'a'), m.ui_error_file_too_small()],
    [
      'big file',
      z.file().max(1000),
      new File(['x'.repeat(2000)], 'a'),
      'Choose a file no larger than 1 kB.',
    ],
    [
      'early date',
      z.coerce.date().min(new Date('2026-04-03')),
      '2026-01-01',
      'Choose 3 Apr 2026 or later.',
    ],
    ['a rule of the feature', z.string().refine(() => false, 'Taken.'), 'x', 'Taken.'],
    ['a rule without a sentence', z.string().refine(() => false), 'x', m.ui_error_invalid()],
  ]
  test.each(cases)('%s', async (_, schema, value, sentence) => {
    expect(await errorOf(schema, value)).toBe(sentence)
  })
})

test('a missing field is named by its label', async () => {
  const schema = z.object({ title: z.string().min(1), size: z.enum(['s', 'l']), note: z.string() })
  const labels: Record<string, string> = { title: 'Job title', size: 'Size' }
  const { errors } = await validateForm(schema, { title: '', size: '' }, (name) => labels[name])
  expect(errors).toEqual({
    title: 'Fill in “Job title”.',
    size: 'Choose an option for “Size”.',
    note: 'Fill in this field.',
  })
})

test('never shows the library’s own English', async () => {
  overwriteGetLocale(() => 'de')
  expect(await errorOf(z.string().min(12), 'abc')).toBe('Gib mindestens 12 Zeichen ein.')
  expect(await errorOf(z.union([z.email(), z.url()]), 'abc')).toBe('Prüfe dieses Feld.')
  overwriteGetLocale(() => 'en')
})

test('an empty field counts as absent where the schema refuses an empty string', async () => {
  const schema = z.object({
    website: z.url().optional(),
    note: z.string(),
    name: z.string().min(1),
  })
  expect(await validateForm(schema, { website: '', note: '', name: 'Ada' })).toEqual({
    values: { note: '', name: 'Ada' },
  })
  const { errors } = await validateForm(schema, { website: '', note: '', name: '' })
  expect(errors).toEqual({ name: m.ui_error_required_unnamed() })
})

test('keeps the first issue of a field, and finds the field of a rule over two', async () => {
  const schema = z
    .object({ password: z.string().min(8).regex(/\d/), again: z.string() })
    .refine((values) => values.password === values.again, { path: ['again'], error: 'Different.' })
  const short = await validateForm(schema, { password: 'a', again: 'a' })
  expect(short.errors).toEqual({ password: 'Use at least 8 characters.' })
  const different = await validateForm(schema, { password: 'abcdefg1', again: 'b' })
  expect(different.errors).toEqual({ again: 'Different.' })
})

test('an issue without a field belongs to the form', async () => {
  const schema = z.object({ a: z.string() }).refine(() => false, 'One of the two.')
  expect(await validateForm(schema, { a: 'x' })).toEqual({
    errors: {},
    formError: 'One of the two.',
  })
})

test('takes any Standard Schema', async () => {
  const schema = {
    '~standard': {
      validate: async (value: unknown) =>
        value === 1 ? { value } : { issues: [{ message: 'No.', path: [{ key: 'field' }] }] },
    },
  }
  expect(await validateForm(schema, {})).toEqual({ errors: { field: 'No.' }, formError: undefined })
})

import { expect, test } from 'bun:test'
import { z } from 'zod'
import type { JsonSchema } from './conversation.ts'
import { embedText, similarity } from './embed.ts'
import { fillSchema } from './fill-schema.ts'

const text =
  'Company: Acme. Please refund order 4711 for jo@example.com, the delivery was late and I am not happy.'

const tree: z.ZodType = z.object({
  label: z.string(),
  children: z.array(z.lazy(() => tree)),
  next: z.lazy(() => tree).nullable(),
})

test.each<[string, z.ZodType]>([
  [
    'bounds',
    z.object({
      score: z.int().min(3).max(7),
      share: z.number().gt(0).lt(1),
      step: z.number().multipleOf(5).min(12),
    }),
  ],
  [
    'lists',
    z.object({
      tags: z.array(z.string()).min(2).max(3),
      empty: z.array(z.object({ a: z.boolean() })).min(1),
      pair: z.tuple([z.string(), z.number()]),
    }),
  ],
  [
    'choices',
    z.object({
      mood: z.enum(['good', 'not happy']),
      kind: z.literal('refund'),
      either: z.union([z.number(), z.object({ x: z.string() })]),
      none: z.string().nullable(),
      gone: z.null(),
    }),
  ],
  [
    'strings',
    z.object({
      email: z.email(),
      site: z.url(),
      day: z.iso.date(),
      id: z.uuid(),
      short: z.string().max(5),
      long: z.string().min(40),
      code: z.string().regex(/^[a-z]{2}$/),
    }),
  ],
  [
    'nesting',
    z.object({
      a: z.object({ b: z.array(z.object({ c: z.array(z.enum(['x', 'y'])).min(1) })).min(2) }),
      optional: z.string().optional(),
    }),
  ],
  ['recursion', tree],
  ['records', z.object({ map: z.record(z.string(), z.number()), free: z.looseObject({}) })],
  ['intersections', z.intersection(z.object({ a: z.string() }), z.object({ b: z.int() }))],
])('any schema is filled validly: %s', (_, schema) => {
  const json: JsonSchema = { ...z.toJSONSchema(schema) }
  const filled = fillSchema(json, text)
  expect(schema.safeParse(filled).error).toBeUndefined()
})

test('the values come from the text where it has them', () => {
  const schema = z.toJSONSchema(
    z.object({
      company: z.string(),
      email: z.email(),
      order: z.int(),
      mood: z.enum(['fine', 'not happy']),
      title: z.string(),
    }),
  )
  expect(fillSchema({ ...schema }, text)).toMatchObject({
    company: 'Acme',
    email: 'jo@example.com',
    order: 4711,
    mood: 'not happy',
  })
})

test('similar texts are nearer than unrelated ones', () => {
  const embed = (value: string) => embedText(value, 1536)
  const job = embed('Senior backend engineer, TypeScript and PostgreSQL, payments')
  const near = similarity(job, embed('Backend engineering with PostgreSQL for a payment platform'))
  const far = similarity(job, embed('Registered nurse for the intensive care ward, night shifts'))
  expect(near).toBeGreaterThan(far + 0.2)
  expect(similarity(job, job)).toBeCloseTo(1)
  expect(embed('')).toHaveLength(1536)
})

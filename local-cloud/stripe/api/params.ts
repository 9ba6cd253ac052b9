import { z } from 'zod'
import type { Form, FormValue } from './form-encoding.ts'
import { missingParam, StripeError } from './stripe-error.ts'

export const text = z.string().min(1).max(5_000)
/** An empty string unsets the field, as in Stripe. */
export const clearableText = z
  .string()
  .max(5_000)
  .transform((value) => (value === '' ? null : value))
export const wholeNumber = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(Number)
export const positiveNumber = wholeNumber.refine((value) => value >= 1)
export const quantity = wholeNumber.refine((value) => value >= 0 && value <= 999_999)
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
export const webAddress = z
  .string()
  .max(5_000)
  .refine(isWebAddress, { params: { code: 'url_invalid' }, error: 'Not a valid URL' })

/** `''` for the whole removes all keys, `''` for a key removes it. */
export const metadata = z.union([
  z.literal(''),
  z
    .record(z.string().max(40), z.string().max(500))
    .refine((keys) => Object.keys(keys).length <= 50),
])

const range = z.strictObject({
  gt: wholeNumber.optional(),
  gte: wholeNumber.optional(),
  lt: wholeNumber.optional(),
  lte: wholeNumber.optional(),
})

export const listParams = {
  limit: wholeNumber.refine((value) => value >= 1 && value <= 100).optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
  created: z.union([wholeNumber, range]).optional(),
}

/** Parameters of the real API that change nothing here, accepted so that real code runs. */
export function ignored(...names: string[]): Record<string, z.ZodOptional<z.ZodType<FormValue>>> {
  return Object.fromEntries(names.map((name) => [name, z.custom<FormValue>().optional()]))
}

export function changedMetadata(
  current: Record<string, string>,
  change: z.output<typeof metadata> | undefined,
): Record<string, string> {
  if (change === undefined) return current
  if (change === '') return {}
  return Object.fromEntries(
    Object.entries({ ...current, ...change }).filter(([, value]) => value !== ''),
  )
}

/** Throws Stripe's error for the first thing that is wrong with a request's parameters. */
export function parseParams<Schema extends z.ZodType>(
  schema: Schema,
  form: Form,
): z.output<Schema> {
  const result = schema.safeParse(form)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  if (!issue) throw new StripeError(400, 'Invalid request.')
  throw asStripeError(issue, form)
}

function asStripeError(issue: z.core.$ZodIssue, form: Form): StripeError {
  if (issue.code === 'unrecognized_keys') {
    const param = paramName([...issue.path, issue.keys[0] ?? ''])
    return new StripeError(400, `Received unknown parameter: ${param}`, {
      code: 'parameter_unknown',
      param,
    })
  }
  const param = paramName(issue.path)
  const value = valueAt(form, issue.path)
  if (value === undefined) return missingParam(param)
  if (value === '') {
    return new StripeError(
      400,
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
      { code: 'parameter_invalid_empty', param },
    )
  }
  if (issue.code === 'custom' && issue.params?.code === 'url_invalid') {
    return new StripeError(400, 'Not a valid URL', { code: 'url_invalid', param })
  }
  const shown = typeof value === 'string' ? value.slice(0, 100) : JSON.stringify(value)
  return new StripeError(400, `Invalid ${param}: ${shown}`, { param })
}

function paramName(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path.map(String)
  return [first, ...rest.map((key) => `[${key}]`)].join('')
}

function valueAt(form: Form, path: readonly PropertyKey[]): FormValue | undefined {
  let value: FormValue | undefined = form
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)]
    else if (typeof value === 'object') value = value[String(key)]
    else return undefined
  }
  return value
}

function isWebAddress(value: string): boolean {
  const address = URL.parse(value)
  return address?.protocol === 'http:' || address?.protocol === 'https:'
}

import { m } from '#/i18n/messages.ts'
import type { core } from 'zod'
import { formatDate } from './format-date.ts'
import { formatFileSize, formatNumber } from './format-number.ts'

/** The part of Standard Schema (standardschema.dev) that a form needs; every Zod schema has it. */
export interface FormSchema<Output> {
  readonly '~standard': {
    readonly validate: (value: unknown) => Result<Output> | Promise<Result<Output>>
  }
}

type Result<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: ReadonlyArray<Issue> }

interface Issue {
  readonly message: string
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined
}

export type FieldErrors = Record<string, string>

type Validation<Output> =
  | { values: Output; errors?: undefined }
  | {
      errors: FieldErrors
      /** Of an issue that belongs to no field. */
      formError?: string
    }

/** The words that the reader sees beside a field, to name it in a sentence. */
type LabelOf = (name: string) => string | undefined

/**
 * Validates what a form holds. An empty text field is offered as '' first and, where the schema
 * refuses that, as absent, so that `z.email().optional()` means what it says in a form too.
 */
export async function validateForm<Output>(
  schema: FormSchema<Output>,
  values: Record<string, unknown>,
  labelOf: LabelOf = () => undefined,
): Promise<Validation<Output>> {
  let result = await schema['~standard'].validate(values)
  if (result.issues) {
    const refusedEmpty = result.issues
      // A rule of one's own that refuses '' wants it filled in, and says so better.
      .filter((issue) => !(isZodIssue(issue) && issue.code === 'custom'))
      .map(fieldOf)
      .filter((name) => values[name] === '')
    if (refusedEmpty.length > 0) {
      const present = Object.entries(values).filter(([name]) => !refusedEmpty.includes(name))
      result = await schema['~standard'].validate(Object.fromEntries(present))
    }
  }
  if (!result.issues) return { values: result.value }

  const errors: FieldErrors = {}
  let formError: string | undefined
  for (const issue of result.issues) {
    const name = fieldOf(issue)
    if (name === '') formError ??= explainIssue(issue, values)
    else errors[name] ??= explainIssue(issue, values[name], labelOf(name))
  }
  return { errors, formError }
}

/** The name of the field that an issue is about; '' when it is about the whole form. */
function fieldOf(issue: Issue) {
  const first = issue.path?.[0]
  if (first === undefined) return ''
  return String(typeof first === 'object' ? first.key : first)
}

type ZodIssue = core.$ZodIssue
const isZodIssue = (issue: Issue | ZodIssue): issue is ZodIssue =>
  'code' in issue && typeof issue.code === 'string'

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

const fillIn = (label?: string) =>
  label ? m.ui_error_required({ label }) : m.ui_error_required_unnamed()
const choose = (label?: string) =>
  label ? m.ui_error_choice_required({ label }) : m.ui_error_choice_required_unnamed()

/** The sentence below the field. Zod's own English is never shown, except for `custom` issues. */
function explainIssue(issue: Issue, value: unknown, label?: string): string {
  if (!isZodIssue(issue)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue, value, label)
    case 'too_small':
      return explainTooSmall(issue, value, label)
    case 'too_big':
      return explainTooBig(issue)
    case 'invalid_format':
      return isEmpty(value) ? fillIn(label) : explainFormat(issue.format)
    case 'invalid_value':
      if (issue.values.length === 1 && issue.values[0] === true) return m.ui_error_tick_required()
      if (issue.path.length > 0 && isEmpty(value)) return choose(label)
      return value instanceof File ? m.ui_error_file_type() : m.ui_error_choice()
    case 'not_multiple_of':
      return explainStep(issue.divisor)
    case 'invalid_union':
      return isEmpty(value) ? fillIn(label) : m.ui_error_invalid()
    case 'custom':
      return issue.message === '' || issue.message === 'Invalid input'
        ? m.ui_error_invalid()
        : issue.message
    default:
      return m.ui_error_invalid()
  }
}

function explainStep(step: number | bigint) {
  if (step === 1) return m.ui_error_whole_number()
  // A step of 0.01 is two decimals to people.
  const decimals = String(step).match(/^0\.(0+1)$/)?.[1]?.length
  if (decimals) return m.ui_error_decimals({ count: decimals })
  return m.ui_error_step({ step: formatNumber(Number(step)) })
}

function explainType(issue: core.$ZodIssueInvalidType, value: unknown, label?: string) {
  switch (issue.expected) {
    case 'file':
      return m.ui_error_file_required()
    case 'date':
      return m.ui_error_date()
    case 'int':
      return isEmpty(value) ? fillIn(label) : m.ui_error_whole_number()
    case 'number':
      return isEmpty(value) ? fillIn(label) : m.ui_error_number()
    case 'array':
      return choose(label)
    default:
      return isEmpty(value) ? fillIn(label) : m.ui_error_invalid()
  }
}

function explainTooSmall(issue: core.$ZodIssueTooSmall, value: unknown, label?: string) {
  const minimum = Number(issue.minimum)
  switch (issue.origin) {
    case 'string':
      if (isEmpty(value) || minimum === 1) return fillIn(label)
      return issue.exact
        ? m.ui_error_text_length({ length: formatNumber(minimum) })
        : m.ui_error_text_too_short({ minimum: formatNumber(minimum) })
    case 'array':
    case 'set':
      return minimum === 1 ? choose(label) : m.ui_error_too_few({ minimum: formatNumber(minimum) })
    case 'file':
      return m.ui_error_file_too_small()
    case 'date':
      return m.ui_error_date_too_early({ date: formatDate(minimum, 'date') })
    default:
      return issue.inclusive === false
        ? m.ui_error_number_above({ minimum: formatNumber(minimum) })
        : m.ui_error_number_too_small({ minimum: formatNumber(minimum) })
  }
}

function explainTooBig(issue: core.$ZodIssueTooBig) {
  const maximum = Number(issue.maximum)
  switch (issue.origin) {
    case 'string':
      return issue.exact
        ? m.ui_error_text_length({ length: formatNumber(maximum) })
        : m.ui_error_text_too_long({ maximum: formatNumber(maximum) })
    case 'array':
    case 'set':
      return m.ui_error_too_many({ maximum: formatNumber(maximum) })
    case 'file':
      return m.ui_error_file_too_big({ size: formatFileSize(maximum) })
    case 'date':
      return m.ui_error_date_too_late({ date: formatDate(maximum, 'date') })
    default:
      return issue.inclusive === false
        ? m.ui_error_number_below({ maximum: formatNumber(maximum) })
        : m.ui_error_number_too_big({ maximum: formatNumber(maximum) })
  }
}

function explainFormat(format: string) {
  switch (format) {
    case 'email':
      return m.ui_error_email()
    case 'url':
      return m.ui_error_url()
    case 'date':
    case 'datetime':
      return m.ui_error_date()
    case 'time':
      return m.ui_error_time()
    case 'uuid':
    case 'guid':
      return m.ui_error_id()
    default:
      return m.ui_error_format()
  }
}

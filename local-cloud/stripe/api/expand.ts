import { type Account, wire } from '../account.ts'
import type { FormValue } from './form-encoding.ts'
import { StripeError } from './stripe-error.ts'

/** Replaces ids by the objects that they name: `expand[]=data.customer`. At most four levels, as in Stripe. */
export function expand(account: Account, answer: unknown, paths: FormValue | undefined): unknown {
  if (paths === undefined) return answer
  if (!Array.isArray(paths)) throw new StripeError(400, 'Invalid array', { param: 'expand' })
  return paths.reduce<unknown>((expanded, path) => {
    const names = typeof path === 'string' ? path.split('.') : []
    if (typeof path !== 'string' || names.length > 5) throw unexpandable(JSON.stringify(path))
    return expandAt(account, expanded, names, path)
  }, structuredClone(answer))
}

function expandAt(account: Account, value: unknown, names: string[], path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => expandAt(account, item, names, path))
  const [name, ...rest] = names
  if (name === undefined) return expanded(account, value, path)
  if (value === null || value === undefined) return value
  const object = typeof value === 'string' ? expanded(account, value, path) : value
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, name)) {
    throw unexpandable(path)
  }
  const fields = new Map(Object.entries(object))
  return { ...object, [name]: expandAt(account, fields.get(name), rest, path) }
}

function expanded(account: Account, value: unknown, path: string): unknown {
  if (value === null || typeof value === 'object') return value
  const object = typeof value === 'string' ? account.store.findAny(value) : undefined
  if (!object) throw unexpandable(path)
  return wire(object)
}

function unexpandable(path: string): StripeError {
  return new StripeError(400, `This property cannot be expanded (${path.slice(0, 100)}).`, {
    param: 'expand',
  })
}

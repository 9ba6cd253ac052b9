import { StripeError } from './stripe-error.ts'

export type FormValue = string | FormValue[] | { [name: string]: FormValue }
export type Form = Record<string, FormValue>

const maxFields = 1_000
const maxDepth = 8

type Branch = Map<string, string | Branch>

/**
 * Stripe's nested form encoding: `items[0][price]=p&metadata[a]=b&expand[]=x`.
 * Whole-number and empty keys become arrays; every value stays a string.
 */
export function decodeForm(encoded: string): Form {
  const root: Branch = new Map()
  let fields = 0
  for (const [name, value] of new URLSearchParams(encoded)) {
    if (++fields > maxFields) throw new StripeError(400, 'Too many parameters.')
    place(root, keysOf(name), value, name)
  }
  return Object.fromEntries([...root].map(([key, value]) => [key, plain(value)]))
}

function keysOf(name: string): string[] {
  const [first = '', ...rest] = name.split('[')
  const keys = [first, ...rest.map((key) => key.replace(/\]$/, ''))]
  const wellFormed = first !== '' && rest.every((key) => key.endsWith(']'))
  if (!wellFormed || keys.length > maxDepth || keys.some((key) => unsafe.has(key))) {
    throw new StripeError(400, `Invalid parameter name: ${name.slice(0, 100)}`)
  }
  return keys
}

const unsafe = new Set(['__proto__', 'constructor', 'prototype'])

function place(root: Branch, keys: string[], value: string, name: string): void {
  let branch = root
  for (const [depth, key] of keys.entries()) {
    const at = key === '' ? String(branch.size) : key
    const present = branch.get(at)
    if (depth === keys.length - 1) {
      if (present instanceof Map) throw new StripeError(400, `Conflicting parameter: ${name}`)
      branch.set(at, value)
    } else {
      if (typeof present === 'string') throw new StripeError(400, `Conflicting parameter: ${name}`)
      const next: Branch = present ?? new Map()
      branch.set(at, next)
      branch = next
    }
  }
}

function plain(value: string | Branch): FormValue {
  if (typeof value === 'string') return value
  const entries = [...value]
  if (entries.every(([key]) => /^\d+$/.test(key))) {
    return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, item]) => plain(item))
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]))
}

import type { z } from 'zod'
import { type Account, wire } from '../account.ts'
import type { List, WireObject } from '../wire-objects.ts'
import type { Form } from './form-encoding.ts'
import { parseParams } from './params.ts'
import { noSuch } from './stripe-error.ts'

type Method = 'GET' | 'POST' | 'DELETE'

export interface Route {
  method: Method
  /** With `:id` where the id stands. */
  path: string
  run(account: Account, form: Form, id: string): unknown
}

interface Call<Params> {
  account: Account
  params: Params
  /** From the address; empty when the path has none. */
  id: string
}

export function route<Schema extends z.ZodType>(
  method: Method,
  path: string,
  params: Schema,
  /** May throw a StripeError, which undoes what it wrote, or return one, which keeps it. */
  handle: (call: Call<z.output<Schema>>) => unknown,
): Route {
  return {
    method,
    path,
    run: (account, form, id) => handle({ account, params: parseParams(params, form), id }),
  }
}

interface PageParams {
  limit?: number
  starting_after?: string
  ending_before?: string
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number }
}

/** One page of a list, newest first, with Stripe's cursors. */
export function listPage<Item extends { id: string; object: string; created: number }>(
  url: string,
  items: Item[],
  { limit = 10, starting_after, ending_before, created }: PageParams,
): List<Item> {
  const wanted = items.filter((item) => isInRange(item.created, created))
  const page = (from: number, to: number, hasMore: boolean): List<Item> => ({
    object: 'list',
    url,
    has_more: hasMore,
    data: wanted.slice(from, to),
  })
  if (ending_before) {
    const end = positionOf(wanted, ending_before, 'ending_before', url)
    const from = Math.max(end - limit, 0)
    return page(from, end, from > 0)
  }
  const start = starting_after ? positionOf(wanted, starting_after, 'starting_after', url) + 1 : 0
  return page(start, start + limit, wanted.length > start + limit)
}

/** A list as it is sent. */
export function wireList<Item extends WireObject>(list: List<Item>): List<Record<string, unknown>> {
  return { ...list, data: list.data.map(wire) }
}

function isInRange(value: number, range: PageParams['created']): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return value === range
  const { gt = -1, gte = 0, lt = Number.POSITIVE_INFINITY, lte = Number.POSITIVE_INFINITY } = range
  return value > gt && value >= gte && value < lt && value <= lte
}

function positionOf(items: { id: string }[], id: string, param: string, url: string): number {
  const index = items.findIndex((item) => item.id === id)
  if (index < 0) throw noSuch(url.split('/').at(-1)?.replace(/s$/, '') ?? 'object', id, param)
  return index
}

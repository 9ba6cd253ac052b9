import { hasOrigin } from './request-origin.ts'

/** The argument of query(): drizzle gives some drivers the text alone, others an object that has it. */
export function isWrite(query: unknown): boolean {
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : query
  return /^\s*(insert|update|delete|merge|with)\b/i.test(String(text))
}

export function ask(driver: object, query: unknown[]): Promise<unknown> {
  const method: unknown = Reflect.get(driver, 'query')
  if (typeof method !== 'function') throw new Error('A driver has a method query.')
  return Reflect.apply(method, driver, query)
}

/**
 * The driver of a library that sends statements of its own, as the auth engine does: each write of a
 * request becomes a transaction that knows for whom it is and from where, for the triggers of the
 * audit trail. Everything else is asked `once`, on its own.
 */
export function withKnownWrites<Driver extends object>(
  driver: Driver,
  once: (query: unknown[]) => Promise<unknown>,
  inTransaction: (work: (client: object) => Promise<unknown>) => Promise<unknown>,
): Driver {
  return new Proxy(driver, {
    get(target, name) {
      if (name === 'query') {
        return (...query: unknown[]) =>
          hasOrigin() && isWrite(query[0])
            ? inTransaction((client) => ask(client, query))
            : once(query)
      }
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

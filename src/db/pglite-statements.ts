import {
  messages,
  parse,
  type PGlite,
  protocol,
  type QueryOptions,
  type RowMode,
  type Transaction,
} from '@electric-sql/pglite'
import { nameOfOftenAsked } from './often-asked.ts'

const { serialize } = protocol

type Prepared = {
  parameterTypes: number[]
  /** What an answer to Execute does not repeat; none when there are no rows to come. */
  columns: messages.RowDescriptionMessage[]
}

/**
 * Gives a transaction of the embedded database whose often asked statements are parsed and planned once,
 * under a name; PGlite itself prepares each anew, and its own functions read the answer here too. A
 * transaction keeps everybody else away. Postgres plans again by itself when the role has changed, so
 * that nobody gets a plan with somebody else's policies.
 * Messages: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export function preparedStatements(pglite: PGlite) {
  const prepared = new Map<string, Prepared>()

  const send = async (...parts: Uint8Array[]) =>
    (await pglite.execProtocol(Buffer.concat([...parts, serialize.sync()]), { syncToFs: false }))
      .messages

  async function prepare(name: string, text: string): Promise<Prepared> {
    const described = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
    )
    const statement = {
      parameterTypes: parse.parseDescribeStatementResults(described),
      columns: described.filter((message) => message instanceof messages.RowDescriptionMessage),
    }
    prepared.set(name, statement)
    return statement
  }

  async function execute(name: string, text: string, parameters: unknown[], rowMode?: RowMode) {
    const { parameterTypes, columns } = prepared.get(name) ?? (await prepare(name, text))
    const values = parameters.map((value, at) => {
      if (value === null || value === undefined) return null
      return (pglite.serializers[parameterTypes[at] ?? 0] ?? String)(value)
    })
    try {
      const answer = await send(serialize.bind({ statement: name, values }), serialize.execute({}))
      const [results] = parse.parseResults([...columns, ...answer], pglite.parsers, { rowMode })
      return results
    } catch (error) {
      // Prepared before a column got another type: the next one prepares it anew.
      if (error instanceof messages.DatabaseError && error.code === '0A000') {
        prepared.delete(name)
        await send(serialize.close({ type: 'S', name }))
      }
      throw error
    }
  }

  return (transaction: Transaction): Transaction =>
    new Proxy(transaction, {
      get(target, key) {
        if (key === 'query') {
          return (text: string, parameters: unknown[] = [], options: QueryOptions = {}) => {
            const name = target.closed ? undefined : nameOfOftenAsked(text)
            return name
              ? pglite.runExclusive(() => execute(name, text, parameters, options.rowMode))
              : target.query(text, parameters, options)
          }
        }
        const member: unknown = Reflect.get(target, key)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
}

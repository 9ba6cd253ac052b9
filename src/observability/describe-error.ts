/**
 * The log keeps an error's kind, its code and where it happened. The values are left out
 * (a token, an address, somebody's letter), which drizzle and Postgres write into the message.
 * Libraries also hand over plain objects that were errors once.
 */
export function describeError(error: unknown, depth = 0): unknown {
  if (typeof error === 'string') return withoutValues(error)
  if (typeof error !== 'object' || error === null) return typeof error
  const { name, message, query, code, stack, cause } = fieldsOf(error)
  if (typeof message !== 'string') return 'object'
  return {
    type: typeof name === 'string' ? name : 'Error',
    message: typeof query === 'string' ? `Failed query: ${query}` : withoutValues(message),
    ...(typeof code === 'string' && { code }),
    at: placesIn(stack, message),
    ...(cause !== undefined && depth < 3 && { cause: describeError(cause, depth + 1) }),
  }
}

/** A sentence that a library wrote, without the values that it put in. */
export function withoutValues(message: string): string {
  return (
    beginningOf(
      // Everything after a failed statement, which drizzle lists by line.
      message.replace(/\nparams: [\s\S]*$/, ''),
    )
      // Postgres quotes what it could not read: `invalid input syntax for type uuid: "..."`.
      .replace(/(?<=: |value |year |zone )"[\s\S]*"/g, '"[removed]"')
      .replace(/(?<=\bKey \([^)]*\)=)\([\s\S]*\)/g, '([removed])')
      .replace(/[^\s<>"'(),;:=/@]+@[^\s<>"'(),;:/@]+\.[^\s<>"'(),;:/@]+/g, '[address]')
      .replace(/\b[a-z][a-z+.-]*:\/\/[^\s"'<>]+/gi, originOf)
      // Link tokens and JSON web tokens.
      .replace(
        /\b[\w-]{20,}(?:\.[\w-]{10,}){2}\b|\b(?=\w*\d)(?=\w*[A-Za-z])\w{24,}\b/g,
        '[removed]',
      )
  )
}

const longest = 2_000

/** The patterns take long for long text. The word at the cut goes, since half a token looks like none. */
const beginningOf = (text: string) =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\S*$/, '')}…`

/** An address may carry a token in its path and its query. */
const originOf = (url: string) => {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.protocol}//${parsed.host}/...` : '[address]'
}

type Fields = Partial<Record<'name' | 'message' | 'query' | 'code' | 'stack' | 'cause', unknown>>
const fieldsOf = (error: object): Fields => error

/** The lines of the stack, without those of the message, which it repeats first. */
function placesIn(stack: unknown, message: string): string[] | undefined {
  if (typeof stack !== 'string') return undefined
  const start = stack.indexOf(message)
  const places = start === -1 ? stack : stack.slice(start + message.length)
  return places.split('\n').filter((line) => line.startsWith('    at '))
}

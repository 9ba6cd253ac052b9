/** Finds every place of an input that can hold a value, from its JSON schema. */
import { z } from 'zod'

export type Path = (string | number)[]

type JsonSchema = z.infer<typeof shape>
const shape = z.object({
  get properties() {
    return z.record(z.string(), shape).optional()
  },
  get items() {
    return shape.optional()
  },
  get anyOf() {
    return z.array(shape).optional()
  },
  get allOf() {
    return z.array(shape).optional()
  },
})

export const fieldsOfSchema = (schema: unknown): Path[] => [
  ...new Map(
    [...fieldsIn(shape.parse(schema))].map((path) => [JSON.stringify(path), path]),
  ).values(),
]

function* fieldsIn(
  { properties = {}, items, anyOf = [], allOf = [] }: JsonSchema,
  path: Path = [],
): Generator<Path> {
  if (path.length > 0) yield path
  for (const [name, field] of Object.entries(properties)) yield* fieldsIn(field, [...path, name])
  if (items) yield* fieldsIn(items, [...path, 0])
  for (const part of [...anyOf, ...allOf]) yield* fieldsIn(part, path)
}

/** JSON text of `input` in which the value at `path` is the given JSON text. */
export function withJsonAt(input: unknown, path: Path, json: string): string {
  const placeholder = '\u2400here'
  const root = { input: structuredClone(input) }
  let node: object = root
  let key: string | number = 'input'
  for (const next of path) {
    const child: unknown = Reflect.get(node, key)
    const container =
      typeof child === 'object' && child ? child : typeof next === 'number' ? [] : {}
    Reflect.set(node, key, container)
    node = container
    key = next
  }
  Reflect.set(node, key, placeholder)
  return JSON.stringify(root.input).replace(JSON.stringify(placeholder), () => json)
}

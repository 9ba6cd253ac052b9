import { z } from 'zod'

/** What an example is made from; looser than any schema, because it only has to be plausible. */
const sampled = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), sampled).optional()
  },
  get items() {
    return sampled.optional()
  },
  get anyOf() {
    return z.array(sampled).optional()
  },
  get oneOf() {
    return z.array(sampled).optional()
  },
})
type Sampled = z.infer<typeof sampled>

const formats: Record<string, string> = {
  uuid: '0197a3c0-0000-7000-8000-000000000000',
  email: 'ada@example.com',
  uri: 'https://example.com',
  'date-time': '2027-01-31T12:00:00.000Z',
  date: '2027-01-31',
}

/** Something that the schema may take, with what is required alone. */
export function sampleOf(schema: unknown): unknown {
  const { data } = sampled.safeParse(schema)
  return data && sample(data)
}

function sample(schema: Sampled): unknown {
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  if (first) return sample(first)
  const [type] = [schema.type].flat()
  if (schema.properties || type === 'object') {
    const { properties = {}, required = [] } = schema
    const needed = Object.entries(properties).filter(([name]) => required.includes(name))
    return Object.fromEntries(needed.map(([name, property]) => [name, sample(property)]))
  }
  if (type === 'array') return schema.items ? [sample(schema.items)] : []
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (type === 'null') return null
  return formats[schema.format ?? ''] ?? '…'
}

interface Call {
  method: string
  address: string
  body?: unknown
}

/** The call as a line for a shell, with the cookies that signing in has left in a file. */
export function curlLine({ method, address, body }: Call): string {
  return [
    `curl -b cookies.txt${method === 'GET' ? '' : ` -X ${method}`} ${quoted(address)}`,
    ...(body === undefined
      ? []
      : [`-H 'content-type: application/json'`, `-d ${quoted(JSON.stringify(body))}`]),
  ].join(' \\\n  ')
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

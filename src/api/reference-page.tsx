import type { OpenAPI } from '@orpc/openapi'
import { renderToStaticMarkup } from 'react-dom/server'
import { z } from 'zod'
import tokens from '#/ui/tokens.css?raw'
import style from './reference-page.css?raw'

/** What the page shows of a JSON Schema; everything else in it is left to the document itself. */
type Schema = z.infer<typeof schemaShape>
const schemaShape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), schemaShape).optional()
  },
  get items() {
    return schemaShape.optional()
  },
  get anyOf() {
    return z.array(schemaShape).optional()
  },
  get oneOf() {
    return z.array(schemaShape).optional()
  },
})
const media = z.looseObject({ 'application/json': z.object({ schema: schemaShape }).optional() })
const operationShape = z.looseObject({
  operationId: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        schema: schemaShape.optional(),
      }),
    )
    .optional(),
  requestBody: z.looseObject({ content: media.optional() }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: media.optional() })),
})
type Operation = z.infer<typeof operationShape> & { method: string; path: string }

/** The API document for people: one page, no script, readable offline. */
export function referencePage(document: OpenAPI.Document): string {
  const groups = Map.groupBy(operationsOf(document), ({ tags }) => tags?.[0] ?? 'Other')
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{document.info.title}</title>
        <style>{`${tokens}${style}`}</style>
      </head>
      <body>
        <nav aria-label="Contents">
          <a href="/">{document.info.title}</a>
          {[...groups].map(([tag, operations]) => (
            <section key={tag}>
              <h2>{tag}</h2>
              {operations.map((operation) => (
                <a key={anchor(operation)} href={`#${anchor(operation)}`}>
                  {operation.summary}
                </a>
              ))}
            </section>
          ))}
        </nav>
        <main>
          <h1>{document.info.title}</h1>
          <p>{document.info.description}</p>
          <p>
            The same as a document for tools: <a href="/api/openapi.json">/api/openapi.json</a>
          </p>
          {[...groups].map(([tag, operations]) => (
            <section key={tag}>
              <h2>{tag}</h2>
              {operations.map((operation) => (
                <OperationEntry key={anchor(operation)} operation={operation} />
              ))}
            </section>
          ))}
        </main>
      </body>
    </html>,
  )}`
}

const anchor = ({ method, path }: Operation) => `${method}${path}`.replaceAll(/[^a-z0-9]+/gi, '-')

function operationsOf({ paths = {} }: OpenAPI.Document): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, operation]) => {
      const parsed = operationShape.safeParse(operation)
      return parsed.success ? [{ ...parsed.data, method: method.toUpperCase(), path }] : []
    }),
  )
}

function OperationEntry({ operation }: { operation: Operation }) {
  const body = operation.requestBody?.content?.['application/json']?.schema
  const answers = Object.entries(operation.responses)
  const answer = answers.find(([status]) => status.startsWith('2'))?.[1].content
  const errors = answers.filter(([status]) => !status.startsWith('2'))
  return (
    <article id={anchor(operation)}>
      <h3>{operation.summary}</h3>
      <p className="call">
        <b>{operation.method}</b> <code>/api/v1{operation.path}</code>
      </p>
      {operation.description && <p>{operation.description}</p>}
      {(operation.parameters?.length ?? 0) > 0 && (
        <>
          <h4>Parameters</h4>
          <dl>
            {operation.parameters?.map((parameter) => (
              <div key={parameter.name}>
                <dt>
                  <code>{parameter.name}</code> {!parameter.required && <i>optional</i>}
                </dt>
                <dd>
                  {parameter.in}, <Shape schema={parameter.schema} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {body && (
        <>
          <h4>Body</h4>
          <Shape schema={body} />
        </>
      )}
      <h4>Answer</h4>
      <Shape schema={answer?.['application/json']?.schema} />
      {errors.length > 0 && (
        <>
          <h4>Errors</h4>
          <ul>
            {errors.map(([status, { content }]) => (
              <li key={status}>
                {status}{' '}
                {codesIn(content?.['application/json']?.schema).map((code) => (
                  <code key={code}>{code}</code>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

/** The codes that are declared; the last alternative of each status is the undeclared rest. */
function codesIn(schema: Schema | undefined): string[] {
  return (schema?.oneOf ?? []).flatMap(({ properties }) => {
    const code = properties?.code?.const
    return typeof code === 'string' ? [code] : []
  })
}

function Shape({ schema }: { schema: Schema | undefined }) {
  if (!schema) return <span>nothing</span>
  const { properties, required = [] } = schema
  if (properties) {
    return (
      <dl>
        {Object.entries(properties).map(([name, property]) => (
          <div key={name}>
            <dt>
              <code>{name}</code> {!required.includes(name) && <i>optional</i>}
            </dt>
            <dd>
              <Shape schema={property} />
              {property.description && ` ${property.description}`}
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  if (schema.items) {
    return (
      <>
        list of <Shape schema={schema.items} />
      </>
    )
  }
  const alternatives = schema.anyOf ?? schema.oneOf
  const described = alternatives?.find((alternative) => alternative.properties)
  if (described) return <Shape schema={described} />
  return <span>{nameOf(schema)}</span>
}

function nameOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ')
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return alternatives.map(nameOf).join(' or ')
  return [schema.type ?? 'anything', schema.format].flat().filter(Boolean).join(', ')
}

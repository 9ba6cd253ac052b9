import latinExt from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2?url'
import textFace from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url'
import monoFace from '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2?url'
import displayFace from '@fontsource/newsreader/files/newsreader-latin-500-normal.woff2?url'
import type { OpenAPI } from '@orpc/openapi'
import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { z } from 'zod'
import fonts from '#/ui/fonts.css?raw'
import tokens from '#/ui/tokens.css?raw'
import { site } from '#/site.ts'
import { curlLine, sampleOf } from './reference-curl.ts'
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
  const server = document.servers?.[0]?.url ?? ''
  const groups = Map.groupBy(operationsOf(document), ({ tags }) => tags?.[0] ?? 'Other')
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{document.info.title}</title>
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <style>{faces + tokens + style}</style>
      </head>
      <body>
        <a className="skip" href="#content">
          Skip to content
        </a>
        <header>
          <a className="brand" href="/">
            <img src="/icon.svg" alt="" width="24" height="24" />
            {site.name}
          </a>
          <span>API</span>
          <a className="way-back" href="/">
            Back to {site.name}
          </a>
        </header>
        <nav className="aside" aria-label="Contents">
          <Contents groups={groups} />
        </nav>
        <details className="folded">
          <summary>Contents</summary>
          <nav aria-label="Contents">
            <Contents groups={groups} />
          </nav>
        </details>
        <main id="content" tabIndex={-1}>
          <h1>{document.info.title}</h1>
          <p>{withCode(document.info.description)}</p>
          <p>
            The same as a document for tools: <a href="/api/openapi.json">/api/openapi.json</a>
          </p>
          <p>To try the examples in a shell, sign in once; the cookies stay in a file.</p>
          <Example>{signInLine(server)}</Example>
          {[...groups].map(([tag, operations]) => (
            <section key={tag}>
              <h2>{tag}</h2>
              {operations.map((operation) => (
                <OperationEntry key={anchor(operation)} operation={operation} server={server} />
              ))}
            </section>
          ))}
        </main>
      </body>
    </html>,
  )}`
}

type Groups = Map<string, Operation[]>

const Contents = ({ groups }: { groups: Groups }) =>
  [...groups].map(([tag, operations]) => (
    <section key={tag}>
      <h2>{tag}</h2>
      {operations.map((operation) => (
        <a key={anchor(operation)} href={`#${anchor(operation)}`}>
          {operation.summary}
        </a>
      ))}
    </section>
  ))

/** The product's faces, at the addresses from which every page has them. */
const faces = [latinExt, textFace, displayFace, monoFace].reduce(
  (css, address) => css.replace(/url\('@fontsource[^']+'\)/, () => `url('${address}')`),
  fonts,
)

/** What stands in backticks is code. */
function withCode(text = '') {
  const parts = text.split('`')
  const shown = parts.map((part, index) =>
    index % 2 === 1 ? createElement('code', {}, part) : part,
  )
  return createElement(Fragment, {}, ...shown)
}

const Example = ({ children }: { children: string }) => (
  // Reached by keyboard, because it scrolls.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <pre tabIndex={0}>
    <code>{children}</code>
  </pre>
)

const signInLine = (server: string) =>
  [
    `curl -c cookies.txt '${server.replace(/v1$/, '')}auth/sign-in/email'`,
    `-H 'content-type: application/json'`,
    `-d '{"email":"you@example.com","password":"…"}'`,
  ].join(' \\\n  ')

function exampleOf({ method, path, parameters = [], requestBody }: Operation, server: string) {
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema)))}`)
    .join('&')
  // "{jobSlug}" would be a pattern to curl.
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name.replaceAll(/[A-Z]/g, '_$&').toUpperCase(),
  )
  const schema = requestBody?.content?.['application/json']?.schema
  return curlLine({
    method,
    address: server + filled + (query && `?${query}`),
    body: schema && sampleOf(schema),
  })
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

function OperationEntry({ operation, server }: { operation: Operation; server: string }) {
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
      {operation.description && <p>{withCode(operation.description)}</p>}
      <Example>{exampleOf(operation, server)}</Example>
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

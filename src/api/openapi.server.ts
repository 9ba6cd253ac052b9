import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { env } from '#/env.server.ts'
import { contract } from '#/rpc/contract.server.ts'
import { site } from '#/site.ts'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
let document: Promise<OpenAPI.Document> | undefined

/** The contract as an OpenAPI 3.1 document; made once, it cannot change while the server runs. */
export const openApiDocument = () =>
  (document ??= generator.generate(contract, {
    info: {
      title: `${site.name} API`,
      version: '1',
      description:
        'Calls are made in the name of the person who is signed in, with the session cookie. An error has a `code`; the codes of each call are listed with it.',
    },
    servers: [{ url: `${env.APP_URL}/api/v1` }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: `${site.id}.session_token` },
      },
    },
    security: [{ session: [] }],
  }))

/** The documentation of the API: the OpenAPI document, made of the schemas of routes, and the page at /docs that shows it. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { openapiInfo, tidyDocument } from './openapi.ts'
import { publishedSchemas } from './schemas/published.ts'

/**
 * Adds it, with the schemas that others refer to by name; before the routes, which are documented as they are added.
 *
 * @param basePath prefix of all addresses; empty: none
 */
export async function addDocumentation(app: FastifyInstance, basePath: string): Promise<void> {
  for (const schema of publishedSchemas) app.addSchema(schema)
  await app.register(swagger, {
    openapi: openapiInfo(basePath),
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema${index}`),
    },
    transformObject: tidyDocument,
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    ...(basePath === '' ? {} : { indexPrefix: basePath }),
    // Its bar has a logo with a style of its own, and a field for other addresses: the policy allows neither.
    uiConfig: { validatorUrl: null, layout: 'BaseLayout' },
  })
}

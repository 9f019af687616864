/** The types of `client/`, made from the OpenAPI document. */
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const HEAD = `/**
 * What the API takes and answers, as types. Generated from openapi/openapi.json: do not edit, run \`npm run openapi\`.
 */

`

type Operation = { responses: Record<string, unknown> }

/**
 * The text of `client/src/openapi.ts` for a document. Answers that are errors are left out: the client throws them, and
 * all of them are a `Problem`. What has a default may be left out of a request.
 */
export async function clientTypesText(openapiText: string): Promise<string> {
  const document = JSON.parse(openapiText) as OpenAPI3
  for (const methods of Object.values<Record<string, Operation>>(document.paths as never)) {
    for (const { responses } of Object.values(methods)) {
      for (const status of Object.keys(responses)) if (!status.startsWith('2')) delete responses[status]
    }
  }
  return HEAD + astToString(await openapiTS(document, { defaultNonNullable: false, silent: true }))
}

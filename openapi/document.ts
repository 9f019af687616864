/** The OpenAPI document of the service as text. Needs no search engine: nothing is asked of it. */
import { createLogger } from '../cli/logger.ts'
import type { Engine } from '../engine/engine.ts'
import { buildApp } from '../server/app.ts'

/** An engine that is never meant to be used: describing the API must not depend on what is indexed. */
const noEngine: Engine = {
  client: refuse,
  read: async () => refuse(),
  exclusive: true,
  checkSpace: async () => {},
  close: async () => {},
}

function refuse(): never {
  throw new Error('The OpenAPI document was about to be made with the help of the search engine.')
}

/** The document as it is committed: JSON, two spaces, a line end at the end. Equal routes give equal text. */
export async function openapiText(): Promise<string> {
  const app = await buildApp({ engine: noEngine, topics: [], logger: createLogger('silent') })
  try {
    return `${JSON.stringify(app.swagger(), null, 2)}\n`
  } finally {
    await app.close()
  }
}

/** A server of the Model Context Protocol with the tools of tools.ts, for one request. */
import {
  type CallToolResult,
  fromJsonSchema,
  type JsonSchemaValidatorResult,
  McpServer,
} from '@modelcontextprotocol/server'
import type { TSchema } from 'typebox'
import { ProblemError } from '../problem.ts'
import { readArguments } from './arguments.ts'
import { type Ask, tools } from './tools.ts'

const ABOUT = {
  name: 'bifora',
  title: 'Bifora',
  version: '1',
}
const INSTRUCTIONS =
  'Search a collection of documents in Italian and English. Search with a few keywords in either language; documents in both are found. Read documents with fetch before you rely on them, and cite their title and url.'

/** Builds it; `ask` asks the API of the service as who sent the request. */
export function createMcpServer(ask: Ask): McpServer {
  const server = new McpServer(ABOUT, { instructions: INSTRUCTIONS })
  for (const { name, title, description, input, run } of tools) {
    const config = {
      title,
      description,
      inputSchema: fromJsonSchema<Record<string, unknown>>(JSON.parse(JSON.stringify(input)), {
        getValidator: () => (given) => checked<never>(input, given),
      }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    }
    server.registerTool(name, config, async (given): Promise<CallToolResult> => {
      try {
        const answer = await run(given, ask)
        return { content: [{ type: 'text', text: JSON.stringify(answer) }], structuredContent: answer }
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        // For the assistant, which can do better the next time.
        return { content: [{ type: 'text', text: error.message }], isError: true }
      }
    })
  }
  return server
}

function checked<T>(input: TSchema, given: unknown): JsonSchemaValidatorResult<T> {
  const read = readArguments(input, given)
  return 'valid' in read
    ? { valid: true, data: read.valid as T, errorMessage: undefined }
    : { valid: false, data: undefined, errorMessage: read.faults }
}

/** `POST /mcp`: the service as a server of the Model Context Protocol, for assistants. Stateless: each request is whole. */
import { createMcpHandler } from '@modelcontextprotocol/server'
import type { FastifyPluginAsync } from 'fastify'
import { askAs } from '../mcp/ask.ts'
import { createMcpServer } from '../mcp/server.ts'

/** The tools for assistants, over streamable HTTP. Where reading needs a key, this does. */
export const mcpRoute: FastifyPluginAsync = async (app) => {
  const config = { scope: 'search' } as const
  // What it sends may be a stream of events.
  const options = { schema: { hide: true }, config, compress: false } as const
  app.post('/mcp', options, async (request, reply) => {
    const handler = createMcpHandler(() => createMcpServer(askAs(request, app)), {
      onerror: (error) =>
        request.log.debug({ err: error }, 'a request of the Model Context Protocol was refused'),
    })
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined && name !== 'content-length') headers.set(name, [value].flat().join(', '))
    }
    const whole = new Request(`http://${request.host}/mcp`, { method: 'POST', headers })
    const response = await handler.fetch(whole, { parsedBody: request.body })
    return reply.send(response)
  })
}

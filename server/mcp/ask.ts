/** The API of this service, asked from inside as who sent a request: the same keys, limits and checks hold. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../problem.ts'
import { isProblemKind } from '../problem-kinds.ts'
import type { Problem } from '../schemas/common.ts'
import type { Ask } from './tools.ts'

/** What of a request says who sent it, and in which language labels are wanted. */
const PASSED_ON = ['authorization', 'x-api-key', 'accept-language'] as const

/**
 * Asks as the sender of `request`, who must have been let in already.
 *
 * What it gives throws {@link ProblemError} with what the API answered where that is no 200.
 */
export function askAs(request: FastifyRequest, app: FastifyInstance): Ask {
  const headers = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
  return async <T>(path: string, parameters = {}): Promise<T> => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) {
      for (const one of [value ?? []].flat()) query.append(name, String(one))
    }
    const url = `/v1${path}?${query}`
    const reply = await app.inject({ method: 'GET', url, headers, remoteAddress: request.ip })
    if (reply.statusCode === 200) return reply.json<T>()
    const { type, detail } = reply.json<Problem>()
    const kind = type.replace('/problems/', '')
    throw new ProblemError(isProblemKind(kind) ? kind : 'internal', detail)
  }
}

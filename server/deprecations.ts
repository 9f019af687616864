/**
 * What will go: schemas mark it (`deprecated: true`), and the configuration of the route has the dates. Answers to those
 * who still use it say since when it should not be used and how long it works (RFC 9745, RFC 8594).
 */
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'

/** Shortest time between the two dates, in days. */
const MIN_DAYS = 180
const DAY_MS = 24 * 60 * 60 * 1000

/** A route, or something that it takes, that will go. */
export type Deprecation = {
  /** A parameter of the query string, or a property of a body that is an object. Default: the route itself. */
  parameter?: string
  /** From when on nobody should use it any more, as `2027-02-01`; UTC. */
  since: string
  /** Until when it works at least. */
  until: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** When what its schema marks as deprecated will go. Default: nothing is. */
    deprecations?: readonly Deprecation[]
  }
}

type Dates = { since: number; until: number }
type Shape = {
  $ref?: string
  content?: Record<string, { schema?: Shape }>
  properties?: Record<string, { deprecated?: boolean }>
}

/**
 * Sends the headers for all routes that are added from now on.
 *
 * @throws {Error} when a route is added that has marks without dates or dates without marks, or gives less than half a year
 */
export function announceDeprecations(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { schema = {}, config: { deprecations = [] } = {} } = route
    const name = `The route ${route.method} ${route.url}`
    const marked = [...(schema.deprecated === true ? [undefined] : []), ...markedParameters(app, schema)]
    const dated = deprecations.map(({ parameter }) => parameter)
    const odd = [
      ...marked.filter((one) => !dated.includes(one)),
      ...dated.filter((one) => !marked.includes(one)),
    ]
    if (odd.length > 0) {
      throw new Error(
        `${name} needs a mark in its schema and dates for what will go: ${odd[0] ?? 'the route itself'}.`,
      )
    }
    if (deprecations.map(datesOf).some(({ since, until }) => !(until - since >= MIN_DAYS * DAY_MS))) {
      throw new Error(`${name} has to keep what will go for ${MIN_DAYS} days, from a date to a date.`)
    }
  })
  // As soon as the body is there, and before it is looked at: mistakes are answered with the headers, too.
  app.addHook('preValidation', async (request, reply) => {
    const { deprecations = [] } = request.routeOptions.config
    const used = deprecations.filter((one) => isUsed(one, request)).map(datesOf)
    if (used.length === 0) return
    reply.header('deprecation', `@${Math.min(...used.map(({ since }) => since)) / 1000}`)
    reply.header('sunset', new Date(Math.min(...used.map(({ until }) => until))).toUTCString())
  })
}

/** The parameters of the query string, and properties of the body, that the schema of a route marks. */
function markedParameters(app: FastifyInstance, { querystring, body }: FastifySchema): string[] {
  const shapes = [querystring as Shape | undefined, ...bodiesOf(body as Shape | undefined)]
  const marked = shapes.flatMap((shape) => {
    const resolved = shape?.$ref === undefined ? shape : (app.getSchema(shape.$ref) as Shape | undefined)
    return Object.entries(resolved?.properties ?? {}).flatMap(([name, { deprecated }]) =>
      deprecated ? [name] : [],
    )
  })
  return [...new Set(marked)]
}

function bodiesOf(body: Shape | undefined): (Shape | undefined)[] {
  return body?.content === undefined ? [body] : Object.values(body.content).map(({ schema }) => schema)
}

function isUsed({ parameter }: Deprecation, { query, body }: FastifyRequest): boolean {
  if (parameter === undefined) return true
  return [query, body].some(
    (given) => typeof given === 'object' && given !== null && Object.hasOwn(given, parameter),
  )
}

/** The dates in milliseconds; not a number where there is no such date. */
function datesOf({ since, until }: Deprecation): Dates {
  return { since: Date.parse(since), until: Date.parse(until) }
}

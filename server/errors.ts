/**
 * Turns every error, wherever it arises, into a problem (RFC 9457), and logs it once: with its stack, but of an outage
 * only the first, because everybody who asks meanwhile would add one.
 */
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { varyBy } from './headers.ts'
import { nearest } from './nearest.ts'
import { createOutages, type Outages } from './outages.ts'
import {
  asProblem,
  type ParameterFault,
  ProblemError,
  problemBody,
  RETRY_AFTER_SECONDS,
  statusOf,
} from './problem.ts'
import type { Problem } from './schemas/common.ts'
import { joinedSentences, type Sentence } from './sentence.ts'
import { labelLanguage } from './topics.ts'

const CONTENT_TYPE = 'application/problem+json; charset=utf-8'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Makes a page of a problem, and sets its headers, for routes that people see. Default: problems are JSON. */
    problemPage?: (problem: Problem, request: FastifyRequest, reply: FastifyReply) => string
  }
}

/** What Ajv says about one value. */
export type SchemaError = {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
  message?: string
}

/** Sets the handlers for errors of routes and for addresses that are not there, below `basePath`. */
export function handleErrors(app: FastifyInstance, basePath = ''): void {
  const isFirst = createOutages()
  const routes: { methods: string[]; url: string }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    routes.push({ methods: [method].flat(), url })
  })
  app.setErrorHandler((error, request, reply) => {
    send(
      isValidationError(error)
        ? asParameterProblem(error.validation, knownNames(error, request))
        : asProblem(error),
      request,
      reply,
      isFirst,
    )
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const here = routes.filter(({ url }) => isAddressOf(url, path))
    const allowed = [...new Set(here.flatMap(({ methods }) => methods))].join(', ')
    const problem =
      allowed === ''
        ? new ProblemError('not-found', {
            en: `There is nothing at this address. ${basePath}/docs lists what there is.`,
            it: `A questo indirizzo non c’è nulla. ${basePath}/docs elenca ciò che c’è.`,
          })
        : new ProblemError('method-not-allowed', `Use ${allowed} here, not ${request.method}.`)
    if (allowed !== '') reply.header('allow', allowed)
    send(problem, request, reply)
  })
}

/** Whether `path`, with or without a slash at its end, is one of a route's; `:name` stands for any segment. */
function isAddressOf(route: string, path: string): boolean {
  const segments = path.replace(/(?<=.)\/$/, '').split('/')
  const wanted = route.split('/')
  return (
    wanted.length === segments.length &&
    wanted.every(
      (part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== ''),
    )
  )
}

/** For requests that Fastify turns down before it has found a route. */
export function onFrameworkError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  // No hook has run that would have set it.
  reply.header('x-content-type-options', 'nosniff')
  send(asProblem(error), request, reply)
}

const CLIENT_ERRORS: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

/** For what is not even HTTP: the answer is written to the socket by hand. */
export function onClientError(this: FastifyInstance, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const problem = asProblem({ statusCode: CLIENT_ERRORS[error.code ?? ''] ?? 400 })
  const body = JSON.stringify(problemBody(problem, crypto.randomUUID()))
  const status = statusOf(problem.kind)
  socket.end(
    `HTTP/1.1 ${status} Error\r\nContent-Type: ${CONTENT_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

function send(
  problem: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
  isFirst: Outages = () => true,
): void {
  const status = statusOf(problem.kind)
  // Who has left is no failure of the service.
  if (status >= 500 && !request.raw.socket?.destroyed)
    log(problem, request, status !== 503 || isFirst(problem.kind))
  if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
  const body = problemBody(problem, request.id, labelLanguage(request.headers['accept-language']))
  varyBy(reply, 'accept-language')
  const { problemPage } = request.routeOptions.config
  if (problemPage !== undefined) {
    const page = problemPage(body, request, reply.code(status))
    reply.serializer(String).send(page)
    return
  }
  reply.code(status).type(CONTENT_TYPE).serializer(JSON.stringify).send(body)
}

/** Faults are logged in full each time: no two need be the same. */
function log(problem: ProblemError, request: FastifyRequest, isFirst: boolean): void {
  const { kind, message, cause } = problem
  if (isFirst) request.log.error({ err: cause ?? problem, kind }, 'request failed')
  else
    request.log.warn(
      { kind, reason: cause instanceof Error ? cause.message : message },
      'request failed, too',
    )
}

type ValidationError = { validation: SchemaError[]; validationContext?: string }

function isValidationError(error: unknown): error is ValidationError {
  return Array.isArray((error as { validation?: unknown } | null)?.validation)
}

/** The names that may be given where one was found that may not. */
function knownNames({ validationContext }: ValidationError, request: FastifyRequest): string[] {
  const { querystring, body } = request.routeOptions.schema ?? {}
  const named = (validationContext === 'body' ? body : querystring) as Named | undefined
  const json = named?.content?.['application/json']?.schema ?? named
  const referred =
    json?.$ref === undefined ? json : (request.server.getSchema(json.$ref) as Named | undefined)
  return Object.keys(referred?.properties ?? {})
}

type Named = { $ref?: string; properties?: object; content?: Record<string, { schema: Named }> }

/**
 * What a schema finds wrong, as a problem that names each parameter, or property of a body.
 *
 * @param known the names that there are
 */
export function asParameterProblem(found: readonly SchemaError[], known: string[]): ProblemError {
  const byParameter = new Map<string, ParameterFault>()
  for (const one of found) {
    const error = parameterError(one, known)
    if (!byParameter.has(error.parameter)) byParameter.set(error.parameter, error)
  }
  const errors = [...byParameter.values()]
  return new ProblemError('invalid-parameter', joinedSentences(errors.map(({ detail }) => detail)), errors)
}

function parameterError(
  { keyword, instancePath, params, message }: SchemaError,
  known: string[],
): ParameterFault {
  const parameter = (instancePath.split('/')[1] ?? '').slice(0, 64)
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty).slice(0, 64)
    const meant = nearest(name, known)
    return {
      parameter: name,
      detail: {
        en: `There is no parameter "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
        it: `Non c’è alcun parametro "${name}".${meant === undefined ? '' : ` Intendevi "${meant}"?`}`,
      },
      allowed: known,
      ...(meant === undefined ? {} : { nearest: meant }),
    }
  }
  if (keyword === 'required') {
    const name = String(params.missingProperty)
    return { parameter: name, detail: { en: `${name} is missing.`, it: `Manca ${name}.` } }
  }
  if (parameter === '') return { parameter: 'body', detail: `The body ${message ?? 'is not valid'}.` }
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as unknown[]).map(String)
    const values = allowed.join(', ')
    return {
      parameter,
      detail: {
        en: `${parameter} must be one of: ${values}.`,
        it: `${parameter} deve essere uno di questi: ${values}.`,
      },
      allowed,
    }
  }
  const { en, it } = wrongValue(keyword, params) ?? {
    en: message ?? 'is not valid',
    it: 'non è valido',
  }
  return { parameter, detail: { en: `${parameter} ${en}.`, it: `${parameter} ${it}.` } }
}

/** What a value of a type of JSON is called in Italian. */
const SINGLE: Record<string, string> = {
  integer: 'un solo numero intero',
  number: 'un solo numero',
  string: 'un solo testo',
  boolean: 'true o false',
  array: 'un elenco',
  object: 'un oggetto',
}

/** What a rule of a schema says of a value; undefined for rules that say it best themselves. */
function wrongValue(keyword: string, { limit, type }: SchemaError['params']): Sentence | undefined {
  const rules: Record<string, Sentence> = {
    pattern: {
      en: 'must be YYYY, YYYY-MM or YYYY-MM-DD',
      it: 'deve essere AAAA, AAAA-MM o AAAA-MM-GG',
    },
    minLength: { en: 'must not be empty', it: 'non può essere vuoto' },
    maxLength: { en: `must have at most ${limit} characters`, it: `può avere al massimo ${limit} caratteri` },
    maxItems: { en: `must have at most ${limit} values`, it: `può avere al massimo ${limit} valori` },
    minimum: { en: `must be ${limit} or more`, it: `deve essere almeno ${limit}` },
    maximum: { en: `must be ${limit} or less`, it: `può essere al massimo ${limit}` },
    type: { en: `must be a single ${type}`, it: `deve essere ${SINGLE[String(type)] ?? 'un solo valore'}` },
  }
  return rules[keyword]
}

/** What the API of today breaks for clients of the released one: compares two OpenAPI documents. Pure. */
import { breaksOfSchema, type Known, type Schema, type Side } from './breaking-schemas.ts'

type Content = Record<string, { schema?: Schema }>
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
type Security = readonly Record<string, readonly string[]>[]
type Operation = {
  operationId?: string
  parameters?: readonly Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses?: Record<string, { content?: Content }>
  security?: Security
}

/** An OpenAPI document, as far as it is compared. */
export type ApiDocument = {
  paths: Record<string, Record<string, Operation>>
  security?: Security
  components?: { schemas?: Record<string, Schema> }
}

type Compare = (released: Content, today: Content, where: string, side: Side) => string[]

/**
 * What no longer holds of `released`, a sentence each, in the order of its routes: what is gone, what is taken no more,
 * what has to be sent now, what answers may lack or be instead. New routes, parameters, properties and answers break
 * nothing.
 */
export function breakingChanges(released: ApiDocument, today: ApiDocument): string[] {
  const known: Known = {
    released: released.components?.schemas ?? {},
    today: today.components?.schemas ?? {},
    seen: new Set(),
  }
  const compare: Compare = (then, now, where, side) =>
    Object.entries(then).flatMap(([type, { schema = {} }]) => {
      const current = now[type]
      if (current === undefined) return [`${where} as ${type} is gone`]
      return breaksOfSchema(schema, current.schema ?? {}, { where, side, known })
    })
  return Object.entries(released.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, then]) => {
      const name = `${method.toUpperCase()} ${path}`
      const now = today.paths[path]?.[method]
      if (now === undefined) return [`${name} is gone`]
      return [
        ...breaksOfName(then, now, name),
        ...breaksOfSecurity(then.security ?? released.security, now.security ?? today.security, name),
        ...breaksOfParameters(then.parameters ?? [], now.parameters ?? [], name, known),
        ...breaksOfBody(then, now, name, compare),
        ...breaksOfAnswers(then.responses ?? {}, now.responses ?? {}, name, compare),
      ]
    }),
  )
}

/** Generated clients call an operation by its id. */
function breaksOfName(then: Operation, now: Operation, name: string): string[] {
  if (then.operationId === now.operationId) return []
  return [`${name} is called ${now.operationId} instead of ${then.operationId}`]
}

function breaksOfSecurity(then: Security = [{}], now: Security = [{}], name: string): string[] {
  const allowed = new Set(now.map((way) => JSON.stringify(way)))
  return then
    .filter((way) => !allowed.has(JSON.stringify(way)))
    .map((way) => `${name} is no longer open ${Object.keys(way).join(' and ') || 'without a key'}`)
}

function breaksOfParameters(
  then: readonly Parameter[],
  now: readonly Parameter[],
  name: string,
  known: Known,
): string[] {
  const same = (one: Parameter) => (other: Parameter) => one.in === other.in && one.name === other.name
  const changed = then.flatMap((parameter) => {
    const where = `${name}, ${parameter.in} parameter ${parameter.name},`
    const current = now.find(same(parameter))
    if (current === undefined) return [`${where} is gone`]
    return breaksOfSchema(parameter.schema ?? {}, current.schema ?? {}, { where, side: 'request', known })
  })
  const required = now.filter((parameter) => {
    return parameter.required === true && then.find(same(parameter))?.required !== true
  })
  return [
    ...changed,
    ...required.map((parameter) => `${name}, ${parameter.in} parameter ${parameter.name}, is now required`),
  ]
}

function breaksOfBody(then: Operation, now: Operation, name: string, compare: Compare): string[] {
  const where = `${name}, body`
  const isNewlyRequired = now.requestBody?.required === true && then.requestBody?.required !== true
  return [
    ...(isNewlyRequired ? [`${where} is now required`] : []),
    ...compare(then.requestBody?.content ?? {}, now.requestBody?.content ?? {}, where, 'request'),
  ]
}

function breaksOfAnswers(
  then: NonNullable<Operation['responses']>,
  now: NonNullable<Operation['responses']>,
  name: string,
  compare: Compare,
): string[] {
  return Object.entries(then).flatMap(([status, { content = {} }]) => {
    const where = `${name}, answer ${status}`
    const current = now[status]
    return current === undefined
      ? [`${where} is gone`]
      : compare(content, current.content ?? {}, where, 'answer')
  })
}

/** Requests drawn at random from what the OpenAPI document says: most of them as it allows, some not. */
import type { Random } from '../../bench/random.ts'

/** A request to send. */
export type RandomRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  payload?: string
}

type Schema = {
  $ref?: string
  type?: string
  enum?: readonly unknown[]
  items?: Schema
  contentSchema?: Schema
  required?: readonly string[]
  properties?: Record<string, Schema>
  minimum?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
  pattern?: string
  anyOf?: readonly Schema[]
}
type Parameter = { name: string; in: string; schema: Schema; required?: boolean }
type Content = Record<string, { schema: Schema }>
type Operation = {
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses?: Record<string, { content?: Content }>
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

/** What parameters of some names may well be: without it nearly nothing would be found. */
export type Known = Record<string, readonly string[]>

const ODD = [
  '',
  ' ',
  '"',
  '-',
  '*',
  "l'",
  '🛥️',
  '\u0000',
  '\ud800',
  '%',
  '../..',
  'null',
  '1e999',
  '-1',
  "' OR 1=1 --",
  '<script>',
  'àèìòù'.repeat(60),
  '((((',
  'a AND b OR NOT c',
  '2024-13-45',
]
const ONE_IN = { wrong: 6, unknown: 25, odd: 8 }

/** Draws requests to the routes that read; to all there are where `writes` says so. */
export function randomRequests(
  document: object,
  known: Known,
  random: Random,
  { writes = false } = {},
): () => RandomRequest {
  const { paths, components = {} } = document as Document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const isRead = method === 'get' || (method === 'post' && /search|batch/.test(path))
      return isRead || writes
        ? [{ path, method: method.toUpperCase() as RandomRequest['method'], operation }]
        : []
    }),
  )
  const oneIn = (count: number): boolean => random.below(count) === 0
  const resolved = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : (components.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {})

  const drawn = (name: string, given: Schema, depth = 0): unknown => {
    const schema = resolved(given)
    if (oneIn(ONE_IN.odd)) return random.pick(ODD)
    if (schema.enum !== undefined) return random.pick(schema.enum)
    if (schema.anyOf !== undefined) return drawn(name, random.pick(schema.anyOf), depth)
    switch (schema.type) {
      case 'integer':
      case 'number': {
        const { minimum = 0, maximum = 1000 } = schema
        const span = Math.min(maximum, minimum + 30) - minimum
        return oneIn(ONE_IN.wrong)
          ? random.pick([minimum - 1, maximum, maximum + 1, 0.5, 'x'])
          : minimum + random.below(span + 1)
      }
      case 'boolean':
        return random.pick([true, false])
      case 'array': {
        const count = oneIn(ONE_IN.unknown) ? (schema.maxItems ?? 50) + 1 : random.below(4)
        return Array.from({ length: count }, () => drawn(name, schema.items ?? {}, depth + 1))
      }
      case 'object':
        return depth > 4 ? {} : objectOf(schema, depth)
      default:
        return oneIn(ONE_IN.unknown)
          ? 'x'.repeat(Math.min(5_000, (schema.maxLength ?? 100) + 1))
          : random.pick(known[name] ?? known.q ?? ODD)
    }
  }
  const objectOf = ({ properties = {}, required = [] }: Schema, depth: number): Record<string, unknown> => {
    const some = random.sample(Object.keys(properties), 1 + random.below(6))
    const names = oneIn(ONE_IN.wrong) ? some : [...new Set([...required, ...some])]
    const object = Object.fromEntries(
      names.map((name) => [name, drawn(name, properties[name] ?? {}, depth + 1)]),
    )
    return oneIn(ONE_IN.unknown) ? { ...object, nessuno: 1 } : object
  }

  const bodyOf = (type: string, schema: Schema): string => {
    if (type.endsWith('json') && oneIn(ONE_IN.unknown)) return '{"q": '
    if (schema.contentSchema !== undefined) {
      const lines = drawn('', schema.contentSchema)
      return [lines]
        .flat()
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('')
    }
    if (type.endsWith('json')) return JSON.stringify(drawn('', schema))
    return wellFormed(random.pick([...(known[type === 'text/csv' ? 'csv' : 'file'] ?? []), ...ODD]))
  }

  return () => {
    const { path, method, operation } = random.pick(operations)
    const parameters = operation.parameters ?? []
    const query = new URLSearchParams()
    const chosen = parameters.filter(({ in: where, required }) => where === 'query' && (required || oneIn(3)))
    for (const { name, schema } of chosen) {
      for (const one of [drawn(name, schema)].flat()) query.append(name, String(one))
    }
    if (oneIn(ONE_IN.unknown)) query.append('nessuno', '1')
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(wellFormed(random.pick(known[name] ?? ODD))),
    )
    const url = query.size === 0 ? address : `${address}?${query}`
    const headers: Record<string, string> = {}
    if (oneIn(3)) headers['accept-language'] = random.pick(['it', 'en', 'de, it;q=0.5', ';;', '*'])
    if (oneIn(5)) headers['if-none-match'] = random.pick(['*', '"1"', 'W/"x"', 'x'])
    for (const { name, schema } of parameters.filter(({ in: where }) => where === 'header')) {
      if (oneIn(6)) headers[name] = asHeader(drawn(name, schema))
    }
    if ('text/event-stream' in (operation.responses?.['200']?.content ?? {}) && oneIn(3)) {
      headers.accept = 'text/event-stream'
    }
    const content = operation.requestBody?.content
    if (content === undefined) return { method, url, headers }
    // Of many types of files most are read alike.
    const [type = '', { schema = {} } = {}] = random.pick(
      oneIn(2) ? Object.entries(content).slice(0, 2) : Object.entries(content),
    )
    return { method, url, headers: { ...headers, 'content-type': type }, payload: bodyOf(type, schema) }
  }
}

/** What a client can send as a header. */
function asHeader(value: unknown): string {
  return String(value)
    .replace(/[^\x20-\x7e]/g, '?')
    .trim()
}

/** As text goes over the wire: what is no character becomes U+FFFD. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}

/**
 * What a schema of today breaks for those who know the released one, in sentences. What is taken in requests may only
 * grow, what is told in answers may only become more exact; new values of an enumeration in an answer break nothing.
 */

import { inOnePiece } from './all-of.ts'

/** A schema of an OpenAPI 3.1 document, as far as it is compared. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: readonly unknown[]
  allOf?: readonly Schema[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  items?: Schema
  contentSchema?: Schema
  properties?: Record<string, Schema>
  required?: readonly string[]
  additionalProperties?: Schema | boolean
  [keyword: string]: unknown
}

/** On which side of the wire a schema stands. */
export type Side = 'request' | 'answer'

/** The schemas that both documents publish by name, and the pairs of them that were looked at. */
export type Known = {
  released: Record<string, Schema>
  today: Record<string, Schema>
  /** Filled while comparing: what is broken in a schema with a name is told once for each side. */
  seen: Set<string>
}

const PROSE = ['title', 'description', 'example', 'examples', 'deprecated', 'default', '$comment']
const COMPARED = [
  '$ref',
  'type',
  'enum',
  'anyOf',
  'oneOf',
  'items',
  'contentSchema',
  'properties',
  'required',
]
const LEAST = { minimum: -Infinity, exclusiveMinimum: -Infinity, minLength: 0, minItems: 0, minProperties: 0 }
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const
/** What cannot be measured: for requests any new one is a break, for answers that an old one is given up. */
const EXACT = {
  request: ['const', 'format', 'pattern', 'multipleOf', 'contentMediaType'],
  answer: ['const', 'format', 'contentMediaType'],
}
const HANDLED = new Set([
  ...[...PROSE, ...COMPARED, ...Object.keys(LEAST), ...MOST, ...EXACT.request, 'additionalProperties'],
])

/** What `today` breaks of `released`; `where` begins each sentence. */
export function breaksOfSchema(
  released: Schema,
  today: Schema,
  { where, side, known }: { where: string; side: Side; known: Known },
): string[] {
  const pair = `${side} ${released.$ref} ${today.$ref}`
  if (released.$ref !== undefined || today.$ref !== undefined) {
    if (known.seen.has(pair)) return []
    known.seen.add(pair)
    const name = nameOf(released)
    const place = name !== undefined && name === nameOf(today) ? `${name} (${side})` : where
    return breaksOfSchema(resolved(released, known.released), resolved(today, known.today), {
      where: place,
      side,
      known,
    })
  }
  if (released.allOf !== undefined || today.allOf !== undefined) {
    const then = inOnePiece(released, (part) => resolved(part, known.released))
    const now = inOnePiece(today, (part) => resolved(part, known.today))
    return breaksOfSchema(then, now, { where, side, known })
  }
  const forms = { released: formsOf(released), today: formsOf(today) }
  if (forms.released.length === 1 && forms.today.length === 1)
    return breaksOfForm(released, today, where, side, known)
  // Whatever was taken has to be taken still; whatever is answered has to be what could be answered.
  const [given, among] = side === 'request' ? [forms.released, forms.today] : [forms.today, forms.released]
  const compared = (one: Schema, other: Schema): string[] => {
    const [then, now] = side === 'request' ? [one, other] : [other, one]
    return breaksOfSchema(then, now, { where, side, known: { ...known, seen: new Set(known.seen) } })
  }
  return given.flatMap((form, index) => {
    if (among.some((other) => compared(form, other).length === 0)) return []
    const counterpart = given.length === among.length ? among[index] : undefined
    if (counterpart !== undefined) return compared(form, counterpart)
    const what = JSON.stringify(form)
    return [side === 'request' ? `${where} no longer takes ${what}` : `${where} may now be ${what}`]
  })
}

function breaksOfForm(released: Schema, today: Schema, where: string, side: Side, known: Known): string[] {
  const within = (then: Schema | undefined, now: Schema | undefined, step: string): string[] => {
    if (then === undefined && now === undefined) return []
    return breaksOfSchema(then ?? {}, now ?? {}, { where: `${where}${step}`, side, known })
  }
  const { properties: then = {} } = released
  const { properties: now = {} } = today
  const ofType = breaksOfType(released, today, where, side)
  // Of another type everything is another.
  if (ofType.length > 0) return ofType
  return [
    ...breaksOfLimits(released, today, where, side),
    ...Object.entries(then).flatMap(([name, schema]) => {
      const current = now[name]
      return current === undefined ? [`${where}.${name} is gone`] : within(schema, current, `.${name}`)
    }),
    ...breaksOfPresence(released, today, where, side),
    ...within(released.items, today.items, '[]'),
    ...within(released.contentSchema, today.contentSchema, ''),
    ...within(rest(released), rest(today), '.*'),
  ]
}

function breaksOfType(released: Schema, today: Schema, where: string, side: Side): string[] {
  const then = typesOf(released)
  const now = typesOf(today)
  const [given, among] = side === 'request' ? [then, now] : [now, then]
  const fits = (type: string): boolean =>
    among?.includes(type) === true || (type === 'integer' && among?.includes('number') === true)
  const isKept = among === undefined || given?.every(fits) === true
  const said = (types: string[] | undefined) => types?.join(' or ') ?? 'anything'
  return isKept ? [] : [`${where} is ${said(now)} instead of ${said(then)}`]
}

function breaksOfLimits(released: Schema, today: Schema, where: string, side: Side): string[] {
  const changed = (keyword: string) =>
    `${where} has ${keyword} ${JSON.stringify(today[keyword])} instead of ${JSON.stringify(released[keyword])}`
  const exact = EXACT[side].filter((keyword) => {
    const isNamed = (side === 'request' ? today : released)[keyword] !== undefined
    return isNamed && today[keyword] !== released[keyword]
  })
  const unknown = Object.keys({ ...released, ...today }).filter(
    (keyword) =>
      !HANDLED.has(keyword) &&
      !keyword.startsWith('x-') &&
      JSON.stringify(released[keyword]) !== JSON.stringify(today[keyword]),
  )
  if (side === 'answer') {
    const isOpened = released.enum !== undefined && today.enum === undefined
    return [...exact, ...unknown, ...(isOpened ? ['enum'] : [])].map(changed)
  }
  const least = Object.entries(LEAST).filter(
    ([keyword, none]) => numberOf(today[keyword], none) > numberOf(released[keyword], none),
  )
  const most = MOST.filter(
    (keyword) => numberOf(today[keyword], Infinity) < numberOf(released[keyword], Infinity),
  )
  const refused = released.enum?.filter((value) => today.enum?.includes(value) === false) ?? []
  const isClosed = released.enum === undefined && today.enum !== undefined
  return [
    ...[
      ...least.map(([keyword]) => keyword),
      ...most,
      ...exact,
      ...unknown,
      ...(isClosed ? ['enum'] : []),
    ].map(changed),
    ...refused.map((value) => `${where} no longer takes ${JSON.stringify(value)}`),
  ]
}

function breaksOfPresence(released: Schema, today: Schema, where: string, side: Side): string[] {
  const { required: then = [] } = released
  const { required: now = [], properties = {} } = today
  if (side === 'answer') {
    const given = then.filter((name) => !now.includes(name) && properties[name] !== undefined)
    return given.map((name) => `${where}.${name} may now be missing`)
  }
  const wanted = now.filter((name) => !then.includes(name))
  const isClosed = today.additionalProperties === false && released.additionalProperties !== false
  return [
    ...wanted.map((name) => `${where}.${name} is now required`),
    ...(isClosed ? [`${where} no longer takes other properties`] : []),
  ]
}

/** What properties without a name of their own have to be, if anything. */
function rest({ additionalProperties }: Schema): Schema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

function formsOf({ anyOf, oneOf, ...schema }: Schema): readonly Schema[] {
  return anyOf ?? oneOf ?? [schema]
}

function typesOf({ type }: Schema): string[] | undefined {
  return type === undefined ? undefined : [type].flat()
}

function numberOf(value: unknown, none: number): number {
  return typeof value === 'number' ? value : none
}

function nameOf({ $ref }: Schema): string | undefined {
  return $ref?.split('/').at(-1)
}

function resolved(schema: Schema, named: Record<string, Schema>): Schema {
  const name = nameOf(schema)
  if (name === undefined) return schema
  const found = named[name]
  if (found === undefined)
    throw new Error(`The document refers to the schema ${name}, and has none of that name.`)
  return found
}

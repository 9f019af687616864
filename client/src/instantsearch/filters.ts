/**
 * Filters as InstantSearch says them → filters of the API, or an error for what the API has no words for: filters are
 * never left out in silence. Pure.
 */
import { clientError } from '../error.ts'
import type { SearchParams } from '../types.ts'

/** A condition on one attribute: any of the values, or all that lie on one side of a number. */
export type Condition =
  | { attribute: string; values: readonly string[] }
  | { attribute: string; operator: '<' | '<=' | '>' | '>='; value: number }

/** Filters of the API. */
export type Filters = Pick<SearchParams, (typeof LISTS)[number] | 'from' | 'to' | 'undated'>

/** Filters that take values. */
const LISTS = ['lang', 'topic', 'reference', 'tag', 'source', 'place', 'folder', 'dateBasis'] as const

const DAY_MS = 24 * 60 * 60 * 1000
const PERIODS: readonly string[] = ['date', 'year', 'month']

/** An error about a filter that cannot be asked for. */
export function unsupported(detail: string): Error {
  return clientError('#unsupported', 'Not supported', { detail })
}

/** `facetFilters`: a list whose members must all hold; of a list inside it, one must. */
export function facetConditions(filters: unknown): Condition[] {
  if (filters === undefined) return []
  return [filters].flat().map((member) => oneOf([member].flat().map(String)))
}

function oneOf(members: readonly string[]): Condition {
  const pairs = members.map((member) => {
    const at = member.indexOf(':')
    const [attribute, value] = [member.slice(0, at), member.slice(at + 1)]
    if (at < 1) throw unsupported(`The filter "${member}" is not of the form attribute:value.`)
    if (value.startsWith('-')) throw unsupported(`Values cannot be excluded: "${member}".`)
    // How the helper writes a value that begins with a minus.
    return { attribute, value: value.replace(/^\\-/, '-') }
  })
  const [attribute = ''] = pairs.map((pair) => pair.attribute)
  if (pairs.some((pair) => pair.attribute !== attribute)) {
    throw unsupported(`Alternatives must be of one attribute: ${members.join(' OR ')}.`)
  }
  return { attribute, values: pairs.map(({ value }) => value) }
}

/** `numericFilters`: comparisons that must all hold, such as `date>=1700000000000` or `year:2020 TO 2023`. */
export function numericConditions(filters: unknown): Condition[] {
  if (filters === undefined) return []
  return [filters].flat().flatMap((member) => {
    const alternatives = [member].flat()
    if (alternatives.length !== 1)
      throw unsupported(`Numbers cannot be alternatives: ${alternatives.join(' OR ')}.`)
    return comparison(String(alternatives[0]))
  })
}

/** One comparison as conditions that must all hold. */
export function comparison(text: string): Condition[] {
  const range = /^\s*(\w+)\s*:\s*(-?[\d.]+)\s+TO\s+(-?[\d.]+)\s*$/.exec(text)
  if (range !== null) {
    const [, attribute = '', least, most] = range
    return [
      { attribute, operator: '>=', value: Number(least) },
      { attribute, operator: '<=', value: Number(most) },
    ]
  }
  const [, attribute = '', operator, digits] = /^\s*(\w+)\s*(<=|>=|<|>|=|:)\s*(-?[\d.]+)\s*$/.exec(text) ?? []
  if (operator === undefined) throw unsupported(`The comparison "${text}" is not understood.`)
  const value = Number(digits)
  if (operator === '<' || operator === '<=' || operator === '>' || operator === '>=') {
    return [{ attribute, operator, value }]
  }
  return [
    { attribute, operator: '>=', value },
    { attribute, operator: '<=', value },
  ]
}

/**
 * Conditions that must all hold, as parameters.
 *
 * @param among filters that hold besides
 */
export function asFilters(conditions: readonly Condition[], among: Filters = {}): Filters {
  const filters = { ...among }
  for (const condition of conditions) {
    if ('operator' in condition) narrow(filters, boundsOf(condition))
    else if (PERIODS.includes(condition.attribute)) narrow(filters, periodOf(condition))
    else {
      const name = LISTS.find((name) => name === condition.attribute)
      if (name === undefined) throw unsupported(`There is no filter ${condition.attribute}.`)
      filters[name] = both(name, filters[name], condition.values)
    }
  }
  return filters
}

/** Values of which one must hold, given two such lists: what can be said is that one list is a part of the other. */
function both(attribute: string, known: readonly string[] | undefined, more: readonly string[]): string[] {
  if (known === undefined || more.every((value) => known.includes(value))) return [...more]
  if (known.every((value) => more.includes(value))) return [...known]
  throw unsupported(
    `Of ${attribute} all of several values cannot be asked for (${[...known, ...more].join(', ')}), only any: use the operator "or".`,
  )
}

function periodOf({ attribute, values }: { attribute: string; values: readonly string[] }): Filters {
  const [value = '', ...others] = values
  if (others.length > 0) {
    throw unsupported(`Of ${attribute} one value can be chosen at a time, or a range: ${values.join(', ')}.`)
  }
  if (value === 'unknown') return { undated: 'only' }
  if (attribute !== 'date') return { from: value, to: value }
  return { from: dayOf(Number(value)), to: dayOf(Number(value)) }
}

/** `date` counts milliseconds since 1970, as `Date` does, and is compared by its day in UTC; `year` counts years. */
function boundsOf({ attribute, operator, value }: Extract<Condition, { operator: string }>): Filters {
  if (attribute !== 'date' && attribute !== 'year') {
    throw unsupported(`Only date and year can be compared with numbers, not ${attribute}.`)
  }
  const write = attribute === 'date' ? dayOf : yearOf
  const step = attribute === 'date' ? DAY_MS : 1
  if (operator === '>' || operator === '>=') return { from: write(operator === '>' ? value + step : value) }
  return { to: write(operator === '<' ? value - step : value) }
}

/** Both bounds hold: the later beginning and the earlier end. Texts of different exactness compare as they are. */
function narrow(filters: Filters, { from, to, undated }: Filters): void {
  if (from !== undefined && (filters.from === undefined || from > filters.from)) filters.from = from
  if (to !== undefined && (filters.to === undefined || last(to) < last(filters.to))) filters.to = to
  if (undated !== undefined) filters.undated = undated
}

/** A period as a text that sorts by its end. */
function last(period: string): string {
  return period.padEnd(10, '~')
}

function dayOf(ms: number): string {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) throw unsupported(`${ms} is no date in milliseconds since 1970.`)
  return clamped(date.getUTCFullYear(), () => date.toISOString().slice(0, 10))
}

function yearOf(value: number): string {
  return clamped(Math.trunc(value), (year) => String(year).padStart(4, '0'))
}

/** Years of four digits are what the API knows. */
function clamped(year: number, write: (year: number) => string): string {
  return year < 1 ? '0001-01-01' : year > 9999 ? '9999-12-31' : write(year)
}

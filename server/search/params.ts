/** The query string of a search → a {@link SearchRequest}: lists taken apart, dates made days, names checked. */
import { UNCLASSIFIED, UNKNOWN } from '../../engine/schema.ts'
import { withPlainCharacters } from '../../language/characters.ts'
import { findReferences } from '../../language/references/references.ts'
import { nearest } from '../nearest.ts'
import { type ParameterFault, ProblemError } from '../problem.ts'
import { HIT_FIELDS } from '../schemas/search-hit.ts'
import type { SearchQuery } from '../schemas/search-query.ts'
import { joinedSentences } from '../sentence.ts'
import { type Cursor, readCursor } from './cursor.ts'
import { firstDay, type Interval, lastDay } from './periods.ts'
import {
  FACETS,
  type Facet,
  type Filters,
  type SearchRequest,
  type Sort,
  type WordsNeeded,
} from './request.ts'

/** Documents a page if nobody says otherwise. */
const DEFAULT_SIZE = 20

/**
 * Reads the parameters of a search.
 *
 * @param topicIds the topics there are
 * @throws {ProblemError} `invalid-parameter`, naming every parameter that is wrong and what is allowed
 */
export function readParams(given: SearchQuery, topicIds: readonly string[]): SearchRequest {
  const params = wellFormed(given)
  const errors: ParameterFault[] = []
  const listOf = (
    parameter: 'topic' | 'facets' | 'fields' | 'dateBasis',
    allowed: readonly string[],
  ): string[] => {
    const values = list(params[parameter])
    for (const value of values) {
      if (!allowed.includes(value)) errors.push(unknownValue(parameter, value, allowed))
    }
    return values
  }
  const topic = listOf('topic', [...topicIds, UNCLASSIFIED])
  const facets = listOf('facets', FACETS)
  const fields = listOf('fields', HIT_FIELDS)
  const dateBasis = listOf('dateBasis', [...DATE_BASES, UNKNOWN])
  const lang = list(params.lang)
  for (const code of lang) {
    if (!/^[a-z]{2}$|^und$/.test(code)) {
      errors.push({
        parameter: 'lang',
        detail: {
          en: `"${shown(code)}" is no language code. Use two letters, as in "it", or "und" for undetermined.`,
          it: `"${shown(code)}" non è il codice di una lingua. Usa due lettere, come in "it", oppure "und" se non è nota.`,
        },
      })
    }
  }
  const from = params.from === undefined ? undefined : firstDay(params.from)
  const to = params.to === undefined ? undefined : lastDay(params.to)
  for (const [parameter, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day === null) {
      errors.push({
        parameter,
        detail: {
          en: `${params[parameter]} is no date of the calendar. Use YYYY, YYYY-MM or YYYY-MM-DD.`,
          it: `${params[parameter]} non è una data del calendario. Usa AAAA, AAAA-MM o AAAA-MM-GG.`,
        },
      })
    }
  }
  if (typeof from === 'string' && typeof to === 'string' && from > to) {
    errors.push({
      parameter: 'from',
      detail: {
        en: `${params.from} is after to=${params.to}. Exchange them.`,
        it: `${params.from} viene dopo to=${params.to}. Scambiali.`,
      },
    })
  }
  if (params.undated === 'only' && (params.from !== undefined || params.to !== undefined)) {
    errors.push({
      parameter: 'undated',
      detail: {
        en: 'undated=only leaves nothing that from and to could be held against. Leave either away.',
        it: 'undated=only non lascia nulla a cui applicare from e to. Togli uno dei due.',
      },
    })
  }
  if (params.cursor !== undefined && (params.page !== undefined || params.size === 0)) {
    const other = params.page === undefined ? 'size=0' : 'page'
    errors.push({ parameter: 'cursor', detail: `cursor and ${other} do not go together. Leave either away.` })
  }
  if (errors.length > 0)
    throw new ProblemError('invalid-parameter', joinedSentences(errors.map(({ detail }) => detail)), errors)
  const request: SearchRequest = {
    q: withPlainCharacters(params.q ?? '').normalize('NFC'),
    ...(params.queryLang === undefined || params.queryLang === 'auto' ? {} : { queryLang: params.queryLang }),
    isExpanded: params.expand !== 'none',
    isExact: params.exact ?? false,
    without: new Set(list(params.without)),
    prefix: (params.prefix ?? 'false') as SearchRequest['prefix'],
    words: (params.words ?? 'auto') as WordsNeeded,
    meaning: (params.meaning ?? 'auto') as SearchRequest['meaning'],
    filters: {
      lang,
      topic,
      reference: [...new Set(params.reference?.map(referenceId))].filter((id) => id !== ''),
      dateBasis,
      // Names may have commas in them.
      tag: named(params.tag),
      source: named(params.source),
      place: named(params.place),
      folder: [...new Set(params.folder?.map(plainFolder))].filter((folder) => folder !== ''),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(params.translated === undefined ? {} : { translated: params.translated as 'yes' | 'no' }),
      undated: (params.undated ?? 'exclude') as Filters['undated'],
    },
    isFolding: params.copies !== 'show',
    sort: (params.sort ?? 'relevance') as Sort,
    page: params.page ?? 1,
    size: params.size ?? DEFAULT_SIZE,
    ...(fields.length === 0 ? {} : { fields: new Set(fields) }),
    facets: facets as Facet[],
    ...(params.interval === undefined ? {} : { interval: params.interval as Interval | 'auto' }),
  }
  return params.cursor === undefined ? request : { ...request, cursor: cursorOf(params.cursor, request) }
}

function cursorOf(given: string, request: SearchRequest): Cursor {
  const cursor = readCursor(given, request)
  if (typeof cursor === 'object') return cursor
  const detail =
    cursor === 'other'
      ? 'The cursor belongs to another search: what is looked for, filters and order have to stay. Begin with cursor=*.'
      : 'This is no cursor. Begin with cursor=*, and go on with the nextCursor of each answer.'
  throw new ProblemError('invalid-parameter', detail, [{ parameter: 'cursor', detail }])
}

/** Who says when a document was published. */
const DATE_BASES = ['published', 'updated', 'inferred'] as const

/** The id of an act or a standard that is given by its id or by any of its spellings. */
function referenceId(given: string): string {
  const [mention] = findReferences(given, { isQuery: true })
  return mention === undefined || /^[a-z]+:/.test(given) ? given.trim() : mention.id + (mention.article ?? '')
}

/** The error for a value that is not among those allowed. */
function unknownValue(parameter: string, value: string, allowed: readonly string[]): ParameterFault {
  const meant = nearest(value, allowed)
  return {
    parameter,
    detail: {
      en: `"${shown(value)}" is not among the values of ${parameter}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
      it: `"${shown(value)}" non è tra i valori di ${parameter}.${meant === undefined ? '' : ` Intendevi "${meant}"?`}`,
    },
    allowed: [...allowed],
    ...(meant === undefined ? {} : { nearest: meant }),
  }
}

/** A value as an error shows it. */
function shown(value: string): string {
  return value.length > 64 ? `${value.slice(0, 64)}…` : value
}

function list(values: string[] | undefined): string[] {
  const parts = (values ?? []).flatMap((value) => value.split(','))
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))]
}

/** Names as they are; those that are empty, as forms send them, restrict nothing. */
function named(values: string[] | undefined): string[] {
  return [...new Set(values)].filter((value) => value !== '')
}

/** A folder as documents name it: without slashes around it. */
function plainFolder(folder: string): string {
  return folder.replace(/^\/+|\/+$/g, '')
}

/** Parameters with half characters as U+FFFD: JSON can write them, the engine refuses them, and no document has any. */
function wellFormed(params: SearchQuery): SearchQuery {
  const read = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(read) : typeof value === 'string' ? Buffer.from(value).toString() : value
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, read(value)]))
}

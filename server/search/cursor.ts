/**
 * Where a walk through all matches is. It says what was given, not how much: so whatever comes and goes meanwhile, no
 * document comes twice. By relevance first the marks of the ranked documents that were given, whose order may change;
 * then, as by date, a place in the order by date.
 */
import { createHash } from 'node:crypto'
import type { DatePlace } from '../../engine/search.ts'
import type { SearchRequest } from './request.ts'

/** A place in a walk. */
export type Cursor = {
  /** Pages given. */
  pages: number
  /** Marks of the ranked documents given. */
  given: ReadonlySet<string>
  /** The last place given in the order by date; undefined: that has not begun. */
  place: DatePlace | undefined
}

/** The beginning of every walk, as the parameter takes it. */
const BEGINNING = '*'
/** Of a mark: of a million documents one is taken for one of six hundred others in two thousand walks. */
const MARK_BYTES = 5
const ID = /^[\w-]{1,511}$/

/** What a ranked document is remembered by. */
export function markOf(id: string): string {
  return createHash('sha256').update(id).digest().subarray(0, MARK_BYTES).toString('hex')
}

/** What makes two requests the same walk: all that decides what matches, and in which order. */
type Walk = Omit<SearchRequest, 'page' | 'size' | 'facets' | 'fields' | 'interval' | 'isFolding' | 'cursor'>

/** A cursor as text. */
export function writeCursor({ pages, given, place }: Cursor, walk: Walk): string {
  const head = { walk: nameOf(walk), pages, ...(place === undefined ? {} : { place }) }
  const marks = Buffer.from([...given].join(''), 'hex')
  return `${Buffer.from(JSON.stringify(head)).toString('base64url')}.${marks.toString('base64url')}`
}

/** A cursor out of its text; `broken` if it is none, `other` if it belongs to another search. */
export function readCursor(text: string, walk: Walk): Cursor | 'broken' | 'other' {
  if (text === BEGINNING) return { pages: 0, given: new Set(), place: undefined }
  const [head = '', marks = '', ...rest] = text.split('.')
  const { walk: name, pages, place } = parsed(head)
  if (rest.length > 0 || typeof name !== 'string' || !Number.isSafeInteger(pages)) return 'broken'
  if (place !== undefined && !isPlace(place)) return 'broken'
  if (name !== nameOf(walk)) return 'other'
  const bytes = Buffer.from(marks, 'base64url').toString('hex')
  const given = new Set(bytes.match(new RegExp(`.{${2 * MARK_BYTES}}`, 'g')))
  return { pages: pages as number, given, place }
}

function parsed(head: string): Partial<Record<'walk' | 'pages' | 'place', unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(head, 'base64url').toString())
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // No cursor of ours: whoever reads it says so.
    return {}
  }
}

function isPlace(value: unknown): value is DatePlace {
  if (typeof value !== 'object' || value === null) return false
  const { date, ids } = value as Partial<Record<keyof DatePlace, unknown>>
  const isDate = date === null || Number.isSafeInteger(date)
  return (
    isDate && Array.isArray(ids) && ids.length > 0 && ids.every((id) => typeof id === 'string' && ID.test(id))
  )
}

function nameOf({ q, queryLang, isExpanded, isExact, without, words, prefix, filters, sort }: Walk): string {
  const what = [q, queryLang, isExpanded, isExact, [...without], words, prefix, filters, sort]
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 12)
}

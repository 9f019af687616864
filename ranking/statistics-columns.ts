/** Statistics in memory: columns, not objects, because a large corpus has a million terms. */
import { enlarge } from '../language/enlarge.ts'
import { createLargeMap, type LargeMap } from '../language/large-map.ts'
import { LEVEL_FLOORS } from './levels.ts'

/** Cells of a term in {@link Columns.levels}. */
export const LEVELS = LEVEL_FLOORS.length

const GROWTH = 1.5

/** Growable columns of one language's terms; the place of a term in all of them is its id. */
export type Columns = {
  ids: LargeMap<number>
  /** By id. */
  terms: string[]
  documents: Uint32Array
  /** {@link LEVELS} cells a term. */
  levels: Uint32Array
  forms: (readonly string[])[]
}

/** Empty columns with room for `capacity` terms, at least 1. */
export function createColumns(capacity: number): Columns {
  return {
    ids: createLargeMap(),
    terms: [],
    documents: new Uint32Array(capacity),
    levels: new Uint32Array(capacity * LEVELS),
    forms: [],
  }
}

/** The place of a term in the columns; a new one has its place behind the others. */
export function idOf(columns: Columns, term: string): number {
  let id = columns.ids.get(term)
  if (id !== undefined) return id
  id = columns.terms.length
  columns.ids.set(term, id)
  columns.terms.push(term)
  if (id === columns.documents.length) {
    // One capacity in terms for both, so that neither can fall behind the other.
    const capacity = Math.ceil(id * GROWTH)
    columns.documents = enlarge(columns.documents, capacity)
    columns.levels = enlarge(columns.levels, capacity * LEVELS)
  }
  return id
}

/** Statistics in memory: columns, not objects, because a large corpus has a million terms. */
import { LEVEL_FLOORS } from './levels.ts'

/** Cells of a term in {@link Columns.levels}. */
export const LEVELS = LEVEL_FLOORS.length

/** Growable columns of one language's terms. */
export type Columns = {
  ids: Map<string, number>
  documents: Uint32Array
  levels: Uint32Array
  forms: (readonly string[])[]
}

/** Empty columns with room for `capacity` terms. */
export function createColumns(capacity: number): Columns {
  return {
    ids: new Map(),
    documents: new Uint32Array(capacity),
    levels: new Uint32Array(capacity * LEVELS),
    forms: [],
  }
}

/** The place of a term in the columns; a new one has its place behind the others. */
export function idOf(columns: Columns, term: string): number {
  let id = columns.ids.get(term)
  if (id !== undefined) return id
  id = columns.ids.size
  columns.ids.set(term, id)
  if (id >= columns.documents.length) {
    columns.documents = grown(columns.documents)
    columns.levels = grown(columns.levels)
  }
  return id
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(column.length * 1.5))
  larger.set(column)
  return larger
}

/**
 * Documents → groups of near copies. Each group has a founder, which all of its members are like: so a chain of small
 * changes does not make one group of texts that have little in common. Pure but for the pauses.
 */
import type { DocumentRecord } from '../../engine/schema.ts'
import { similarity } from './minhash.ts'

/** What is compared of a document. */
export const COPY_FIELDS = [
  'id',
  'lang',
  'copyMarks',
  'sketch',
  'copyGroup',
] as const satisfies (keyof DocumentRecord)[]
/** A document with these. */
export type CopyCandidate = Pick<DocumentRecord, (typeof COPY_FIELDS)[number]>

/**
 * Near copies have at least so much in common: another date, another footer, a paragraph more. A bulletin that comes out
 * every month with other figures has some .6.
 */
export const MIN_SIMILARITY = 0.7

/** Documents that are compared with each other; more cannot be told apart by what their marks are sorted by. */
const MAX_COMPARED = 2 ** 20
/** Of the documents with a mark, so many are compared with each of them. */
const MAX_WITH_MARK = 3
const DOCUMENTS_A_TURN = 5000

/** Documents that are to be grouped, all of an index. */
export type Grouper = {
  add: (document: CopyCandidate) => void
  /**
   * The documents that belong to another group than they say, or to none.
   *
   * @param pause waited for now and then, so that others get a turn; may throw to end the work
   */
  changes: (pause: () => Promise<void>) => Promise<{ id: string; copyGroup: string | null }[]>
}

/** An empty grouper. Whatever the order of adding, the groups are the same. */
export function createGrouper(): Grouper {
  const documents: { id: string; sketch: string; group: string | null }[] = []
  const marks: number[] = []
  return {
    add: ({ id, copyMarks, sketch, copyGroup = null }) => {
      const isCompared = sketch != null && copyMarks != null && documents.length < MAX_COMPARED
      // One that was in a group may have to leave it.
      if (!isCompared && copyGroup === null) return
      const place = documents.push({ id, sketch: sketch ?? '', group: copyGroup }) - 1
      if (!isCompared) return
      for (const mark of copyMarks) marks.push(Number.parseInt(mark, 36) * MAX_COMPARED + place)
    },
    changes: async (pause) => {
      // Those that are founders stay founders; then by id, so that two runs give the same.
      const order = [...documents.keys()].sort((a, b) => {
        const [one, other] = [documents[a] as (typeof documents)[0], documents[b] as (typeof documents)[0]]
        const isFounder = Number(other.group === other.id) - Number(one.group === one.id)
        return isFounder || (one.id < other.id ? -1 : 1)
      })
      const rank = new Uint32Array(documents.length)
      for (const [index, place] of order.entries()) rank[place] = index
      const candidates = candidatesOf(Float64Array.from(marks).sort(), rank)
      const founderOf = new Map<number, number>()
      for (const [index, place] of order.entries()) {
        if (index % DOCUMENTS_A_TURN === 0) await pause()
        let best: { founder: number; similarity: number } | undefined
        for (const candidate of candidates.get(place) ?? []) {
          const founder = founderOf.get(candidate) ?? candidate
          const found = similarity(documents[place]?.sketch ?? '', documents[founder]?.sketch ?? '')
          if (found >= MIN_SIMILARITY && found > (best?.similarity ?? 0))
            best = { founder, similarity: found }
        }
        if (best === undefined) continue
        founderOf.set(place, best.founder)
        founderOf.set(best.founder, best.founder)
      }
      return documents.flatMap(({ id, group }, place) => {
        const founder = founderOf.get(place)
        const copyGroup = founder === undefined ? null : (documents[founder]?.id ?? null)
        return copyGroup === group ? [] : [{ id, copyGroup }]
      })
    },
  }
}

/** For each document that shares a mark those of lower rank that it is compared with: the first of each mark. */
function candidatesOf(entries: Float64Array, rank: Uint32Array): Map<number, Set<number>> {
  const candidates = new Map<number, Set<number>>()
  for (let from = 0, to = 0; from < entries.length; from = to) {
    const end = (Math.floor((entries[from] ?? 0) / MAX_COMPARED) + 1) * MAX_COMPARED
    while (to < entries.length && (entries[to] ?? 0) < end) to += 1
    if (to - from < 2) continue
    const places = Array.from(entries.subarray(from, to), (entry) => entry % MAX_COMPARED)
    places.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))
    for (const [index, place] of places.entries()) {
      const known = candidates.get(place) ?? new Set()
      for (const first of places.slice(0, Math.min(index, MAX_WITH_MARK))) known.add(first)
      if (known.size > 0) candidates.set(place, known)
    }
  }
  return candidates
}

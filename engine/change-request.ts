/** What a writer is asked to change and what it answers: for a whole index, and for each of several servers. */
import type { StoredDocument } from './apply-change.ts'
import type { Draft } from './drafts.ts'
import { byPart } from './parts/parts.ts'
import type { Placement } from './parts/placement.ts'
import type { DocumentRecord } from './schema.ts'

/** What is to change. */
export type ChangeRequest = {
  put?: readonly Draft[]
  /** Ids; those that are not there are passed over. */
  remove?: readonly string[]
  /**
   * What the writer has just said of all these documents: so it need not look again. Only from one who has had the
   * writer to himself since. Default: it looks.
   */
  present?: readonly StoredDocument[] | undefined
}

/** What a change did. */
export type Changed = {
  number: number
  /** Documents that came or were replaced, in the order they were given, without those that had no passage. */
  put: DocumentRecord[]
  /** Ids of drafts that had no passage: what was there before stays. */
  empty: string[]
  /** Documents that went. */
  removed: string[]
  /** The same, with what were their translations. */
  gone: Pick<DocumentRecord, 'id' | 'translations'>[]
}

/** What is asked of one server. */
export type PartRequest = {
  part: number
  put: Draft[]
  gone: string[]
  /** What comes on all servers, if several have some of it. */
  together: readonly Draft[]
  /** See {@link ChangeRequest.present}. */
  present?: readonly StoredDocument[] | undefined
}

/** What was asked for, server by server. Of two drafts with the same id the last one stays, and one that comes does not go. */
export function splitByPart(request: ChangeRequest, placement: Placement): PartRequest[] {
  const put = [...new Map(request.put?.map((draft) => [draft.document.id, draft])).values()]
  const parts = new Map<number, PartRequest>()
  const of = (part: number): PartRequest => {
    const own = parts.get(part) ?? { part, put: [], gone: [], together: [], present: request.present }
    parts.set(part, own)
    return own
  }
  const puts = byPart(put, ({ document }) => document.id, placement)
  const together = puts.length > 1 ? put : []
  for (const [part, drafts] of puts) Object.assign(of(part), { put: drafts, together })
  for (const [part, ids] of byPart(request.remove ?? [], (id) => id, placement)) of(part).gone = ids
  return [...parts.values()]
}

/** What several changes did that were asked for as one. */
export function joinChanges(changes: readonly Changed[], { put = [] }: ChangeRequest): Changed {
  const [only] = changes
  if (changes.length === 1 && only !== undefined) return only
  const order = new Map(put.map(({ document }, index) => [document.id, index]))
  const placeOf = (id: string): number => order.get(id) ?? 0
  return {
    number: Math.max(...changes.map(({ number }) => number)),
    put: changes.flatMap(({ put }) => put).sort((a, b) => placeOf(a.id) - placeOf(b.id)),
    empty: changes.flatMap(({ empty }) => empty).sort((a, b) => placeOf(a) - placeOf(b)),
    removed: changes.flatMap(({ removed }) => removed),
    gone: changes.flatMap(({ gone }) => gone),
  }
}

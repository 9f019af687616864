/**
 * Changes: documents that come and go in one step. Each has a number, and a record of what it does to which documents
 * and to the statistics. The record is written before anything else happens, so that whoever opens the index next can
 * finish or undo what was interrupted; when all is done, it says so, and servers add its counts to their statistics.
 */
import type { StoredCounts } from '../ranking/counts.ts'
import type { PinnedMean } from './generation.ts'
import { keyOf } from './schema.ts'
import type { IndexReader } from './search.ts'

/** A document that was there before the change, with what it takes to remove its passages. */
export type Replaced = { id: string; key: string; passages: number }

/** A change as stored, in the index of statistics. */
export type ChangeRecord = {
  /** `change-<number>` */
  id: string
  /** From 1, without a gap; also the revision of the documents that it puts. */
  number: number
  /** The part of the index that its documents are on, from 0. Default: the first. */
  part?: number
  /** Milliseconds since 1970. */
  at: number
  /** Ids of documents that come or are replaced. */
  put: string[]
  /** Their keys, where documents keep the revisions that they have in another generation. */
  keys?: string[]
  /** Ids of documents that go. */
  removed: string[]
  /** Documents whose passages go. */
  replaced: Replaced[]
  /** By how many the change makes documents and passages more. */
  documents: number
  passages: number
  /** What it does to the statistics; absent while its documents are still being read. */
  counts?: StoredCounts[]
  /** Means that levels of languages that were new are cut with. */
  pins: PinnedMean[]
  /** Whether all of it has happened. One that was undone is done, and does nothing. */
  isDone?: boolean
  wasUndone?: boolean
}

/** The keys of the documents that a change puts. */
export function keysOfChange({ put, keys, number }: ChangeRecord): string[] {
  return keys ?? put.map((id) => keyOf(id, number))
}

/** The id of a change's record. */
export function changeId(number: number): string {
  return `change-${number}`
}

/** Whether some change after `number` is not complete. */
export async function isUnderWay({ engine, indexes, signal }: IndexReader, number: number): Promise<boolean> {
  const filter = `number > ${number} AND (isDone NOT EXISTS OR isDone != true)`
  const path = `indexes/${indexes.statistics}/documents/fetch`
  const { total } = (await engine.read(path, { filter, limit: 1, fields: ['id'] }, signal)) as {
    total: number
  }
  return total > 0
}

/** Changes a call: each may be some megabytes. */
const PAGE_SIZE = 8

/** More than there can be before they are folded. */
const MAX_CHANGES = 1_000_000

/**
 * The changes with a number above `number`, in their order and without one left out: where some are folded while they
 * are read, those before them.
 */
export async function changesAfter(reader: IndexReader, number: number): Promise<ChangeRecord[]> {
  const { engine, indexes, signal } = reader
  const path = `indexes/${indexes.statistics}/documents/fetch`
  // Page after page, what comes and goes meanwhile would move records from one page to another. So all of them are
  // named in one call, and then read by name.
  const { results: named } = (await engine.read(
    path,
    { filter: `number > ${number}`, limit: MAX_CHANGES, fields: ['number'] },
    signal,
  )) as { results: Pick<ChangeRecord, 'number'>[] }
  const numbers = named.map((change) => change.number).sort((a, b) => a - b)
  const changes: ChangeRecord[] = []
  for (let first = 0; first < numbers.length; first += PAGE_SIZE) {
    const page = numbers.slice(first, first + PAGE_SIZE)
    const { results } = (await engine.read(path, { ids: page.map(changeId), limit: PAGE_SIZE }, signal)) as {
      results: ChangeRecord[]
    }
    const found = new Map(results.map((change) => [change.number, change]))
    for (const wanted of page) {
      const change = found.get(wanted)
      if (change === undefined) return changes
      changes.push(change)
    }
  }
  return changes
}

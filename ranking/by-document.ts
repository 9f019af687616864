/** Ranked passages → documents with their best passages, as people look for documents. */
import type { Scored } from './score.ts'

/** A document with the best of its passages, best first. */
export type RankedDocument<T> = {
  /** Of the document at its revision. */
  key: string
  /** That of its best passage. */
  score: number
  passages: Scored<T>[]
}

/** Groups passages, best first, by document; the order of documents is that of their best passages. */
export function groupByDocument<T extends { document: string }>(
  ranked: readonly Scored<T>[],
): RankedDocument<T>[] {
  const documents = new Map<string, RankedDocument<T>>()
  for (const scored of ranked) {
    const key = scored.candidate.document
    const known = documents.get(key)
    if (known === undefined) documents.set(key, { key, score: scored.score, passages: [scored] })
    else known.passages.push(scored)
  }
  return [...documents.values()]
}

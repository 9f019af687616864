/** Sentence pairs of the indexed documents, for whatever learns from them. */
import type { IndexReader } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { knownWords } from '../../language/bridge/known-words.ts'
import type { StatusLine } from '../status-line.ts'
import type { PairCollector } from './collector.ts'
import { documentPairs } from './document-pairs.ts'

/** Where to gather from, and how much. */
export type GatherDocumentsOptions = {
  reader: IndexReader
  from: string
  to: string
  /** What sentences are aligned by. */
  bridge: Bridge
  /** Passages of one language, and sentence pairs, that are enough. Default: all there are. */
  limits?: { passages: number; pairs: number }
  status: StatusLine
}

/** What was gathered beside the pairs. */
export type GatheredDocuments = {
  /** Pairs of documents that were aligned. */
  documents: number
  /** Pairs of sentences, and of documents, that were passed over as too long. */
  tooLong: number
  longDocuments: number
}

/** Aligns documents and puts their sentence pairs into `collector`. */
export async function gatherDocuments(
  collector: PairCollector,
  { reader, from, to, bridge, limits, status }: GatherDocumentsOptions,
): Promise<GatheredDocuments> {
  const gathered = { documents: 0, tooLong: 0, longDocuments: 0 }
  const known = knownWords(bridge, from, to)
  const aligned = documentPairs(reader, { from, to, known, maxPassages: limits?.passages })
  for await (const { path, pairs, isTooLong, shareDone } of aligned) {
    reader.signal.throwIfAborted()
    if (isTooLong) {
      gathered.longDocuments += 1
      continue
    }
    gathered.documents += 1
    collector.open(path)
    for (const [index, pair] of pairs.entries()) {
      if (limits !== undefined && collector.size() >= limits.pairs) return gathered
      if (!collector.add({ ...pair, line: index + 1 })) gathered.tooLong += 1
    }
    status.show(`aligning translations, ${Math.floor(shareDone * 100)}%, ${collector.size()} sentences`)
  }
  return gathered
}

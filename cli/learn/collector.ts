/** Takes sentence pairs from several sources and remembers which is from where. Pure. */
import { createIntegerList } from '../../language/bridge/integer-list.ts'
import { LexiconError } from '../../language/bridge/lexicon.ts'
import { createCorpus, type ParallelCorpus } from '../../language/bridge/parallel-corpus.ts'
import type { SentencePair } from './pair-files.ts'

/** Most pairs that are learned from: with sentences of usual length some two minutes and 600 MB of memory. */
const MAX_PAIRS = 500_000

/** Takes pairs. */
export type PairCollector = {
  /** Pairs so far. */
  size: () => number
  /** From now on pairs are from this source. */
  open: (name: string) => void
  /**
   * @returns whether it was taken; pairs of very long sentences are not
   * @throws {LexiconError} if there are too many
   */
  add: (pair: SentencePair) => boolean
  /** All pairs, and what each is called, by its number: its line; with several sources `source:line`. */
  build: () => { corpus: ParallelCorpus; nameOf: (pair: number) => string }
}

/** Nothing yet, in two languages (ISO 639-1). */
export function createPairCollector(from: string, to: string): PairCollector {
  const corpus = createCorpus(from, to)
  const names: string[] = []
  const sources = createIntegerList()
  const lines = createIntegerList()
  return {
    size: corpus.size,
    open: (name) => {
      names.push(name.replace(/\p{C}/gu, ' '))
    },
    add: ({ source, target, line }) => {
      if (!corpus.add(source, target)) return false
      if (corpus.size() > MAX_PAIRS) {
        throw new LexiconError(
          `There are more than ${MAX_PAIRS} pairs. Take as many of them by chance: shuf -n ${MAX_PAIRS} pairs.tsv`,
        )
      }
      sources.push(names.length - 1)
      lines.push(line)
      return true
    },
    build: () => {
      const [sourceOf, lineOf] = [sources.toArray(), lines.toArray()]
      const prefix = (pair: number): string => (names.length > 1 ? `${names[sourceOf[pair] ?? 0]}:` : '')
      return { corpus: corpus.build(), nameOf: (pair) => `${prefix(pair)}${lineOf[pair]}` }
    },
  }
}

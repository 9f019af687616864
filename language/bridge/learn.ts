/**
 * A lexicon out of sentences that are translations of each other. Each direction is learned on its own; what is kept
 * is what both together hold likely. No I/O.
 */
import { foldWord } from '../fold.ts'
import type { KnownWords } from './known-words.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import type { ParallelCorpus, Side } from './parallel-corpus.ts'
import { seenText } from './seen.ts'
import { createWordModel, type WordModel } from './word-model.ts'

/** What to go by, and what to keep. */
export type LearnOptions = {
  /**
   * What is known of the terms of each language. Words that are known to be translations of each other are taken for
   * each other first, so that what is left of a sentence goes to the words that are new. Default: nothing is known.
   */
  known?: { forward: KnownWords; backward: KnownWords }
  /** Steps of expectation maximization in each direction. Default 5: later ones change little. */
  iterations?: number
  /** Least geometric mean of the probabilities in both directions. Default 0.05: less is mostly chance. */
  minAgreement?: number
  /** Least number of pairs that have both words. Default 2: one may be chance. */
  minTogether?: number
  /** Most translations of a word, in either direction. Default 6. */
  maxTranslations?: number
  /** What the evidence calls a pair, by its number from 0. Default: counted from 1. */
  nameOf?: (pair: number) => string
}

/**
 * Learns a lexicon in steps, for callers that show progress or may want to stop. Each step takes about as long as the
 * others; yields the share that is done, 0 to 1.
 *
 * The same corpus gives the same lexicon: best-supported entries of a word first, words in alphabetical order.
 */
export function* learnStepwise(
  corpus: ParallelCorpus,
  options: LearnOptions = {},
): Generator<number, Lexicon> {
  const { iterations = 5 } = options
  const models: WordModel[] = []
  for (const [source, target, known] of [
    [corpus.source, corpus.target, options.known?.forward],
    [corpus.target, corpus.source, options.known?.backward],
  ] as const) {
    const model = createWordModel(source, target, known && expectedBy(known, source, target))
    for (let iteration = 0; iteration < iterations; iteration += 1) {
      model.improve()
      yield (models.length * iterations + iteration + 1) / (2 * iterations + 1)
    }
    models.push(model)
  }
  const [forward, backward] = models as [WordModel, WordModel]
  const found = prune(likelyPairs(corpus, forward, backward, options), options)
  return {
    from: corpus.source.lang,
    to: corpus.target.lang,
    via: 'learned',
    entries: toEntries(found, corpus, forward, options),
  }
}

/**
 * For the id of a source term, the ids of the target terms that it is expected to be translated by: those that are
 * known to, and the one that is written the same, as names are.
 */
function expectedBy(known: KnownWords, source: Side, target: Side): (word: number) => Set<number> {
  const ids = new Map(target.vocabulary.map((term, id) => [term, id]))
  const bySpelling = new Map(target.vocabulary.map((term, id) => [foldWord(target.wordOf(id) ?? term), id]))
  return (word) => {
    const term = source.vocabulary[word] ?? ''
    const same = bySpelling.get(foldWord(source.wordOf(word) ?? term))
    const translations = [...known(term).keys()].map((translation) => ids.get(translation))
    return new Set([...translations, same].filter((id) => id !== undefined))
  }
}

type Found = { source: number; target: number; forward: number; backward: number; together: number }

function likelyPairs(
  { source, target }: ParallelCorpus,
  forward: WordModel,
  backward: WordModel,
  { minAgreement = 0.05, minTogether = 2 }: LearnOptions,
): Found[] {
  const found: Found[] = []
  const isTargetWord = target.vocabulary.map(isWord)
  for (const [word, sourceTerm] of source.vocabulary.entries()) {
    if (!isWord(sourceTerm)) continue
    forward.forEachTarget(word, (term, probability, together) => {
      if (together < minTogether || isTargetWord[term] !== true) return
      const pair = {
        source: word,
        target: term,
        forward: probability,
        backward: backward.probability(term, word),
        together,
      }
      if (agreement(pair) >= minAgreement) found.push(pair)
    })
  }
  return found
}

/** Numbers are the same in every language, and single letters say nothing. */
function isWord(term: string): boolean {
  return term.length > 1 && !/^\p{N}/u.test(term)
}

function agreement({ forward, backward }: Found): number {
  return Math.sqrt(forward * backward)
}

/** Keeps the best entries of each word, on both sides. */
function prune(found: readonly Found[], { maxTranslations = 6 }: LearnOptions): Found[] {
  const counts = { source: new Map<number, number>(), target: new Map<number, number>() }
  return found.toSorted(byAgreement).filter((pair) => {
    const ofSource = counts.source.get(pair.source) ?? 0
    const ofTarget = counts.target.get(pair.target) ?? 0
    if (ofSource >= maxTranslations || ofTarget >= maxTranslations) return false
    counts.source.set(pair.source, ofSource + 1)
    counts.target.set(pair.target, ofTarget + 1)
    return true
  })
}

function byAgreement(a: Found, b: Found): number {
  return agreement(b) - agreement(a) || b.together - a.together || a.source - b.source || a.target - b.target
}

/** How many pairs the evidence names. */
const MAX_NAMED = 3
function toEntries(
  found: readonly Found[],
  { source, target }: ParallelCorpus,
  model: WordModel,
  { nameOf = (pair) => String(pair + 1) }: LearnOptions,
): Entry[] {
  const entries: Entry[] = []
  for (const { source: word, target: term, forward, backward, together } of found) {
    const written = { source: source.wordOf(word), target: target.wordOf(term) }
    if (written.source === undefined || written.target === undefined) continue
    const pairs = firstPairs(model.sentencesWith(word), term, target).map(nameOf)
    entries.push({
      source: written.source,
      target: written.target,
      forward: rounded(forward),
      backward: rounded(backward),
      evidence: seenText({ times: together, pairs: pairs.join(', '), areFirst: together > MAX_NAMED }),
      times: together,
    })
  }
  const collator = new Intl.Collator('en')
  return entries.sort((a, b) => collator.compare(a.source, b.source) || (b.forward ?? 0) - (a.forward ?? 0))
}

/** To what a file holds; adding up may have left a hair above 1. */
function rounded(probability: number): number {
  return Math.min(1, Number(probability.toPrecision(3)))
}

function firstPairs(
  sentences: Int32Array,
  term: number,
  { terms, starts }: ParallelCorpus['target'],
): number[] {
  const pairs: number[] = []
  for (const sentence of sentences) {
    if (terms.subarray(starts[sentence], starts[sentence + 1]).includes(term)) pairs.push(sentence)
    if (pairs.length === MAX_NAMED) break
  }
  return pairs
}

/** What `bifora learn` tells of what it has learned. Pure. */
import type { Entry, Lexicon } from '../../language/bridge/lexicon.ts'
import { duration } from '../progress.ts'
import type { Gathered } from './gather.ts'

/** How many entries are shown, evenly spread over all. */
const SAMPLE_SIZE = 12
/** Widest column of words. */
const MAX_WIDTH = 24

/** The facts, as `--json` prints them. */
export type LearnSummary = {
  from: string
  to: string
  pairs: number
  /** Pairs of documents that were aligned. */
  documents: number
  passedOver: Gathered['passedOver']
  entries: number
  sample: Entry[]
  output: string
  tookMs: number
}

/** Puts the facts together. */
export function summaryOf(
  { from, to, entries }: Lexicon,
  { corpus, documents, passedOver }: Gathered,
  { path, tookMs }: { path: string; tookMs: number },
): LearnSummary {
  const step = Math.max(1, entries.length / SAMPLE_SIZE)
  const count = Math.min(SAMPLE_SIZE, entries.length)
  return {
    from,
    to,
    pairs: corpus.size,
    documents,
    passedOver,
    entries: entries.length,
    sample: Array.from({ length: count }, (_, index) => entries[Math.floor((index + 0.5) * step)] as Entry),
    output: path,
    tookMs: Math.round(tookMs),
  }
}

/**
 * The summary for people.
 *
 * @param isInUse whether the lexicon is where services look for it
 */
export function summaryLines(summary: LearnSummary, isInUse: boolean): string[] {
  const { pairs, documents, entries, sample, output, tookMs } = summary
  const aligned = documents > 0 ? ` (${documents} pairs of documents aligned)` : ''
  const width = (words: readonly string[]): number =>
    Math.min(MAX_WIDTH, Math.max(...words.map((word) => word.length)))
  const widths = [
    width(sample.map(({ source }) => source)),
    width(sample.map(({ target }) => target)),
  ] as const
  return [
    `Learned ${entries} entries from ${pairs} pairs of sentences${aligned}, ${duration(tookMs / 1000)}.`,
    ...passedOverLines(summary.passedOver),
    'Some of them, with the probability of each word given the other:',
    ...sample.map(({ source, target, forward = 0, backward = 0, evidence = '' }) =>
      [
        ` `,
        source.padEnd(widths[0]),
        target.padEnd(widths[1]),
        forward.toFixed(2),
        backward.toFixed(2),
        evidence,
      ].join(' '),
    ),
    `Written to ${output}.${isInUse ? ' A running service takes it up by itself.' : ''}`,
  ]
}

function passedOverLines({ untranslated, tooLong, longDocuments }: Gathered['passedOver']): string[] {
  const reasons = [
    [untranslated, 'lines with an empty side'],
    [tooLong, 'pairs of very long sentences'],
    [longDocuments, 'pairs of very long documents'],
  ] as const
  const told = reasons.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return told.length === 0 ? [] : [`Passed over: ${told.join(', ')}.`]
}

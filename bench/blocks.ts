/**
 * How long searches have to wait for other work: the longest time that the event loop is held by each thing that a
 * service does while it answers, on a made-up vocabulary. No engine is needed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { lexiconsOf } from '../cli/lexicon/files.ts'
import { bridgeOver } from '../language/bridge/bridge.ts'
import { inSlices } from '../language/slices.ts'
import { loadStatistics } from '../ranking/statistics.ts'
import { createCognates } from '../server/search/understanding/cognates.ts'
import { correct, createVocabularies } from '../server/search/understanding/correct.ts'
import { understand } from '../server/search/understanding/understand.ts'
import { madeUp, misspelt, pagesOf, readPages, wordsOf } from './made-up-words.ts'
import { createRandom, type Random } from './random.ts'

/** What was done, in milliseconds. */
export type Block = { work: string; longestMs: number; tookMs: number }

/** What is measured on. */
export type BlocksOptions = { terms: number; runs: number; seed: number; say: (line: string) => void }

/** Unknown words of the longest queries. */
const UNKNOWN_WORDS = 50

/** Measures everything several times; the least of each counts, because other programs only make it longer. */
export async function measureBlocks({ terms, runs, seed, say }: BlocksOptions): Promise<Block[]> {
  const least = new Map<string, Block>()
  for (let run = 1; run <= runs; run += 1) {
    say(`run ${run} of ${runs} …`)
    for (const block of await measureOnce(terms, createRandom(seed))) {
      const before = least.get(block.work) ?? block
      least.set(block.work, {
        work: block.work,
        longestMs: Math.min(before.longestMs, block.longestMs),
        tookMs: Math.min(before.tookMs, block.tookMs),
      })
    }
  }
  return [...least.values()]
}

async function measureOnce(terms: number, random: Random): Promise<Block[]> {
  const blocks: Block[] = []
  const measure = async <Result>(work: string, run: () => Promise<Result>): Promise<Result> => {
    const { result, ...times } = await watch(run)
    blocks.push({ work, ...times })
    return result
  }
  await measure('nothing, for half a second', () => setTimeout(500))
  const noFolder = mkdtempSync(join(tmpdir(), 'bifora-bench-'))
  rmSync(noFolder, { recursive: true })
  const { lexicons } = await measure('lexicons: read', () => inSlices(lexiconsOf(noFolder)))
  const bridge = await measure('lexicons: bridge', () => inSlices(bridgeOver(lexicons)))

  const bases = { it: wordsOf(lexicons, 'it'), en: wordsOf(lexicons, 'en') }
  const pages = Object.entries(bases).flatMap(([lang, words]) =>
    pagesOf(lang, madeUp(words, terms / 2, random), random),
  )
  const totals = Object.keys(bases).map((lang) => ({
    lang,
    passages: terms,
    documents: terms,
    length: terms * 100,
  }))
  const statistics = await measure('generation: statistics', () => loadStatistics(totals, readPages(pages)))
  await measure('generation: cognates', () => inSlices(createCognates(statistics)))
  const vocabularies = await measure('generation: vocabularies', () =>
    inSlices(createVocabularies(statistics)),
  )
  const unknown = Array.from({ length: UNKNOWN_WORDS }, () => misspelt(random.pick(bases.it), random))
  const ask = (q: string) => async () => {
    const query = understand(q, undefined, statistics, bridge.knows)
    return inSlices(correct(query, q, { statistics, vocabularies, knows: bridge.knows }))
  }
  // What the first query of a service makes for all others is no matter of queries.
  await ask('biblioteca library')()
  await measure('query: one unknown word', ask(unknown[0] ?? ''))
  await measure(`query: ${UNKNOWN_WORDS} unknown words`, ask(unknown.join(' ')))
  return blocks
}

/** Runs something and looks how long the event loop is held at most, which is asked for its turn all the while. */
async function watch<Result>(
  run: () => Promise<Result>,
): Promise<{ result: Result; longestMs: number; tookMs: number }> {
  await setImmediate()
  let isOver = false
  let longestMs = 0
  const startedMs = performance.now()
  const watching = (async () => {
    for (let beforeMs = startedMs; !isOver; ) {
      await setImmediate()
      const nowMs = performance.now()
      longestMs = Math.max(longestMs, nowMs - beforeMs)
      beforeMs = nowMs
    }
  })()
  const result = await run()
  const tookMs = performance.now() - startedMs
  isOver = true
  await watching
  return { result, longestMs, tookMs }
}

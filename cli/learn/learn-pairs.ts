/** Learning from gathered pairs so that people see how far it is and can stop it. */
import { setImmediate as pause } from 'node:timers/promises'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { knownWords } from '../../language/bridge/known-words.ts'
import { learnStepwise } from '../../language/bridge/learn.ts'
import type { Lexicon } from '../../language/bridge/lexicon.ts'
import type { ParallelCorpus } from '../../language/bridge/parallel-corpus.ts'
import type { StatusLine } from '../status-line.ts'

/** Pairs of sentences, and what evidence calls each of them. */
export type LearnablePairs = { corpus: ParallelCorpus; nameOf: (pair: number) => string }

/** Learns a lexicon; one without entries if nothing can be learned. Throws when `signal` aborts. */
export async function learnPairs(
  { corpus, nameOf }: LearnablePairs,
  { bridge, status, signal }: { bridge: Bridge; status: StatusLine; signal: AbortSignal },
): Promise<Lexicon> {
  const [from, to] = [corpus.source.lang, corpus.target.lang]
  const known = { forward: knownWords(bridge, from, to), backward: knownWords(bridge, to, from) }
  const steps = learnStepwise(corpus, { nameOf, known })
  for (;;) {
    // Signals are only heard between two steps.
    await pause()
    signal.throwIfAborted()
    const step = steps.next()
    if (step.done === true) return step.value
    status.show(`learning from ${corpus.size} pairs of sentences, ${Math.floor(step.value * 100)}%`)
  }
}

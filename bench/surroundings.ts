/** What measurements are given besides what each is about. */
import type { Sentences } from './recombine.ts'

/** What a measurement needs from outside. */
export type Surroundings = {
  /** Aborts when somebody stops the program. */
  signal: AbortSignal
  /** Told how far it is. */
  say: (line: string) => void
  /** Binary of Meilisearch, instead of the packaged one. */
  binary?: string | undefined
}

/** What one over made-up documents needs besides. */
export type OverSentences = Surroundings & {
  /** What documents are made of. */
  sentences: Sentences
  /** The same seed gives the same documents and queries. */
  seed: number
}

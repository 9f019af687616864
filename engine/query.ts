/** A query as the engine room takes it: groups of alternatives, one group for each word that matters. No behavior. */

/** One way to say what a word of the query says. */
export type Alternative = {
  /** Language whose terms these are, `und` for the neutral ones. */
  lang: string
  /** One term, or several that follow each other: a unit. */
  terms: readonly string[]
  /** How far it stands for the word: above 0, up to 1. */
  weight: number
  /** Id of the expansion that added it; absent for the word itself. */
  expansion?: string
}

/** The alternatives of one word of the query. A passage has the word if it has any of them. */
export type Group = { alternatives: readonly Alternative[] }

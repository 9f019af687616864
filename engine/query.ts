/** A query as the engine room takes it: groups of terms, one group for each word that matters. No behavior. */

/** One way to say what a word of the query says. */
export type Alternative = {
  /** Language whose terms it is one of, `und` for the neutral ones. */
  lang: string
  term: string
  /** How far it stands for the word: above 0, up to 1. */
  weight: number
}

/** The alternatives of one word of the query. A passage has the word if it has any of them. */
export type Group = { alternatives: readonly Alternative[] }

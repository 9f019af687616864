/** What a language must bring to be analyzed: data and rules, no behavior of its own beyond its stemmer. */
export type Language = {
  /** ISO 639-1, or `und` for the language-neutral fallback. */
  code: string
  /** Words that carry no topic: lower case, accents folded, apostrophes as `'`. */
  stopWords: ReadonlySet<string>
  /** Pieces that an apostrophe leaves before a word and that are dropped there: `dell` of *dell'acqua*. */
  elisions: ReadonlySet<string>
  /** Stop words that cannot stand behind an elision in their own sense, and are names there: *l'ai act*, *l'io*. */
  namesAfterElision: ReadonlySet<string>
  /** Pieces that an apostrophe leaves after a word and that are dropped there: `s` of *Europe's*. */
  clitics: ReadonlySet<string>
  /** Reduces a lower-cased word, accents still on, to its stem, which begins with the same letter. */
  stem: (word: string) => string
}

/** Makes a stop word set out of lines of words, so that a list reads as a grammar table does. */
export function wordSet(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}

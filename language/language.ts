/** A base form that a word may be a form of. */
export type BaseForm = {
  /** As a dictionary lists it: lower case, accents on. */
  base: string
  /** How likely the word is this form, compared with the likeliest: above 0, up to 1. */
  weight: number
  /** Whether only verbs have such a form: *look* of *looked*. Absent where nothing is known of it. */
  isVerb?: boolean
}

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
  /** Reduces a lower-cased word, accents still on, to its stem. Regular and irregular forms of a word have one stem. */
  stem: (word: string) => string
  /** The base forms that a lower-cased word, accents still on, may belong to, by rule and by table, likeliest first; the word itself is always among them. Candidates need not exist: who asks has a dictionary. */
  baseForms: (word: string) => BaseForm[]
  /** Whether a word of a dictionary may be a verb; absent if nothing is known of it. */
  isInfinitive?: (word: string) => boolean
  /** Further first letters that forms of a stem (accents folded) may have, where they differ from the stem's own: `v` for the stem of *andare* because of *vado*. Empty for most. */
  formInitials: (stem: string) => string
}

/** Makes a stop word set out of lines of words, so that a list reads as a grammar table does. */
export function wordSet(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}

/**
 * Which language a short text is in, from the words of grammar it has. Good for passages of prose; documents are
 * detected by n-grams (indexer), queries by the words of the corpus (server).
 */
import { isAcronymLike } from './analyzer.ts'
import { foldWord } from './fold.ts'
import { languages } from './languages.ts'
import { wordsOf } from './words.ts'

/** Stop words that only one of the languages has: seeing one is evidence for it. */
const telling = new Map(
  [...languages].map(([code, language]) => [
    code,
    new Set(
      [...language.stopWords].filter((word) =>
        [...languages.values()].every((other) => other === language || !other.stopWords.has(word)),
      ),
    ),
  ]),
)

/** How many words of a text are stop words of one language and of no other, by language. */
export function countTellingWords(text: string): Map<string, number> {
  const counts = new Map([...languages.keys()].map((code) => [code, 0]))
  for (const word of wordsOf(text)) {
    const form = foldWord(word.text)
    for (const [code, words] of telling) {
      if (words.has(form)) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  return counts
}

/** Words of another language must be this many, and this many times those of the document's own. */
const MIN_OTHER_WORDS = 6
const MIN_OTHER_RATIO = 3
/** Characters looked at: some eighty words, thirty of them of grammar. */
const SAMPLE_LENGTH = 500

/**
 * The language of a passage: its document's, unless its words of grammar clearly are another's.
 *
 * A quotation in English inside an Italian document is English; a few English names are not.
 */
export function passageLanguage(text: string, documentLang: string): string {
  if (!languages.has(documentLang)) return documentLang
  const counts = countTellingWords(text.slice(0, SAMPLE_LENGTH))
  const own = counts.get(documentLang) ?? 0
  for (const [code, count] of counts) {
    if (code !== documentLang && count >= MIN_OTHER_WORDS && count >= MIN_OTHER_RATIO * (own + 1)) return code
  }
  return documentLang
}

/** A guess of the language of a query. */
export type LanguageGuess = {
  lang: string
  /** Probability that it is this one and none of the other analyzed languages, 0 to 1. */
  confidence: number
}

/** No single word may outweigh all others. */
const MAX_WORD_EVIDENCE = 3
/** Evidence of a stop word that only one language has, as log odds. */
const STOP_WORD_EVIDENCE = 2

/**
 * The likeliest language of a query, by its words: how frequent each is in the corpus, language by language, and
 * whether it is a word of grammar. Log odds added up over the words (naive Bayes).
 *
 * @param share the share of passages of a language that have a word, 0 to 1
 * @returns the languages of the corpus with their probabilities, likeliest first; they add up to 1
 */
export function guessLanguage(
  words: readonly string[],
  codes: readonly string[],
  share: (word: string, code: string) => number,
): LanguageGuess[] {
  const evidence = words.map((word) => {
    const form = foldWord(word)
    // Stop words are not in the index of their own language, so their shares would speak for the others. Written in
    // capitals they are acronyms: AI is no preposition, IT no pronoun.
    const isStopWord = isGrammar(form) && !isAcronymLike(word)
    return { form, shares: isStopWord ? undefined : codes.map((code) => share(word, code)) }
  })
  const scores = codes.map((code, index) => {
    let score = 0
    for (const { form, shares } of evidence) {
      if (shares === undefined) {
        if (telling.get(code)?.has(form)) score += STOP_WORD_EVIDENCE
        if (codes.some((other) => other !== code && telling.get(other)?.has(form)))
          score -= STOP_WORD_EVIDENCE
        continue
      }
      const own = shares[index] ?? 0
      const best = Math.max(0, ...shares.filter((_, other) => other !== index))
      const odds = Math.log((own + SMALL_SHARE) / (best + SMALL_SHARE))
      score += Math.max(-MAX_WORD_EVIDENCE, Math.min(MAX_WORD_EVIDENCE, odds))
    }
    return { code, weight: Math.exp(score / 2) }
  })
  const total = scores.reduce((sum, { weight }) => sum + weight, 0)
  return scores
    .map(({ code, weight }) => ({ lang: code, confidence: weight / total }))
    .sort((a, b) => b.confidence - a.confidence)
}

function isGrammar(form: string): boolean {
  return [...languages.values()].some(({ stopWords }) => stopWords.has(form))
}

/** Keeps unseen words finite: a word in one passage of ten thousand. */
const SMALL_SHARE = 1e-4

/**
 * Which language a short text is in, from the words of grammar it has. Good for passages of prose; documents are
 * detected by n-grams (indexer), queries by the words of the corpus (server).
 */
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

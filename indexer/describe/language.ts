/**
 * The language of a document: as its author says, or else as its text reads.
 */
import { countTellingWords } from '../../language/detect.ts'
import { countWords } from '../count-words.ts'
import type { Block } from '../document.ts'

/** Tells the language of a text: ISO 639-1, or `und`. */
export type LanguageDetector = (text: string) => Promise<string>

/**
 * The ISO 639-1 code that a name of a language stands for, or null: `it-IT`, `it_IT`, `ita`, `Italiano`,
 * `Italian` are all `it`.
 */
export function languageCode(name: string): string | null {
  const plain = name.trim().toLowerCase()
  const named = languageNames().get(plain)
  if (named !== undefined) return named
  try {
    const { language } = new Intl.Locale(plain.replaceAll('_', '-'))
    return /^[a-z]{2}$/.test(language) && ENGLISH.of(language) !== undefined ? language : null
  } catch {
    // Intl.Locale throws for what is no language tag at all: a name nobody knows.
    return null
  }
}

const ENGLISH = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const ITALIAN = new Intl.DisplayNames('it', { type: 'language', fallback: 'none' })
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
let namesOfLanguages: ReadonlyMap<string, string> | undefined

/** Names of languages in English, in Italian and in themselves, lower-cased. */
function languageNames(): ReadonlyMap<string, string> {
  namesOfLanguages ??= new Map(
    LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
      .filter((code) => ENGLISH.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code)
      .flatMap((code) => {
        const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' })
        return [own, ITALIAN, ENGLISH].map((names) => [names.of(code)?.toLowerCase() ?? code, code] as const)
      }),
  )
  return namesOfLanguages
}

/** A word of three letters, or any in a script that has shorter ones. Columns called A to H are in no language. */
const HAS_WORD = /\p{L}{3}|[^\p{Script=Latin}\P{L}]/u
const MIN_WORDS = 5
/** A text of fewer words must be this much more like its language than like the next. */
const MIN_LEAD = 0.1
/** So close, words of grammar outweigh the n-grams: names and borrowed words mislead those. */
const CLOSE = 0.08
const MIN_TELLING_SHARE = 0.15

/**
 * Detects the language of a text by its n-grams (eld), and Italian against English also by their words of
 * grammar. `und` where the text is too short or too unlike any language.
 *
 * Loads its tables with the first call: about a second and 90 MB.
 */
export async function detectLanguage(text: string): Promise<string> {
  if (!HAS_WORD.test(text)) return 'und'
  const { eld } = await import('eld/extrasmall')
  const words = wordsIn(text)
  const result = eld.detect(text)
  const scores = new Map(Object.entries(result.getScores()))
  const telling = countTellingWords(text)
  const share = (code: string): number => (telling.get(code) ?? 0) / Math.max(1, words)
  const score = (code: string): number => scores.get(code) ?? 0

  const lean = score('it') - score('en') + 2 * (share('it') - share('en'))
  const own = lean > 0 ? 'it' : 'en'
  const best = result.language
  const speaksForItself = share(own) >= MIN_TELLING_SHARE && (telling.get(own) ?? 0) >= 2
  if (!result.isReliable()) return speaksForItself ? own : 'und'
  if (best !== 'it' && best !== 'en') {
    if (score(best) - score(own) < CLOSE && speaksForItself) return own
    return words >= MIN_WORDS ? best : 'und'
  }
  const [first = 0, second = 0] = [...scores.values()].sort((a, b) => b - a)
  return words >= MIN_WORDS || first - second >= MIN_LEAD ? own : 'und'
}

/** Scripts without spaces: two characters are about a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

function wordsIn(text: string): number {
  return countWords(text) + (text.match(UNSPACED)?.length ?? 0) / 2
}

const SAMPLES = 8
const SAMPLE_LENGTH = 250

/**
 * Up to 2,000 characters from paragraphs all over a document, of running text if there is any; else of headings, short
 * lines, and the title that its author gives. Code is left out: it would be in a language by chance.
 */
export function sampleText(blocks: readonly Block[], title = ''): string {
  const words = blocks.filter(({ isCode }) => isCode !== true)
  const prose = words.filter(({ kind, text }) => kind === 'paragraph' && text.split(' ', 9).length > 8)
  const from = (prose.length > 0 ? prose : words).map(({ text }) => text)
  if (prose.length === 0 && title !== '') from.unshift(title)
  const step = Math.max(1, from.length / SAMPLES)
  const picked: string[] = []
  for (let at = 0; at < from.length && picked.length < SAMPLES; at += step) {
    picked.push((from[Math.floor(at)] as string).slice(0, SAMPLE_LENGTH))
  }
  return picked.join('\n')
}

/**
 * Finds the words and phrases of topics in a text, whatever their inflection.
 */

/** A technology area, as the list of topics has it. */
export type Topic = {
  /** A stable slug, e.g. `raw-materials`. */
  id: string
  labels: { it: string; en: string }
  /** Words and phrases that show the topic, in each language, in their basic form. */
  phrases: { it: readonly string[]; en: readonly string[] }
}

/** Text → terms in order, stop words left out; offsets in UTF-16 code units, `end` exclusive. */
export type Analyze = (text: string, lang: string) => readonly { term: string; start: number; end: number }[]

/** A topic's phrase where it stands in a text, and the words of the text there. */
export type FoundPhrase = { topic: string; surface: string; start: number; end: number }

/** A phrase as terms, and the topic that it shows. */
type Phrase = { terms: readonly string[]; topic: string }

/** "AI", "5G", "EuroHPC", "IRIS²": written the same in every language, and only so. */
const NAME = /^(?=(?:.*[\p{Lu}\p{N}]){2})[\p{L}\p{N}]+(?:[-@][\p{L}\p{N}]+)*$/u
const WORD = /[\p{L}\p{N}]+(?:[-@][\p{L}\p{N}]+)*/gu

/** Words of a phrase have only dropped words between them: "catena di approvvigionamento", no full stop. */
const GAP = /^[\p{L}\p{N}\s'’-]{0,20}$/u

/**
 * A finder for the phrases of topics. Phrases are looked for in the language of the text; names in capitals
 * and figures in any, letter by letter, so that Italian "ai" is not AI. Within a topic the longest of
 * overlapping phrases is found. A text of undetermined language is searched for the phrases of both.
 */
export function createPhraseFinder(
  topics: readonly Topic[],
  analyze: Analyze,
): (text: string, lang: string) => FoundPhrase[] {
  const names = new Map<string, string[]>()
  const phrases = { it: new Map<string, Phrase[]>(), en: new Map<string, Phrase[]>() }
  for (const { id, phrases: ofTopic } of topics) {
    for (const lang of ['it', 'en'] as const) {
      for (const phrase of ofTopic[lang]) {
        if (NAME.test(phrase)) add(names, phrase, id)
        const terms = analyze(phrase, lang).map(({ term }) => term)
        if (!NAME.test(phrase) && terms[0] !== undefined) add(phrases[lang], terms[0], { terms, topic: id })
      }
    }
  }
  return (text, lang) => {
    const found = [...findNames(text, names)]
    for (const code of lang === 'und' ? LANGUAGES : LANGUAGES.filter((own) => own === lang)) {
      found.push(...findPhrases(text, analyze(text, code), phrases[code]))
    }
    return withoutOverlaps(found)
  }
}

const LANGUAGES = ['it', 'en'] as const

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

function* findNames(text: string, names: ReadonlyMap<string, readonly string[]>): Generator<FoundPhrase> {
  const isShouted = text === text.toUpperCase()
  for (const { 0: word, index } of text.matchAll(WORD)) {
    for (const surface of new Set([word, word.replace(/s$/, ''), ...word.split('-')])) {
      // In a headline in capitals AI may be "ai".
      if (isShouted && /^\p{L}{1,3}$/u.test(surface)) continue
      const start = index + word.indexOf(surface)
      for (const topic of names.get(surface) ?? [])
        yield { topic, surface, start, end: start + surface.length }
    }
  }
}

function* findPhrases(
  text: string,
  terms: ReturnType<Analyze>,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
): Generator<FoundPhrase> {
  for (const [index, { term, start }] of terms.entries()) {
    for (const phrase of phrases.get(term) ?? []) {
      const here = terms.slice(index, index + phrase.terms.length)
      const isThere = phrase.terms.every((expected, place) => {
        const gap = place === 0 ? '' : text.slice(here[place - 1]?.end, here[place]?.start)
        return here[place]?.term === expected && GAP.test(gap)
      })
      const end = here.at(-1)?.end ?? start
      if (isThere) yield { topic: phrase.topic, surface: text.slice(start, end), start, end }
    }
  }
}

/** Of phrases of one topic that overlap, the longest; all in the order of the text. */
function withoutOverlaps(found: FoundPhrase[]): FoundPhrase[] {
  const taken = new Set<string>()
  return found
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(({ topic, start, end }) => {
      // A shorter one that overlaps has its first or last character inside.
      if (taken.has(`${start} ${topic}`) || taken.has(`${end - 1} ${topic}`)) return false
      for (let at = start; at < end; at += 1) taken.add(`${at} ${topic}`)
      return true
    })
    .sort((a, b) => a.start - b.start)
}

/**
 * Finds the wordings of topics in a text, whatever their inflection.
 */

/** A technology area, as the list of topics has it. */
export type Topic = {
  /** A stable slug, e.g. `raw-materials`. */
  id: string
  labels: { it: string; en: string }
  /** What the topic is called where it is spoken of, in each language, in basic form: one word or several. */
  wordings: { it: readonly string[]; en: readonly string[] }
}

/** Text → terms in order, stop words left out; offsets in UTF-16 code units, `end` exclusive. */
export type Analyze = (text: string, lang: string) => readonly { term: string; start: number; end: number }[]

/** A topic's wording where it stands in a text, and the words of the text there. */
export type FoundWording = { topic: string; surface: string; start: number; end: number }

/** A wording as terms, and the topic that it shows. */
type Wording = { terms: readonly string[]; topic: string }

/** "AI", "5G", "EuroHPC", "IRIS²": written the same in every language, and only so. */
const NAME = /^(?=(?:.*[\p{Lu}\p{N}]){2})[\p{L}\p{N}]+(?:[-@][\p{L}\p{N}]+)*$/u
const WORD = /[\p{L}\p{N}]+(?:[-@][\p{L}\p{N}]+)*/gu

/** Words of a wording have only dropped words between them: "catena di approvvigionamento", no full stop. */
const GAP = /^[\p{L}\p{N}\s'’-]{0,20}$/u

/**
 * A finder for the wordings of topics. They are looked for in the language of the text; names in capitals
 * and figures in any, letter by letter, so that Italian "ai" is not AI. Within a topic the longest of
 * overlapping wordings is found. A text of undetermined language is searched for the wordings of both.
 */
export function createWordingFinder(
  topics: readonly Topic[],
  analyze: Analyze,
): (text: string, lang: string) => FoundWording[] {
  const names = new Map<string, string[]>()
  const wordings = { it: new Map<string, Wording[]>(), en: new Map<string, Wording[]>() }
  for (const { id, wordings: ofTopic } of topics) {
    for (const lang of ['it', 'en'] as const) {
      for (const wording of ofTopic[lang]) {
        if (NAME.test(wording)) add(names, wording, id)
        const terms = analyze(wording, lang).map(({ term }) => term)
        if (!NAME.test(wording) && terms[0] !== undefined) add(wordings[lang], terms[0], { terms, topic: id })
      }
    }
  }
  return (text, lang) => {
    const found = [...findNames(text, names)]
    for (const code of lang === 'und' ? LANGUAGES : LANGUAGES.filter((own) => own === lang)) {
      found.push(...findWordings(text, analyze(text, code), wordings[code]))
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

function* findNames(text: string, names: ReadonlyMap<string, readonly string[]>): Generator<FoundWording> {
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

function* findWordings(
  text: string,
  terms: ReturnType<Analyze>,
  wordings: ReadonlyMap<string, readonly Wording[]>,
): Generator<FoundWording> {
  for (const [index, { term, start }] of terms.entries()) {
    for (const wording of wordings.get(term) ?? []) {
      const here = terms.slice(index, index + wording.terms.length)
      const isThere = wording.terms.every((expected, place) => {
        const gap = place === 0 ? '' : text.slice(here[place - 1]?.end, here[place]?.start)
        return here[place]?.term === expected && GAP.test(gap)
      })
      const end = here.at(-1)?.end ?? start
      if (isThere) yield { topic: wording.topic, surface: text.slice(start, end), start, end }
    }
  }
}

/** Of wordings of one topic that overlap, the longest; all in the order of the text. */
function withoutOverlaps(found: FoundWording[]): FoundWording[] {
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

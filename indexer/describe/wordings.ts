/**
 * Finds the wordings of topics in a text, whatever their inflection. Looks at each word of a text once: what analysis
 * makes of it is remembered, and wordings are a tree of terms.
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
export type FoundWording = {
  topic: string
  surface: string
  start: number
  end: number
  /** How telling the wording is: 1 for one of several words or a name, less for a single everyday word. */
  rarity: number
}

/** The topics that a run of terms shows, and the runs that go on from it. */
type Node = { topics: string[]; next: Map<string, Node> }
/** A term where it stands in a text. */
type Placed = { term: string; start: number; end: number }

/** "AI", "5G", "EuroHPC", "IRIS²": written the same in every language, and only so. */
const NAME = /^(?=(?:.*[\p{Lu}\p{N}]){2})[\p{L}\p{N}]+(?:[-@][\p{L}\p{N}]+)*$/u
const WORD = /[\p{L}\p{N}]+(?:[-@][\p{L}\p{N}]+)*/gu
const CHUNK = /\S+/g

/** Words of a wording have only dropped words between them: "catena di approvvigionamento", no full stop. */
const GAP = /^[\p{L}\p{N}\s'’-]{0,20}$/u

/** Pieces of text that it is remembered of what they are made of: some ten megabytes. */
const MAX_REMEMBERED = 50_000
/** A longer piece without a space is an address or encoded data. */
const MAX_CHUNK_LENGTH = 60
const SINGLE_WORD_RARITY = 0.85
const LANGUAGES = ['it', 'en'] as const

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
  const roots = { it: emptyNode(), en: emptyNode() }
  const firsts = { it: new Set<string>(), en: new Set<string>() }
  for (const { id, wordings: ofTopic } of topics) {
    for (const lang of LANGUAGES) {
      for (const wording of ofTopic[lang]) {
        if (NAME.test(wording)) {
          const known = names.get(wording)
          if (known === undefined) names.set(wording, [id])
          else if (!known.includes(id)) known.push(id)
          continue
        }
        const terms = analyze(wording, lang).map(({ term }) => term)
        if (terms.length > 0) addTo(roots[lang], terms, id)
        for (const term of terms) firsts[lang].add(term)
      }
    }
  }
  const chunks = {
    it: rememberChunks(analyze, 'it', firsts.it, names),
    en: rememberChunks(analyze, 'en', firsts.en, names),
    other: rememberChunks(() => [], 'und', new Set(), names),
  }
  return (text, lang) => {
    const found: FoundWording[] = []
    const own = lang === 'und' ? LANGUAGES : LANGUAGES.filter((code) => code === lang)
    for (const code of own) found.push(...findWordings(text, termsIn(text, chunks[code], found), roots[code]))
    if (own.length === 0) termsIn(text, chunks.other, found)
    return found.length < 2 ? found : withoutOverlaps(found)
  }
}

function emptyNode(): Node {
  return { topics: [], next: new Map() }
}

function addTo(root: Node, terms: readonly string[], topic: string): void {
  let node = root
  for (const term of terms) {
    let next = node.next.get(term)
    if (next === undefined) {
      next = emptyNode()
      node.next.set(term, next)
    }
    node = next
  }
  if (!node.topics.includes(topic)) node.topics.push(topic)
}

/** What stands between two spaces. */
type Chunk = {
  /** Its terms if it has one that some wording has, none if it has words of grammar alone, else undefined. */
  terms: readonly Placed[] | undefined
  names: readonly FoundWording[]
}

/** What stands between spaces → what is in it. */
function rememberChunks(
  analyze: Analyze,
  lang: string,
  wanted: ReadonlySet<string>,
  names: ReadonlyMap<string, readonly string[]>,
): (chunk: string) => Chunk {
  const remembered = new Map<string, Chunk>()
  return (chunk) => {
    const known = remembered.get(chunk)
    if (known !== undefined) return known
    if (chunk.length > MAX_CHUNK_LENGTH) return { terms: undefined, names: [...namesIn(chunk, names)] }
    const terms = analyze(chunk, lang).map(({ term, start, end }) => ({ term, start, end }))
    const isWanted = terms.length === 0 || terms.some(({ term }) => wanted.has(term))
    const found = { terms: isWanted ? terms : undefined, names: [...namesIn(chunk, names)] }
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    remembered.set(chunk, found)
    return found
  }
}

/**
 * The terms of a text that some wording has, with `undefined` where there are other words.
 *
 * @param found gets the names of the text
 */
function termsIn(
  text: string,
  chunkOf: (chunk: string) => Chunk,
  found: FoundWording[],
): (Placed | undefined)[] {
  const terms: (Placed | undefined)[] = []
  let isShouted: boolean | undefined
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    const { terms: own, names } = chunkOf(chunk)
    for (const name of names) {
      isShouted ??= text === text.toUpperCase()
      // In a headline in capitals AI may be "ai".
      if (isShouted && /^\p{L}{1,3}$/u.test(name.surface)) continue
      found.push({ ...name, start: name.start + index, end: name.end + index })
    }
    if (own === undefined) {
      if (terms.at(-1) !== undefined) terms.push(undefined)
      continue
    }
    for (const { term, start, end } of own) terms.push({ term, start: index + start, end: index + end })
  }
  return terms
}

function* namesIn(chunk: string, names: ReadonlyMap<string, readonly string[]>): Generator<FoundWording> {
  for (const { 0: word, index } of chunk.matchAll(WORD)) {
    for (const surface of spellingsOf(word)) {
      const start = index + word.indexOf(surface)
      for (const topic of names.get(surface) ?? [])
        yield { topic, surface, start, end: start + surface.length, rarity: 1 }
    }
  }
}

function spellingsOf(word: string): Iterable<string> {
  const hasPlural = word.endsWith('s')
  if (!hasPlural && !word.includes('-')) return [word]
  return new Set([word, hasPlural ? word.slice(0, -1) : word, ...word.split('-')])
}

function* findWordings(
  text: string,
  terms: readonly (Placed | undefined)[],
  root: Node,
): Generator<FoundWording> {
  for (const [index, first] of terms.entries()) {
    let node = first === undefined ? undefined : root.next.get(first.term)
    let last = first
    for (let at = index; node !== undefined && first !== undefined && last !== undefined; ) {
      const rarity = at > index ? 1 : SINGLE_WORD_RARITY
      for (const topic of node.topics)
        yield { topic, surface: text.slice(first.start, last.end), start: first.start, end: last.end, rarity }
      at += 1
      const next: Placed | undefined = terms[at]
      if (next === undefined || node.next.size === 0 || !GAP.test(text.slice(last.end, next.start))) break
      node = node.next.get(next.term)
      last = next
    }
  }
}

/** Of wordings of one topic that overlap, the longer; all in the order of the text. */
function withoutOverlaps(found: FoundWording[]): FoundWording[] {
  const last = new Map<string, number>()
  const kept: FoundWording[] = []
  for (const one of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const at = last.get(one.topic)
    const before = at === undefined ? undefined : kept[at]
    if (at === undefined || before === undefined || before.end <= one.start) {
      last.set(one.topic, kept.length)
      kept.push(one)
    } else if (one.end - one.start > before.end - before.start) kept[at] = one
  }
  return kept
}

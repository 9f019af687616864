/**
 * Which topics a document is about, how much, and the words of the document that say so.
 */
import type { Block, TopicEvidence } from '../document.ts'
import { createRepeatFilter } from '../repeats.ts'
import type { Reject } from './rejected.ts'
import { type Analyze, createWordingFinder, type FoundWording, type Topic } from './wordings.ts'

/** A document as topics are looked for in it. */
export type TopicInput = {
  lang: string
  title: string
  /** Whether one of the blocks is the title already. */
  titleInBlocks: boolean
  blocks: readonly Block[]
  /** Ids of topics that the front matter gives; unknown ones are passed over. */
  given: readonly string[]
  /** Told of topics that are named too little. Default: nobody is. */
  reject?: Reject
}

/** Finds topics of a list that has been prepared once. */
export type TopicMatcher = {
  /** The ids of all topics of the list. */
  ids: ReadonlySet<string>
  /** The topics of a document: those of its front matter first, then by score; at most twelve that nobody gave. */
  match: (input: TopicInput) => TopicEvidence[]
}

type Evidence = {
  points: number
  isInTitle: boolean
  /** Whether a mention stands where a text says what it is about. */
  isPlaced: boolean
  count: number
  forms: Map<string, Map<string, number>>
}
type Place = 'title' | 'heading' | 'opening' | 'item' | 'body'

/** What a mention counts where it stands. */
const POINTS: Readonly<Record<Place, number>> = { title: 4, heading: 2.5, opening: 2, item: 2, body: 1 }
/** The beginning of the first paragraph of running text says what a document is about. */
const OPENING_LENGTH = 300
const OPENING_WORDS = 9
/** A line of a list that is little else than the name of a topic. */
const ITEM_WORDS = 8
const ITEM_SHARE = 0.4
/** So many topics in a paragraph of so many words are a list of areas: each of them is meant. */
const LIST_TOPICS = 3
const LIST_WORDS = 80
const LIST_FACTOR = 2
/** In so few words a topic that is named once is a topic; in longer texts it must be named more often. */
const SHORT_DOCUMENT_WORDS = 120
const LENGTH_EXPONENT = 0.4
/** However short it is: what a single everyday word is worth. */
const MIN_NEED = 0.8
/** What is named once, while another topic has so many times the points, is named in passing. */
const MAX_LEAD = 4
const PASSING = 0.7
/** What the title alone is worth, whatever the length. */
const TITLE_SCORE = 0.55
const MIN_SCORE = 0.5
/** What is named once, and not where a text says what it is about, is named in passing, however short the text. */
const MAX_LONE_SCORE = 0.45
/** Below it a topic is not worth a word to anybody. */
const MIN_REJECTED_SCORE = 0.15
const MAX_TOPICS = 12
const MAX_WORDS = 8

/**
 * A matcher for a list of topics. The score of a topic grows with its mentions, by where they stand and how telling they
 * are, and falls with the length of the text: `1 - 2^(-points / need)`, `need` being
 * `(words / 120)^0.4`, and at least .8. What is named once beside a topic that is everywhere counts less, and what is
 * named once neither in a title, heading, list or first sentence is no topic. Text that comes again in a document counts once.
 *
 * @param analyze The analyzer that also makes the terms of the index, so that inflected forms meet.
 */
export function createTopicMatcher(topics: readonly Topic[], analyze: Analyze): TopicMatcher {
  const find = createWordingFinder(topics, analyze)
  const ids: ReadonlySet<string> = new Set(topics.map(({ id }) => id))

  const match = ({ lang, title, titleInBlocks, blocks, given, reject }: TopicInput): TopicEvidence[] => {
    const evidence = new Map<string, Evidence>()
    const isRepeat = createRepeatFilter()
    let words = 0
    let hasOpening = false
    if (!titleInBlocks) {
      words += countWords(title)
      isRepeat(title)
      for (const found of find(title, lang)) record(evidence, found, 'title', 1, true)
    }
    for (const { text, kind, isCode } of blocks) {
      if (isCode === true) continue
      const length = countWords(text)
      words += length
      const isOpening: boolean = kind === 'paragraph' && !hasOpening && length >= OPENING_WORDS
      hasOpening ||= isOpening
      const found = find(text, lang)
      if (found.length === 0 || isRepeat(text)) continue
      const isList =
        kind === 'paragraph' &&
        length <= LIST_WORDS &&
        new Set(found.map(({ topic }) => topic)).size >= LIST_TOPICS
      const seen = new Map<string, number>()
      for (const one of found) {
        const times = (seen.get(one.topic) ?? 0) + 1
        seen.set(one.topic, times)
        // What one paragraph says again and again is said in one place.
        const factor = (isList ? LIST_FACTOR : 1) / Math.sqrt(times)
        const place =
          kind === 'heading'
            ? text === title
              ? 'title'
              : 'heading'
            : isOpening && one.start < OPENING_LENGTH
              ? 'opening'
              : isItem(one, text, length)
                ? 'item'
                : 'body'
        const points = isList && place !== 'body' ? 1 / Math.sqrt(times) : factor
        const isPlaced =
          isList ||
          isLine(text, length) ||
          (place === 'opening' ? one.start < firstSentence(text) : place !== 'body')
        record(evidence, one, place, points, isPlaced)
      }
    }
    const need = Math.max(MIN_NEED, (words / SHORT_DOCUMENT_WORDS) ** LENGTH_EXPONENT)
    const strongest = Math.max(0, ...[...evidence.values()].map(({ points }) => points))
    const scored = [...evidence].map(([id, of]) => {
      const isPassing = of.count === 1 && of.points * MAX_LEAD <= strongest
      const score = scoreOf(of, need) * (isPassing ? PASSING : 1)
      // Without running text there is no place that says more than others.
      const isLone = hasOpening && of.count === 1 && !of.isPlaced
      return { id, of, score: isLone ? Math.min(score, MAX_LONE_SCORE) : score }
    })
    const found = scored
      .filter(({ score }) => score >= MIN_SCORE)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    const authors = given.filter((id) => ids.has(id))
    if (reject !== undefined) {
      for (const { id, of, score } of scored) {
        if (score >= MIN_SCORE || score < MIN_REJECTED_SCORE || authors.includes(id)) continue
        reject(evidenceWords(of).join(', '), `topic ${id}: named ${of.count} times in ${words} words`)
      }
    }
    const chosen = new Set([...authors, ...found.slice(0, MAX_TOPICS).map(({ id }) => id)])
    return [...chosen].map((id) => {
      const of = evidence.get(id)
      const score = authors.includes(id) || of === undefined ? 1 : scoreOf(of, need)
      return {
        id,
        score: Math.round(score * 100) / 100,
        evidence: of === undefined ? [id] : evidenceWords(of),
      }
    })
  }
  return { ids, match }
}

function scoreOf({ points, isInTitle }: Evidence, need: number): number {
  return 1 - (isInTitle ? 1 - TITLE_SCORE : 1) * 2 ** (-points / need)
}

function isItem({ start, end }: FoundWording, text: string, words: number): boolean {
  return isLine(text, words) && (end - start) / text.length >= ITEM_SHARE
}

/** A line that is no sentence: of a list, a table of contents, a caption. */
function isLine(text: string, words: number): boolean {
  return words <= ITEM_WORDS && !/[.!?]$/.test(text)
}

function countWords(text: string): number {
  let words = text === '' ? 0 : 1
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) words += 1
  return words
}

/** Where the first sentence ends. */
function firstSentence(text: string): number {
  const end = text.search(/[.!?…]["'»”)]*\s+\p{Lu}/u)
  return end === -1 ? text.length : end
}

function record(
  evidence: Map<string, Evidence>,
  found: FoundWording,
  place: Place,
  factor: number,
  isPlaced: boolean,
): void {
  const { topic, surface, rarity } = found
  const entry = evidence.get(topic) ?? {
    points: 0,
    isInTitle: false,
    isPlaced: false,
    count: 0,
    forms: new Map(),
  }
  evidence.set(topic, entry)
  entry.points += POINTS[place] * rarity * factor
  entry.isInTitle ||= place === 'title'
  entry.isPlaced ||= isPlaced
  entry.count += 1
  const forms = entry.forms.get(surface.toLowerCase()) ?? new Map<string, number>()
  entry.forms.set(surface.toLowerCase(), forms)
  forms.set(surface, (forms.get(surface) ?? 0) + 1)
}

/** Each word as it is most often written, most frequent words first. */
function evidenceWords({ forms }: Evidence): string[] {
  return [...forms.values()]
    .map((forms) => ({
      count: [...forms.values()].reduce((a, b) => a + b, 0),
      form: [...forms].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '',
    }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_WORDS)
    .map(({ form }) => form)
}

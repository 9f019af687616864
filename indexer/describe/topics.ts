/**
 * Which topics a document is about, and the words of the document that say so.
 */
import type { Block, TopicEvidence } from '../document.ts'
import { createRepeatFilter } from '../repeats.ts'
import { type Analyze, createWordingFinder, type Topic } from './wordings.ts'

/** A document as topics are looked for in it. */
export type TopicInput = {
  lang: string
  title: string
  /** Whether one of the blocks is the title already. */
  titleInBlocks: boolean
  blocks: readonly Block[]
  /** Ids of topics that the front matter gives; unknown ones are passed over. */
  given: readonly string[]
}

/** Finds topics of a list that has been prepared once. */
export type TopicMatcher = {
  /** The ids of all topics of the list. */
  ids: ReadonlySet<string>
  /** The topics of a document: those of its front matter first, then by weight. */
  match: (input: TopicInput) => TopicEvidence[]
}

type Evidence = { weight: number; count: number; inHeading: boolean; forms: Map<string, Map<string, number>> }

const HEADING_WEIGHT = 3
const MIN_COUNT = 2
/** In fewer words than this, a topic that is named once is a topic. */
const SHORT_DOCUMENT_WORDS = 120
const MAX_WORDS = 8

/**
 * A matcher for a list of topics. A topic is given to a document that names it twice, or once in its title or
 * a heading, or once in a short document. Text that comes again in a document counts once.
 *
 * @param analyze The analyzer that also makes the terms of the index, so that inflected forms meet.
 */
export function createTopicMatcher(topics: readonly Topic[], analyze: Analyze): TopicMatcher {
  const find = createWordingFinder(topics, analyze)
  const ids: ReadonlySet<string> = new Set(topics.map(({ id }) => id))

  const match = ({ lang, title, titleInBlocks, blocks, given }: TopicInput): TopicEvidence[] => {
    const evidence = new Map<string, Evidence>()
    const isRepeat = createRepeatFilter()
    const texts = blocks.map(({ text, kind }) => ({ text, isHeading: kind === 'heading' }))
    if (!titleInBlocks) texts.unshift({ text: title, isHeading: true })
    let words = 0
    for (const { text, isHeading } of texts) {
      if (isRepeat(text)) continue
      words += text.split(' ').length
      for (const { topic, surface } of find(text, lang)) record(evidence, topic, surface, isHeading)
    }
    const isShort = words < SHORT_DOCUMENT_WORDS
    const found = [...evidence]
      .filter(([, { count, inHeading }]) => count >= MIN_COUNT || inHeading || isShort)
      .sort(([a, { weight: weightA }], [b, { weight: weightB }]) => weightB - weightA || (a < b ? -1 : 1))
      .map(([id]) => id)
    const chosen = new Set([...given.filter((id) => ids.has(id)), ...found])
    return [...chosen].map((id) => ({ id, words: evidenceWords(evidence.get(id)) ?? [id] }))
  }
  return { ids, match }
}

function record(evidence: Map<string, Evidence>, topic: string, surface: string, isHeading: boolean): void {
  const entry = evidence.get(topic) ?? { weight: 0, count: 0, inHeading: false, forms: new Map() }
  evidence.set(topic, entry)
  entry.weight += isHeading ? HEADING_WEIGHT : 1
  entry.count += 1
  entry.inHeading ||= isHeading
  const forms = entry.forms.get(surface.toLowerCase()) ?? new Map<string, number>()
  entry.forms.set(surface.toLowerCase(), forms)
  forms.set(surface, (forms.get(surface) ?? 0) + 1)
}

/** Each word as it is most often written, most frequent words first. */
function evidenceWords(evidence: Evidence | undefined): string[] | undefined {
  return (
    evidence &&
    [...evidence.forms.values()]
      .map((forms) => ({
        count: [...forms.values()].reduce((a, b) => a + b, 0),
        form: [...forms].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '',
      }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MAX_WORDS)
      .map(({ form }) => form)
  )
}

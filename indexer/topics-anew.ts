/** The topics of a stored document, found anew in its stored passages: when the topics of the installation have changed. */
import { type DocumentRecord, UNCLASSIFIED } from '../engine/schema.ts'
import type { TopicMatcher } from './describe/topics.ts'
import type { Block, Passage } from './document.ts'

/** The part of a document that it is described by. */
const MAX_HEAD_LENGTH = 1024 * 1024

/** The fields of a document that say which topics it has. */
export async function topicsAnew(
  stored: Pick<DocumentRecord, 'lang' | 'title' | 'titleFrom' | 'topics' | 'topicWords'>,
  passages: AsyncIterable<Passage>,
  matcher: TopicMatcher,
): Promise<Pick<DocumentRecord, 'topics' | 'topicWords' | 'topicScores'>> {
  const blocks: Block[] = []
  let above: readonly string[] = []
  let length = 0
  for await (const { heading, text, start } of passages) {
    for (const [level, words] of heading.entries()) {
      if (above[level] !== words) blocks.push({ kind: 'heading', level: level + 1, text: words, start })
    }
    above = heading
    blocks.push({ kind: 'paragraph', level: 0, text, start })
    length += text.length
    if (length >= MAX_HEAD_LENGTH) break
  }
  const isMadeUp = stored.titleFrom === 'first-sentence'
  const found = matcher.match({
    lang: stored.lang,
    title: isMadeUp ? '' : stored.title,
    titleInBlocks: isMadeUp || blocks.some(({ text }) => text === stored.title),
    blocks,
    // A topic that its author has given, and no word of the text, has its own name for words.
    given: stored.topics.filter((id) => stored.topicWords[id]?.join() === id),
  })
  return {
    topics: found.length === 0 ? [UNCLASSIFIED] : found.map(({ id }) => id),
    topicWords: Object.fromEntries(found.map(({ id, evidence }) => [id, evidence])),
    topicScores: Object.fromEntries(found.map(({ id, score }) => [id, score])),
  }
}

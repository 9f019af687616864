/**
 * Blocks → passages: whole sentences, about 80 to 200 words of them, none across a heading, each exactly a
 * slice of the document text. Text that comes again in the same document is left out.
 */
import type { Block, Passage } from './document.ts'
import { createRepeatFilter } from './repeats.ts'
import { append, follows, type Limits, type Stretch, takePassage } from './stretch.ts'

/** How long passages are to be, in words. */
export type ChunkOptions = {
  /**
   * Shorter ones only where a section, or what is new in it, is shorter. Default 80; at most half of
   * `maxWords`.
   */
  minWords?: number
  /** None is longer. Default 200. */
  maxWords?: number
}

/**
 * Cuts a document into passages, in reading order. A heading goes into `heading` of the passages below it;
 * one that has no text below becomes a passage itself, so that no word is lost. Holds some 300 words and a
 * paragraph at a time, besides 53 bits for each paragraph.
 *
 * @throws {RangeError} if `minWords` is less than 1 or more than half of `maxWords`
 */
export async function* chunk(
  blocks: AsyncIterable<Block>,
  options: ChunkOptions = {},
): AsyncGenerator<Passage> {
  const limits = toLimits(options)
  const isRepeat = createRepeatFilter()
  const stretch: Stretch = { blocks: [], units: [], words: 0 }
  let headings: Block[] = []
  let bareHeading: Block | null = null
  let position = 0

  const toPassage = (
    { text, start, page }: Pick<Block, 'text' | 'start' | 'page'>,
    above: readonly Block[],
  ): Passage => ({
    position: position++,
    heading: above.map((heading) => heading.text),
    text,
    start,
    end: start + text.length,
    ...(page === undefined ? {} : { page }),
  })
  /** Makes passages out of the stretch until no more than so many words are left. */
  const drain = function* (maxLeft: number): Generator<Passage> {
    while (stretch.words > maxLeft) {
      yield toPassage(takePassage(stretch, limits), headings)
    }
    if (maxLeft === 0) stretch.blocks = []
  }
  const closeSection = function* (nextLevel: number): Generator<Passage> {
    yield* drain(0)
    if (bareHeading !== null && nextLevel <= bareHeading.level) {
      yield toPassage(bareHeading, headings.slice(0, -1))
    }
  }

  for await (const block of blocks) {
    const isNew = !isRepeat(block.text)
    if (block.ends !== undefined) {
      const { ends } = block
      yield* closeSection(ends)
      headings = headings.filter((heading) => heading.level < ends)
      if (bareHeading !== null && bareHeading.level >= ends) bareHeading = null
    }
    if (block.kind === 'heading') {
      yield* closeSection(block.level)
      headings = [...headings.filter((heading) => heading.level < block.level), block]
      bareHeading = isNew ? block : null
      continue
    }
    if (!isNew || !follows(block, stretch)) yield* drain(0)
    if (!isNew) continue
    append(stretch, block, limits)
    bareHeading = null
    yield* drain(limits.maxWords + limits.minWords)
  }
  yield* closeSection(0)
}

function toLimits({ minWords = 80, maxWords = 200 }: ChunkOptions): Limits {
  if (minWords >= 1 && minWords * 2 <= maxWords) return { minWords, maxWords }
  throw new RangeError(
    `minWords is ${minWords} and maxWords ${maxWords}: minWords must be at least 1 and at most half of maxWords`,
  )
}

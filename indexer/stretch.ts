/**
 * A stretch: paragraphs that follow each other under one heading and are not in a passage yet. Decides where a
 * passage ends.
 */
import { type Sentence, splitSentences } from '../language/sentences.ts'
import type { Block } from './document.ts'

/** Lengths of passages, in words; `minWords` is at most half of `maxWords`. */
export type Limits = { minWords: number; maxWords: number }

/** A sentence with its place in the document text, and whether its paragraph ends with it. */
type Unit = Sentence & { closing: boolean }

/** Paragraphs in a row and their sentences that are still to be taken. `words` is the length of those. */
export type Stretch = { blocks: Block[]; units: Unit[]; words: number }

/** Whether a block comes right after a stretch in the document text. */
export function follows(block: Block, stretch: Stretch): boolean {
  const last = stretch.blocks.at(-1)
  return last === undefined || block.start === last.start + last.text.length + SEPARATOR.length
}

/** Puts a paragraph at the end of a stretch. */
export function append(stretch: Stretch, block: Block, { maxWords }: Limits): void {
  const sentences = splitSentences(block.text, maxWords)
  for (const [index, { start, end, words }] of sentences.entries()) {
    const closing = index === sentences.length - 1
    stretch.units.push({ start: block.start + start, end: block.start + end, words, closing })
    stretch.words += words
  }
  stretch.blocks.push(block)
}

/** Takes the next passage off the beginning of a stretch that is not empty; `page` as in `Block`. */
export function takePassage(
  stretch: Stretch,
  limits: Limits,
): { text: string; start: number } & Pick<Block, 'page'> {
  const count = stretch.words <= limits.maxWords ? stretch.units.length : chooseEnd(stretch, limits)
  const taken = stretch.units.splice(0, count)
  const start = taken[0]?.start ?? 0
  const end = taken.at(-1)?.end ?? 0
  const text = sliceBlocks(stretch.blocks, start, end)
  const page = stretch.blocks.find((block) => block.start + block.text.length > start)?.page
  stretch.words -= taken.reduce((sum, { words }) => sum + words, 0)
  const next = stretch.units[0]?.start ?? Number.POSITIVE_INFINITY
  stretch.blocks = stretch.blocks.filter((block) => block.start + block.text.length > next)
  return { text, start, ...(page === undefined ? {} : { page }) }
}

/** How many sentences to take: up to the end of a paragraph if one is near enough, leaving no short rest. */
function chooseEnd({ units, words }: Stretch, { minWords, maxWords }: Limits): number {
  const target = Math.min(words, minWords + maxWords) / 2
  let best = { count: 1, rank: 0, distance: Number.POSITIVE_INFINITY }
  let taken = 0
  for (const [index, unit] of units.entries()) {
    taken += unit.words
    if (taken > maxWords) break
    const isBalanced = taken >= minWords && words - taken >= minWords
    const rank = !isBalanced ? 0 : unit.closing ? 2 : 1
    // Where nothing is balanced, the longest that fits.
    const distance = rank === 0 ? -taken : Math.abs(taken - target)
    if (rank > best.rank || (rank === best.rank && distance < best.distance)) {
      best = { count: index + 1, rank, distance }
    }
  }
  return best.count
}

const SEPARATOR = '\n\n'

function sliceBlocks(blocks: readonly Block[], start: number, end: number): string {
  const slices: string[] = []
  for (const block of blocks) {
    if (block.start >= end) break
    if (block.start + block.text.length <= start) continue
    slices.push(block.text.slice(Math.max(0, start - block.start), end - block.start))
  }
  return slices.join(SEPARATOR)
}

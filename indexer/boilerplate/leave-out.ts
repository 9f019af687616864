/** The blocks of a document without those that are known as boilerplate. Pure. */
import { countWords } from '../count-words.ts'
import type { Block } from '../document.ts'
import { candidatesIn, isAtEdge, isBare } from './candidates.ts'

/** What is known as boilerplate of a place: fingerprints, each with the path of the one document that keeps it. */
export type Boilerplate = ReadonlyMap<number, string>

/** A document, and what of it other documents have, too. */
export type Looked = {
  /** What is left of it. */
  blocks: readonly Block[]
  /** Of all that may be boilerplate in it. */
  fingerprints: number[]
  /** Those of them that are known as such, and that it is not the one to keep. */
  known: number[]
}

/** Own words near the edges, below which a document is nothing without what it shares. */
const MIN_OWN_WORDS = 20
/** What is put around a document may be longer than that is, up to so many words; programs put more around pages and mails. */
const MAX_FRAME_WORDS = 60
const MAX_FRAME_WORDS_BY_PROGRAMS = 250
const FRAMED_FORMATS: ReadonlySet<string> = new Set(['html', 'mail', 'mailbox'])

/**
 * Leaves out what is boilerplate. A document that has little else where it is looked at keeps all of it: it is one of many
 * that were made of the same text, such as letters, contracts and versions of a draft.
 */
export function leaveOut(
  { path, format, blocks }: { path: string; format: string; blocks: readonly Block[] },
  boilerplate: Boilerplate,
): Looked {
  const candidates = candidatesIn(blocks)
  const isKnown = (fingerprint: number | undefined): fingerprint is number => {
    const keeper = fingerprint === undefined ? undefined : boilerplate.get(fingerprint)
    return keeper !== undefined && keeper !== path
  }
  const fingerprints = [...new Set(candidates.values())]
  const known = fingerprints.filter(isKnown)
  if (known.length === 0) return { blocks, fingerprints, known }
  const going = new Set<Block>()
  let ownWords = 0
  let sharedWords = 0
  for (const block of blocks) {
    if (block.kind === 'heading') continue
    const words = countWords(block.text)
    if (isKnown(candidates.get(block))) {
      going.add(block)
      sharedWords += words
    } else if (isAtEdge(block, blocks)) ownWords += words
  }
  const maxFrame = FRAMED_FORMATS.has(format) ? MAX_FRAME_WORDS_BY_PROGRAMS : MAX_FRAME_WORDS
  const mayGo = Math.max(ownWords, maxFrame)
  if (ownWords < MIN_OWN_WORDS || sharedWords > mayGo) return { blocks, fingerprints, known }
  // Backwards, because a heading may have nothing below it but another one that goes.
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index] as Block
    if (block.kind !== 'heading' || !isKnown(candidates.get(block))) continue
    if (isBare(blocks, index, going)) going.add(block)
  }
  return { blocks: without(blocks, going), fingerprints, known }
}

/** The blocks that stay; where a section ends with one that goes, it ends all the same. */
function without(blocks: readonly Block[], going: ReadonlySet<Block>): Block[] {
  const staying: Block[] = []
  let ends = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    ends = Math.min(ends, block.ends ?? Number.POSITIVE_INFINITY)
    if (going.has(block)) continue
    staying.push(ends < (block.ends ?? Number.POSITIVE_INFINITY) ? { ...block, ends } : block)
    ends = Number.POSITIVE_INFINITY
  }
  return staying
}

/** What a document says about itself, as its text where it has no other: pages that are only front matter. */
import type { Block, Metadata } from '../document.ts'
import { createBlockMaker } from './block-maker.ts'

/** The blocks; where there are none, the title that the document gives itself as a heading and its description below. */
export async function* ownWords(metadata: Metadata, blocks: AsyncIterable<Block>): AsyncGenerator<Block> {
  let isEmpty = true
  for await (const block of blocks) {
    isEmpty = false
    yield block
  }
  if (!isEmpty) return
  const make = createBlockMaker()
  if (metadata.title !== undefined) yield* make(metadata.title, 1)
  if (metadata.description !== undefined) yield* make(metadata.description, 0)
}

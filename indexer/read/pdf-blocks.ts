/** Pages of segments → blocks: what a PDF and a picture of text have in common. */
import type { Block, ReadDocument } from '../document.ts'
import { type BlockMaker, createBlockMaker } from './block-maker.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import { withAccents } from './pdf-accents.ts'
import { createEdgeFilter, type EdgePage } from './pdf-edges.ts'
import { createLineJoiner } from './pdf-hyphens.ts'
import { linesOf } from './pdf-layout.ts'
import type { Segment } from './pdf-lines.ts'
import { type OutlineEntry, outlineLevels } from './pdf-outline.ts'
import { partsOf } from './pdf-page.ts'
import { createParagraphMaker } from './pdf-paragraphs.ts'
import { createSectionMaker, type Section } from './pdf-sections.ts'
import { styleOf } from './pdf-style.ts'

/** Makes blocks out of pages that come in order. */
export type PageReader = { add: (page: EdgePage) => Block[]; finish: () => Block[] }

/** A reader for the pages of one document, told what they are like by some of them. */
export function createPageReader(
  sample: readonly EdgePage[],
  outline: readonly OutlineEntry[] = [],
): PageReader {
  const withoutEdges = createEdgeFilter(sample)
  const style = styleOf(sample.map((page) => linesOf(withoutEdges(page))))
  const paragraphs = createParagraphMaker(style, createLineJoiner())
  const sections = createSectionMaker(style, outlineLevels(outline), outline.length > 1)
  const make = createBlockMaker()
  const toBlocks = (found: readonly Section[]): Block[] => found.flatMap((one) => blockOf(one, make))
  return {
    add: (page) => {
      const { lines, notes } = partsOf(linesOf(withoutEdges(page)), style)
      return toBlocks(sections.add(paragraphs.add(page.number, lines, notes)))
    },
    finish: () => toBlocks([...sections.add(paragraphs.finish()), ...sections.finish()]),
  }
}

function blockOf({ text, page, level, isCode }: Section, make: BlockMaker): Block[] {
  const line = toSingleLine(withAccents(cleanCharacters(text)))
  return make(line, level, isCode ? { page, isCode } : { page })
}

/** The document that a single picture of text is. */
export function documentOf(segments: readonly Segment[]): ReadDocument {
  const height = segments.reduce((most, { y }) => Math.max(most, y), 0)
  const page = { number: 1, height, segments }
  const blocks = async function* (): AsyncGenerator<Block> {
    const reader = createPageReader([page])
    for (const { page: _page, ...block } of [...reader.add(page), ...reader.finish()]) yield block
  }
  return { metadata: {}, blocks: blocks(), warnings: [] }
}

/** Paragraphs of a PDF → headings and text: headings of acts by their words, others by how they are set. */
import { lawHeading } from './law-headings.ts'
import { levelOf } from './pdf-headings.ts'
import type { OutlineLevels } from './pdf-outline.ts'
import type { Paragraph } from './pdf-paragraphs.ts'
import type { Style } from './pdf-style.ts'

/** A paragraph, or a heading with its level; 0 for paragraphs. */
export type Section = Pick<Paragraph, 'text' | 'page'> & { level: number; isCode: boolean }

/** Takes paragraphs in order; a heading may wait for the title on its next line. */
export type SectionMaker = {
  add: (paragraphs: readonly Paragraph[]) => Section[]
  finish: () => Section[]
}

/**
 * A maker of the headings and paragraphs of one document.
 *
 * @param hasOutline whether the document says which headings it has: what is set as large as its title, but stands in no
 *   outline and is not the first, is above none of them
 */
export function createSectionMaker(style: Style, outline: OutlineLevels, hasOutline: boolean): SectionMaker {
  let held: Paragraph | null = null
  let hasTitle = false
  const below = (section: Section): Section => {
    if (section.level !== 1 || !hasOutline) return section
    if (hasTitle) return { ...section, level: 2 }
    hasTitle = true
    return section
  }
  const level = (paragraph: Paragraph | null): number =>
    paragraph === null ? 0 : levelOf(paragraph, style, outline)

  function* take(next: Paragraph | null): Generator<Section> {
    const paragraph = held
    held = next
    if (paragraph === null) return
    const { text, page } = paragraph
    const own = level(paragraph)
    const law = paragraph.isRow ? null : lawHeading(text, next?.text ?? '')
    // What is no act has chapters and parts, too: they are headings if they look so.
    if (law === null || (!style.isAct && own === 0 && !(law.takesNext && level(next) > 0))) {
      yield { text, page, level: own, isCode: own === 0 && paragraph.mono > 0.8 }
      return
    }
    const others = [own, law.takesNext ? level(next) : 0].filter((one) => one > 0)
    yield { text: law.text, page, level: style.isAct ? law.level : Math.min(...others), isCode: false }
    if (law.rest !== '') yield { text: law.rest, page, level: 0, isCode: false }
    if (law.takesNext) held = null
  }
  return {
    add: (paragraphs) => paragraphs.flatMap((paragraph) => [...take(paragraph)].map(below)),
    finish: () => [...take(null)].map(below),
  }
}

/** How a document is set: the size of its text, the sizes of its headings, its leading; told from some pages. */
import { lawHeading } from './law-headings.ts'
import { median } from './pdf-columns.ts'
import type { Line } from './pdf-layout.ts'

/** What the rest of a document is compared with. */
export type Style = {
  /** Of most letters, in points. */
  bodySize: number
  /** From line to line inside a paragraph, in sizes of the font. */
  leading: number
  /** Whether most of the text is bold, so that bold says nothing. */
  isBoldBody: boolean
  /** Level of a heading in letters of this size that are larger than those of the text: 1 to 5. */
  levelOf: (size: number) => number
  /** Level of a heading in letters of the size of the text: 1 to 5. */
  bodyLevel: number
  /** Whether it is an act: a law, a regulation, a contract of articles. */
  isAct: boolean
}

/** Letters so much larger than those of the text are a heading. */
export const HEADING_RATIO = 1.12

/** As many articles on some pages make an act. */
const MIN_ARTICLES = 3

/** The style of a document, told from the lines of some pages. */
export function styleOf(pages: readonly (readonly Line[])[]): Style {
  const lines = pages.flat()
  const letters = new Map<number, number>()
  let bold = 0
  let all = 0
  for (const { text, size, bold: share } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
    bold += share * text.length
    all += text.length
  }
  const bodySize = [...letters].reduce((best, next) => (next[1] > best[1] ? next : best), [10, 0])[0]
  const sizes = headingSizes(lines, bodySize)
  return {
    bodySize,
    leading: leadingOf(pages, bodySize),
    isBoldBody: bold > 0.5 * all,
    levelOf: (size) => Math.min(5, 1 + sizes.filter((larger) => larger > size * 1.05).length),
    bodyLevel: Math.min(5, 1 + sizes.length),
    isAct: lines.filter(({ text }) => lawHeading(text)?.division === 'article').length >= MIN_ARTICLES,
  }
}

/** Distinct sizes of lines that may be headings, in falling order; those that hardly differ are one. */
function headingSizes(lines: readonly Line[], bodySize: number): number[] {
  const large = lines.filter(({ size, text }) => size >= bodySize * HEADING_RATIO && /\p{L}{2}/u.test(text))
  const sizes: number[] = []
  for (const { size } of large.sort((a, b) => b.size - a.size)) {
    const last = sizes.at(-1)
    if (last === undefined || size < last * 0.95) sizes.push(size)
  }
  return sizes
}

function leadingOf(pages: readonly (readonly Line[])[], bodySize: number): number {
  const gaps: number[] = []
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const above = lines[index - 1]
      if (above === undefined || above.region !== line.region || Math.abs(line.size - bodySize) > 0.6)
        continue
      const gap = (line.y - above.y) / line.size
      if (gap > 0.8 && gap < 3.2) gaps.push(gap)
    }
  }
  // The lines of paragraphs are nearer to each other than paragraphs are, even where those are short.
  const sorted = gaps.sort((a, b) => a - b)
  const middle = median(sorted)
  const low = sorted[Math.floor(sorted.length * 0.3)] ?? 1.2
  return middle === 0 ? 1.2 : Math.min(middle, low * 1.1)
}

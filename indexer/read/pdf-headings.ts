/** Which paragraphs of a PDF are headings, and of which level: by its outline, or by how they are set and numbered. */
import { countSpaced } from '../count-words.ts'
import type { OutlineLevels } from './pdf-outline.ts'
import type { Paragraph } from './pdf-paragraphs.ts'
import { HEADING_RATIO, type Style } from './pdf-style.ts'

const MAX_LENGTH = 250

/** The number of a section with the beginning of its title: 3.2.1 Reti. */
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{Lu}/u

/** "Data di pubblicazione: 31/01/2024", however large it is set. */
const LABELLED_DATE = /^\p{L}[^:\d]{2,40}:\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/u

/** 1 to 6 for headings, 0 for other paragraphs. */
export function levelOf(paragraph: Paragraph, style: Style, outline: OutlineLevels): number {
  const { text, size, lines, isRow } = paragraph
  const words = countSpaced(text)
  // The head of a table is no heading; the number of a section may stand away from its title.
  if (isRow || paragraph.cells > (/^(?:\d[\d.]*|[A-Z]\.?|§)\s/.test(text) ? 2 : 1)) return 0
  if (text.length > MAX_LENGTH || lines > 4 || !/\p{L}{2}/u.test(text)) return 0
  const isLarge = size >= style.bodySize * HEADING_RATIO
  const isBold = !style.isBoldBody && paragraph.bold > 0.95
  const isSet = isLarge || isBold || paragraph.isApart
  const named = size > style.bodySize * 0.95 && isSet ? outline(text) : undefined
  if (named !== undefined) return named
  if (!hasWord(text) || LABELLED_DATE.test(text)) return 0
  if (/[,;]$/.test(text) || (/[.:]$/.test(text) && words > 6)) return 0
  if (paragraph.mono > 0.8 && !isLarge) return 0
  if (isLarge) return words > 30 ? 0 : style.levelOf(size)
  if (size < style.bodySize * 0.95 || /[.:]$/.test(text)) return 0
  const depth = NUMBERED.exec(text)?.[1]?.split('.').length ?? 0
  const level = Math.min(6, style.bodyLevel + Math.max(0, depth - 1))
  if (isBold && words <= 18 && lines <= 3) return level
  if (!paragraph.isApart || lines > 2 || words > 14) return 0
  if (depth >= 2) return level
  return isCapitals(text) ? level : 0
}

/** Notes of a score and signs of other fonts come as letters in a row: `hh hN`. They have no word among them. */
function hasWord(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu) ?? []).some((word) => {
    if (/[^\p{Script=Latin}]/u.test(word)) return true
    const letters = word.normalize('NFD').replace(/\p{M}/gu, '')
    return new Set(letters).size > 1 && (/[aeiouyæœø]/i.test(letters) || !/\p{Ll}/u.test(letters))
  })
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && countSpaced(text) >= 2
}

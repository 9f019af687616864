/**
 * When a document was published, if the document says so. A date that the text only speaks of ("firmato il 3
 * luglio 2023", "planned for 2025") is not looked at, and nothing is guessed from the age of the file.
 */
import { basename, extname } from 'node:path/posix'
import type { Block, PublicationDate } from '../document.ts'
import { type DateLabel, labelledDate } from './date-labels.ts'
import { datedLine, dateline } from './date-lines.ts'
import { type FoundDate, findDate } from './date-words.ts'

/** Where dates of publication stand: among the first and the last blocks. */
const LABELS_WITHIN = 12
const LINES_WITHIN = { first: 6, last: 4 }
const DATELINES_WITHIN = 4

/**
 * The date of publication, or null if nothing in the document supports one. The first of these that gives a
 * date:
 *
 * 1. the front matter;
 * 2. a line that names it as the date of publication;
 * 3. a line near the beginning or the end that is a date (with a place, a time, a name);
 * 4. a dateline that opens one of the first paragraphs;
 * 5. a line that names it as the date of the last change, which is later than publication and so comes after
 *    all that may be publication;
 * 6. the name of the file, which may also be the day it was saved.
 */
export function describeDate(
  path: string,
  given: string | undefined,
  blocks: readonly Block[],
): PublicationDate | null {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph')
  const found =
    givenDate(given) ??
    firstLabelled('published', blocks) ??
    first(edges(paragraphs, LINES_WITHIN.first, LINES_WITHIN.last), ({ text }) => datedLine(text)) ??
    first(paragraphs.slice(0, DATELINES_WITHIN), ({ text }) => dateline(text)) ??
    firstLabelled('updated', blocks) ??
    findDate(basename(path, extname(path)))
  return found && { value: found.value, precision: found.precision, words: found.words }
}

/** The date that front matter gives, in figures or in words; null if it is none. */
export function givenDate(given: string | undefined): FoundDate | null {
  return given === undefined ? null : findDate(given, { allowShort: true })
}

function firstLabelled(label: DateLabel, blocks: readonly Block[]): FoundDate | null {
  const places = edges([...blocks.keys()], LABELS_WITHIN, LABELS_WITHIN)
  return first(places, (index) => labelledDate(label, blocks[index] as Block, blocks[index + 1]))
}

function first<Item>(items: readonly Item[], find: (item: Item) => FoundDate | null): FoundDate | null {
  for (const item of items) {
    const date = find(item)
    if (date !== null) return date
  }
  return null
}

function edges<Item>(items: readonly Item[], atStart: number, atEnd: number): readonly Item[] {
  return items.length <= atStart + atEnd ? items : [...items.slice(0, atStart), ...items.slice(-atEnd)]
}

/** Lines of a text that was laid out in pages (RFCs, printed manuals) → the same without the lines that pages add. */
import type { Line } from './lines.ts'

/** "Rossi & Neri      Standards Track      [Page 3]" */
const FOOTER = /(?:^|\s{3,})\[(?:Page|Pag\.?|Pagina)\s+\d{1,4}\]\s*$/i
/** "RFC 9999            Title of the memo           March 2024" */
const HEADER = /^\S.{0,60}?\s{3,}\S.*$/

/**
 * The lines without footers of pages, the headers below them, and the blank lines around: a sentence that goes on over
 * the break is whole again.
 */
export async function* withoutPageBreaks(batches: AsyncIterable<Line[]>): AsyncGenerator<Line[]> {
  let blanks: Line[] = []
  let isAfterFooter = false
  let mayBeHeader = false
  for await (const batch of batches) {
    const kept: Line[] = []
    for (const line of batch) {
      if (line.text.trim() === '') {
        if (!isAfterFooter) blanks.push(line)
        if (blanks.length > MAX_BLANKS) blanks.shift()
        continue
      }
      if (FOOTER.test(line.text)) {
        blanks = []
        isAfterFooter = true
        mayBeHeader = true
        continue
      }
      if (mayBeHeader && HEADER.test(line.text)) {
        mayBeHeader = false
        continue
      }
      if (isAfterFooter && !/^\s*\p{Ll}/u.test(line.text)) kept.push({ text: '', cut: false })
      kept.push(...blanks, line)
      blanks = []
      isAfterFooter = false
      mayBeHeader = false
    }
    yield kept
  }
}

const MAX_BLANKS = 2

/** A passage → the properties that it has wherever it is shown. */
import type { ShownPassage } from '../../../engine/fetch.ts'
import { idOfKey } from '../../../engine/schema.ts'
import type { DocumentPassage } from '../../schemas/documents.ts'
import type { Highlighter } from './highlight.ts'

/** The properties that results and documents show of a passage; highlights come behind them. */
export function passageProperties(passage: ShownPassage) {
  const { lang, heading, text, start, end, page } = passage
  return { id: passageId(passage), lang, heading, text, start, end, ...(page === undefined ? {} : { page }) }
}

/** A passage of a document that is read, with what a highlighter marks in it, if there is one. */
export function presentDocumentPassage(passage: ShownPassage, highlight?: Highlighter): DocumentPassage {
  return {
    ...passageProperties(passage),
    ...(highlight === undefined ? {} : { highlights: highlight(passage.text, passage.lang) }),
  }
}

/** A passage as others may name it: its document and its place in it, whatever the revision. */
function passageId({ document, position }: ShownPassage): string {
  return `${idOfKey(document)}-${position}`
}

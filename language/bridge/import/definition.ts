/**
 * A definition of a FreeDict dictionary → its headwords and their translations. The text is what FreeDict makes of
 * its TEI sources for dictd:
 *
 *     pendio /penˈdio/ <n, masc>
 *     1. slope, hillside
 *        terreno inclinato
 *     2. [fig.] incline
 *        Synonyms: {china}
 */
import { tidyWord, withoutRemarks } from './pairs.ts'

/** What a definition says. */
export type Definition = {
  /** As written, most usual spelling first; at least one. */
  headwords: string[]
  /** Most usual first; none if the definition only refers to others. */
  translations: string[]
}

/** `1.`, `2)`, `1.2.`, `(3)`, `a)` at the beginning of a line. */
const SENSE_NUMBER = /^\s*(?:\(?\d{1,3}(?:\.\d{1,2})*[.)]|[a-z]\))\s+/i
/** Lines about the word that are no translations: references, examples, a second pronunciation. */
const REMARK_LINE = /^\s*(?:(?:see(?: also)?|synonyms?|antonyms?|note|example|plural|cf\.?)\s*:|["“«/])/i
/** Where the pronunciation or grammar begins after the headword. */
const AFTER_HEADWORD = /\s+[/<[({]/

/**
 * Reads a definition. A sense has one line of translations: the first line after the headword, or a numbered one.
 * The lines that follow it explain or exemplify, often in the language of the headword, and are passed over.
 */
export function readDefinition(text: string): Definition {
  const [head = '', ...body] = text.split(/\r?\n/)
  const headwords = (head.split(AFTER_HEADWORD)[0] ?? '').split(/,\s+/).map(tidyWord).filter(Boolean)
  const translations: string[] = []
  let isSenseOpen = true
  for (const line of body) {
    if (line.trim() === '' || REMARK_LINE.test(line)) continue
    const numbered = SENSE_NUMBER.exec(line)
    if (!isSenseOpen && numbered === null) continue
    isSenseOpen = false
    translations.push(...translationsOf(line.slice(numbered?.[0].length ?? 0)))
  }
  return { headwords, translations: [...new Set(translations)] }
}

/** Commas between digits belong to a number. */
const SEPARATOR = /;|,(?!\d)/

function translationsOf(line: string): string[] {
  // Some sources leave the number of a sense behind the last word.
  const plain = withoutRemarks(line).replace(/\s\d\.\s*$/, '')
  return plain.split(SEPARATOR).map(tidyWord).filter(Boolean)
}

/**
 * Variants: ways to say the same in one language, as a file that people can read and edit. Text in, a lexicon of a
 * language with itself out; no I/O.
 *
 * One group a line, columns separated by tabs:
 *
 *     HPC ⇥ calcolo ad alte prestazioni ⇥ supercalcolo
 *
 * Acronyms are in capitals. Lines that begin with `#` are comments.
 */
import { type Lexicon, LexiconError } from './lexicon.ts'

/** A line with more members than this is no group of variants but a mistake. */
const MAX_MEMBERS = 20

/**
 * Reads groups of variants.
 *
 * @param lang ISO 639-1 code of the language
 * @param name how errors call the file
 * @throws {LexiconError} on the first line that is no group
 */
export function parseVariants(text: string, lang: string, name: string): Lexicon {
  const entries = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.startsWith('#') || line.trim() === '') return []
      const members = [...new Set(line.split('\t').map((member) => member.trim().normalize('NFC')))]
      if (members.length < 2 || members.length > MAX_MEMBERS || members.includes('')) {
        const shown = line.slice(0, 60)
        throw new LexiconError(
          `${name}, line ${index + 1}: "${shown}" is no group. Write two to ${MAX_MEMBERS} ways to say the same, with tabs between them.`,
          index + 1,
        )
      }
      return members.flatMap((source, first) =>
        members.slice(first + 1).map((target) => ({ source, target })),
      )
    })
  return { from: lang, to: lang, via: 'variant', entries }
}

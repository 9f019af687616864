/**
 * Which paragraphs of plain text are its title and headings, by their looks alone. In doubt it is a
 * paragraph: its words are found just the same.
 */
import { countSpaced } from '../count-words.ts'

const MAX_HEADING_WORDS = 12
const MAX_TITLE_WORDS = 25
const MAX_TITLE_LENGTH = 200

/** A single word is a heading only above this much text. */
const MIN_WORDS_BELOW_WORD = 15

/** What pages write around a text: buttons, and calls that go on with anything. */
const BUTTONS = [
  'condividi|stampa|commenti|correlati|pubblicità|torna su|menu|newsletter|download|link',
  'share|print|comments|related|advertisement|back to top',
].join('|')
const CALLS = 'leggi (?:anche|tutto|di più)|continua a leggere|condividi su|read (?:more|also)|share on'
const FURNITURE = new RegExp(`^(?:(?:${BUTTONS})[:!]?$|(?:${CALLS})(?![\\p{L}\\p{N}]))`, 'iu')

const WEEKDAY = '(?:(?:lun|mar|mer|gio|ven|sab|dom|mon|tue|wed|thu|fri|sat|sun)\\p{L}*[,.]?\\s+)?'
const DAY = [
  '\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}',
  '\\d{1,2}(?:°|º|st|nd|rd|th)?\\s+\\p{L}{3,}\\.?,?\\s+\\d{4}',
  '\\p{L}{3,}\\s+\\d{1,2},\\s+\\d{4}',
].join('|')

/** "13.07.2023 09:59", "Brussels, 3 July 2023": a date with little else, not a title that has one in it. */
const DATE_LINE = new RegExp(`^${WEEKDAY}(?:${DAY})|[,|–—-]\\s*(?:l[iì]\\s+)?${WEEKDAY}(?:${DAY})$`, 'iu')

/** "Fonte: ANSA", "Article ID: 12". */
const LABEL = /^\p{L}+(?:\s\p{L}+)?\s?:\s/u

const ADDRESS = /:\/\/|\bwww\.|\S@\S/i

/** Whether a paragraph that stands alone looks like the title of a text: at most 25 words, no sentence. */
export function isTitleLike(text: string): boolean {
  return text.length <= MAX_TITLE_LENGTH && countSpaced(text) <= MAX_TITLE_WORDS && hasHeadingForm(text)
}

/**
 * Whether a paragraph that stands alone looks like a heading: at most 12 words, no sentence, no label, and
 * text below it.
 *
 * @param below The paragraph after it; null at the end of a text.
 */
export function isHeadingLike(text: string, below: { text: string; item: boolean } | null): boolean {
  const words = countSpaced(text)
  if (words > MAX_HEADING_WORDS || !hasHeadingForm(text) || LABEL.test(text) || below === null) return false
  if (words === 1 && countSpaced(below.text) < MIN_WORDS_BELOW_WORD) return false
  return below.item || isBody(below.text)
}

/** Whether a paragraph is running text rather than a line of a heading, a date, a label. */
export function isBody(text: string): boolean {
  return countSpaced(text) > MAX_HEADING_WORDS || (/[.!?…;:,]["'”’»)]?$/.test(text) && countSpaced(text) > 4)
}

/** "1.2 Scope", "1.2.3. Scope", "4. Security": the number, and the words of the heading. */
const NUMBERED = /^(?<number>\d{1,2}(?:\.\d{1,3}){0,5})\.?\s+(?<words>\S.*)$/u
const LEADERS = /(?:\.\s?){4,}|…/u

/**
 * How many figures the number of a heading has: 2 of `1.2 Scope`; null if it is none. One figure alone heads running text
 * only, because items of lists have one, too.
 */
export function figuresOf(text: string, below: { text: string; item: boolean } | null): number | null {
  const { number = '', words = '' } = NUMBERED.exec(text.slice(0, MAX_TITLE_LENGTH + 1))?.groups ?? {}
  if (words === '' || LEADERS.test(words) || countSpaced(words) > MAX_HEADING_WORDS) return null
  if (!/^["'“‘«(]?\p{Lu}/u.test(words) || !hasHeadingForm(words, true)) return null
  const figures = number.split('.').length
  if (figures > 1) return figures
  return below !== null && !below.item && (isBody(below.text) || figuresOf(below.text, null) === 2) ? 1 : null
}

/** Whether a heading has no small letters. */
export function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text)
}

/**
 * Whether a line has the form of a heading: begins with a capital or a number, ends no sentence, is no date, address or
 * button.
 *
 * @param isSet whether its place says that it is one, so that a short word in capitals will do. Default false.
 */
export function hasHeadingForm(text: string, isSet = false): boolean {
  if (/[.;:,]["'”’»)]?$/.test(text) || !/^["'“‘«¿¡(]?[\p{Lu}\p{N}]/u.test(text)) return false
  // A short word in capitals on its own is an agency or an abbreviation.
  if (!isSet && /^\P{Ll}{1,6}$/u.test(text)) return false
  return /\p{L}{2}/u.test(text) && !FURNITURE.test(text) && !DATE_LINE.test(text) && !ADDRESS.test(text)
}

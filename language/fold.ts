/** Case and accent folding: what makes two spellings of a word equal. */
import { joined } from './compounds.ts'
import { hasApostrophe, withPlainApostrophes } from './words.ts'

const ASCII = /^[\p{ASCII}]*$/u
const MARKS = /\p{M}+/gu
/** Letters that Unicode does not decompose. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/**
 * Removes the accents of a lower-cased word: *città* → `citta`, *Łódź* → `lodz`.
 *
 * Compatibility forms are resolved too (Unicode NFKD): *ﬁne* → `fine`.
 */
export function foldAccents(word: string): string {
  if (ASCII.test(word)) return word
  return word
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
}

/**
 * Lower-cases and folds a word: two words are the same word as written if this is equal. Signs inside a joined word do
 * not count: *Wi-Fi* → `wifi`.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  return hasApostrophe(lower)
    ? foldAccents(withPlainApostrophes(lower).normalize('NFKC'))
    : foldAccents(joined(lower))
}

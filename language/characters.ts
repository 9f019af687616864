/** Characters that nobody sees or that only look otherwise: cleaned in documents and in queries alike. */

/**
 * Soft hyphens, zero-width spaces and marks of direction, which split words for search or make a text read otherwise
 * than it is; what joins or parts letters invisibly, between Latin letters, where it means nothing.
 */
const INVISIBLE =
  /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<=\p{Script=Latin})[\u200C\u200D]+(?=\p{Script=Latin})/gu
/** Letters and figures of full width with the signs between them, and ligatures. */
const COMPATIBLE =
  /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A](?:[\uFF01-\uFF5E]*[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A])?|[\uFB00-\uFB06]/g
const MAY_NEED_CLEANING = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFB00-\uFB06\uFEFF\uFF10-\uFF5A]/

/** The text without invisible characters, its letters of full width and its ligatures as plain letters. */
export function withPlainCharacters(text: string): string {
  if (!MAY_NEED_CLEANING.test(text)) return text
  return text.replace(INVISIBLE, '').replace(COMPATIBLE, (letters) => letters.normalize('NFKC'))
}

/** How many words a text has, two ways: where figures count and where they must not. */

/** Words of letters; figures and signs between them are none. */
export function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0
}

/** What white space parts, figures and signs included: the length of a line as a reader sees it. At least 1. */
export function countSpaced(text: string): number {
  return text.split(/\s+/).length
}

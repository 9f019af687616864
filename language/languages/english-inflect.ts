/** English: the regular forms of a word, by the rules of spelling. Makes forms; which of them exist it does not ask. */

const SIBILANT = /(?:s|x|z|ch|sh)$/
const CONSONANT_Y = /[^aeiou]y$/
/** A consonant, a vowel, a consonant that is doubled before a vowel: *run*, *plan*. */
const SHORT = /^(?:[^aeiou]|qu)*[aeiouy][^aeiouywx]$/
/** The same at the end of a longer word, where it depends on the stress: *travel*, *occur*. */
const MAYBE_SHORT = /[^aeiou][aeiou][bdglmnprt]$/

/** Plurals of a noun, which are also third persons of a verb: *box* → `boxes`. */
export function withS(word: string): string {
  if (CONSONANT_Y.test(word)) return `${word.slice(0, -1)}ies`
  return SIBILANT.test(word) ? `${word}es` : `${word}s`
}

/** Past forms of a verb: *travel* → `traveled`, `travelled`. */
export function withEd(word: string): string[] {
  if (word.endsWith('e')) return [`${word}d`]
  if (CONSONANT_Y.test(word)) return [`${word.slice(0, -1)}ied`]
  return beforeVowel(word).map((root) => `${root}ed`)
}

/** Present participles of a verb: *die* → `dying`. */
export function withIng(word: string): string[] {
  if (word.endsWith('ie')) return [`${word.slice(0, -2)}ying`]
  if (/[^eoy]e$/.test(word)) return [`${word.slice(0, -1)}ing`]
  return beforeVowel(word).map((root) => `${root}ing`)
}

/** Adverbs of an adjective: *probable* → `probably`, *basic* → `basically`. */
export function withLy(word: string): string {
  if (/[^aeiou]le$/.test(word)) return `${word.slice(0, -1)}y`
  if (word.endsWith('ic')) return `${word}ally`
  return CONSONANT_Y.test(word) ? `${word.slice(0, -1)}ily` : `${word}ly`
}

/** Nouns of an adjective or verb that mean no more than it: *severe* → `severeness`, *equalize* → `equalization`. */
export function abstractNouns(word: string): string[] {
  const ness = `${CONSONANT_Y.test(word) ? `${word.slice(0, -1)}i` : word}ness`
  return word.endsWith('ize') ? [ness, `${word.slice(0, -1)}ation`, `${word.slice(0, -1)}ations`] : [ness]
}

/** Comparatives and superlatives of an adjective: *easy* → `easier`, `easiest`. */
export function compared(word: string): string[] {
  const roots = word.endsWith('e')
    ? [word.slice(0, -1)]
    : CONSONANT_Y.test(word)
      ? [`${word.slice(0, -1)}i`]
      : beforeVowel(word)
  return roots.flatMap((root) => [`${root}er`, `${root}est`])
}

/** The word as it stands before an ending with a vowel, in every spelling that may be right. */
function beforeVowel(word: string): string[] {
  const doubled = word + word.slice(-1)
  if (SHORT.test(word)) return [doubled]
  if (word.endsWith('c')) return [word, `${word}k`]
  return MAYBE_SHORT.test(word) ? [word, doubled] : [word]
}

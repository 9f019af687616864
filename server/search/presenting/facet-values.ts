/** Which values of a facet have a text, best first. Pure. */
import { foldAccents } from '../../../language/fold.ts'
import type { Steps } from '../../../language/slices.ts'
import type { FacetBucket } from '../../schemas/facets.ts'

/** Values looked at in one step. */
const STRIDE = 256

/**
 * The values that have a text, case and accents aside: first those that begin with it, then those of which a word does,
 * then those that have it elsewhere; among these the order they came in.
 *
 * @param namesOf what a value is called: it has the text if one of them does
 */
export function* valuesWith(
  text: string,
  buckets: readonly FacetBucket[],
  namesOf: (bucket: FacetBucket) => readonly string[],
): Steps<FacetBucket[]> {
  const wanted = folded(text)
  if (wanted === '') return [...buckets]
  const ranked: [first: FacetBucket[], word: FacetBucket[], inside: FacetBucket[]] = [[], [], []]
  for (const [index, bucket] of buckets.entries()) {
    if (index % STRIDE === 0) yield
    const ranks = namesOf(bucket).map((name) => rankOf(wanted, folded(name)))
    ranked[Math.min(...ranks)]?.push(bucket)
  }
  return ranked.flat()
}

/** 0: it begins with the text, 1: one of its words does, 2: it has it inside, 3: it has it not. */
function rankOf(wanted: string, name: string): number {
  let at = name.indexOf(wanted)
  if (at <= 0) return at === 0 ? 0 : 3
  while (at !== -1) {
    if (!/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')) return 1
    at = name.indexOf(wanted, at + 1)
  }
  return 2
}

function folded(text: string): string {
  return foldAccents(text.toLowerCase()).replace(/\s+/g, ' ').trim()
}

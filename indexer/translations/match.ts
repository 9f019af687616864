/**
 * Signatures → pairs of documents that are translations of each other. Only documents that have something rare in common
 * are compared, so that the work grows with the number of documents, not with that of pairs.
 */

import { inSlices } from '../../language/slices.ts'
import { createWeights } from './evidence.ts'
import { createJudge, isPossible } from './judge.ts'
import { createPostings, type Postings } from './postings.ts'
import type { Signature } from './signature.ts'
import type { TermNumbers } from './term-numbers.ts'

/** Two documents, by their places among the signatures. */
export type Pair = { first: number; second: number }

/** A mark in more documents than this says little and would cost much. */
const MAX_FREQUENCY = 40
/** Documents that are compared with one. */
const MAX_CANDIDATES = 3
/** By how much a pair must be better than any other pair of either document. */
const MIN_MARGIN = 0.1

/** The best pair of a document, and how good the next one is. */
type Best = { partner: number; score: number; isLikely: boolean; next: number }

/** How to match. */
export type MatchOptions = {
  /** Whether a translation of a document into a language is looked for at all. */
  needs: (place: number, lang: string) => boolean
  /** Waited for now and then, so that others get a turn; may throw to end the work. */
  pause: () => Promise<void>
  /** Documents that a pair is looked for; others are compared only with what these are compared with. Default: all. */
  isMeant?: ((place: number) => boolean) | undefined
}

const DOCUMENTS_A_TURN = 50

/** Finds pairs, each document in at most one for each other language. */
export async function matchTranslations(
  signatures: readonly Signature[],
  termNumbers: TermNumbers,
  options: MatchOptions,
): Promise<Pair[]> {
  const langs = [...new Set(signatures.map(({ lang }) => lang))].sort()
  const postings = await inSlices(createPostings(signatures, MAX_FREQUENCY))
  const pairs: Pair[] = []
  for (const [index, from] of langs.entries()) {
    for (const to of langs.slice(index + 1)) {
      pairs.push(...(await matchLanguages(signatures, postings, termNumbers, { ...options, from, to })))
    }
  }
  return pairs
}

async function matchLanguages(
  signatures: readonly Signature[],
  postings: Postings,
  termNumbers: TermNumbers,
  { from, to, needs, pause, isMeant }: MatchOptions & { from: string; to: string },
): Promise<Pair[]> {
  const weights = createWeights(postings, signatures.length)
  const candidatesIn = (lang: string, place: number): number[] => {
    const signature = signatures[place] as Signature
    return candidatesOf(place, postings, signatures.length, (place) => {
      const other = signatures[place]
      const isOther = other !== undefined && other.lang === lang && needs(place, signature.lang)
      return isOther && isPossible(signature, other)
    })
  }
  /** Those that a pair is looked for, and those that may be in a better one with what would be its other half. */
  const lookedAt = async (isMeant: (place: number) => boolean): Promise<ReadonlySet<number>> => {
    const looked = new Set<number>()
    let meant = 0
    for (const [place, { lang }] of signatures.entries()) {
      if (!isMeant(place) || (lang !== from && lang !== to)) continue
      meant += 1
      if (meant % DOCUMENTS_A_TURN === 0) await pause()
      if (lang === from) looked.add(place)
      const seconds = lang === to ? [place] : candidatesIn(to, place)
      for (const first of seconds.flatMap((second) => candidatesIn(from, second))) looked.add(first)
    }
    return looked
  }
  const looked = isMeant && (await lookedAt(isMeant))
  const best = new Map<number, Best>()
  const note = (place: number, partner: number, score: number, isLikely: boolean): void => {
    const known = best.get(place)
    if (known === undefined || score > known.score) {
      best.set(place, { partner, score, isLikely, next: known?.score ?? 0 })
    } else known.next = Math.max(known.next, score)
  }
  for (const [first, signature] of signatures.entries()) {
    if (first % DOCUMENTS_A_TURN === 0) await pause()
    if (signature.lang !== from || !needs(first, to)) continue
    if (looked?.has(first) === false) continue
    const candidates = candidatesIn(to, first)
    if (candidates.length === 0) continue
    const judge = createJudge(signature, termNumbers, weights)
    for (const second of candidates) {
      const { score, isLikely } = judge(signatures[second] as Signature)
      if (score === 0) continue
      note(first, second, score, isLikely)
      note(second, first, score, isLikely)
    }
  }
  return [...best].flatMap(([first, { partner: second, score, isLikely, next }]) => {
    const back = best.get(second)
    if (signatures[first]?.lang !== from || !isLikely || back?.partner !== first) return []
    if (isMeant !== undefined && !isMeant(first) && !isMeant(second)) return []
    return score - Math.max(next, back.next) >= MIN_MARGIN ? [{ first, second }] : []
  })
}

/** The documents that share most of what is rare with one, best first. */
function candidatesOf(
  place: number,
  postings: Postings,
  documents: number,
  isWanted: (place: number) => boolean,
): number[] {
  const shared = new Map<number, number>()
  postings.forEachSharing(place, (other, frequency) => {
    const sum = shared.get(other)
    if (sum !== undefined || isWanted(other))
      shared.set(other, (sum ?? 0) + Math.log(1 + documents / frequency))
  })
  return [...shared]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
    .slice(0, MAX_CANDIDATES)
    .map(([other]) => other)
}

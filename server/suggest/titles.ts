/** Titles by the beginnings of their words, in memory. Pure. */

import { isAcronymLike } from '../../language/analyzer.ts'
import { foldWord } from '../../language/fold.ts'
import { piecesOf, wordsOf } from '../../language/words.ts'

/** A title, and whose it is. */
export type Title = { id: string; key: string; lang: string; title: string }

/** Titles that can be looked up. */
export type Titles = {
  /** Adds the title of a document, in the place of what it had before. */
  add: (title: Title) => void
  /** Titles that are held, those of documents that have been replaced included. */
  size: () => number
  /**
   * Titles that have all of some words and one that begins as `prefix`: first those that begin with the words, then the
   * shorter ones, then the later ones.
   *
   * @param words folded (language/fold.ts)
   * @param prefix folded, not empty
   */
  find: (words: readonly string[], prefix: string, accepts: (title: Title) => boolean) => Title[]
  /** A folded word as the last title with it writes it: small, but for acronyms. */
  written: (word: string) => string | undefined
}

/** Titles looked at in one look-up; a beginning of one letter has too many. */
const MAX_LOOKED_AT = 2_000
/** Words are kept by so many first letters. */
const BUCKET_LETTERS = 2

type Entry = Title & { words: string[] }

/** An empty collection of titles. */
export function createTitles(): Titles {
  const entries: (Entry | undefined)[] = []
  const placeOf = new Map<string, number>()
  const buckets = new Map<string, Map<string, number[]>>()
  const writings = new Map<string, string>()

  const add = (title: Title): void => {
    const before = placeOf.get(title.id)
    if (before !== undefined) entries[before] = undefined
    const place = entries.length
    const words: string[] = []
    for (const word of wordsOf(title.title).flatMap(piecesOf)) {
      const folded = foldWord(word.text)
      words.push(folded)
      writings.set(folded, isAcronymLike(word.text) ? word.text : word.text.toLowerCase())
    }
    for (const word of new Set(words)) {
      const name = word.slice(0, BUCKET_LETTERS)
      const bucket = buckets.get(name) ?? new Map<string, number[]>()
      buckets.set(name, bucket)
      const places = bucket.get(word)
      if (places === undefined) bucket.set(word, [place])
      else places.push(place)
    }
    entries.push({ ...title, words })
    placeOf.set(title.id, place)
  }

  const beginning = function* (prefix: string): Generator<number> {
    const names =
      prefix.length < BUCKET_LETTERS
        ? [...buckets.keys()].filter((name) => name.startsWith(prefix))
        : [prefix.slice(0, BUCKET_LETTERS)]
    for (const name of names) {
      for (const [word, places] of buckets.get(name) ?? []) {
        if (word.startsWith(prefix)) for (let at = places.length - 1; at >= 0; at -= 1) yield places[at] ?? 0
      }
    }
  }

  return {
    add,
    size: () => entries.length,
    find: (words, prefix, accepts) => {
      const found = new Map<number, Entry>()
      let lookedAt = 0
      // The rarest way in: a whole word of the query, if there is one.
      const [first] = words
      const places = first === undefined ? beginning(prefix) : (postings(buckets, first) ?? [])
      for (const place of places) {
        lookedAt += 1
        if (lookedAt > MAX_LOOKED_AT) break
        const entry = entries[place]
        if (entry === undefined || !accepts(entry)) continue
        const hasAll = words.every((word) => entry.words.includes(word))
        if (hasAll && entry.words.some((word) => word.startsWith(prefix))) found.set(place, entry)
      }
      const asked = [...words, prefix].join(' ')
      const rank = ({ words }: Entry): number => (words.join(' ').startsWith(asked) ? 0 : 1)
      return [...found]
        .sort(
          ([later, a], [place, b]) => rank(a) - rank(b) || a.words.length - b.words.length || place - later,
        )
        .map(([, { words: _, ...title }]) => title)
    },
    written: (word) => writings.get(word),
  }
}

function postings(
  buckets: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>,
  word: string,
): readonly number[] | undefined {
  return buckets.get(word.slice(0, BUCKET_LETTERS))?.get(word)?.toReversed()
}

/**
 * Pairs of words as importers find them → entries as a lexicon takes them: remarks taken off, each pair once, and
 * nothing that would make the file invalid. Knows no format.
 */
import { type Entry, LexiconError, MAX_ENTRIES, MAX_LENGTH, MAX_TRANSLATIONS } from '../lexicon.ts'

/** What an import gives. */
export type Imported = {
  entries: Entry[]
  /** Pairs left out because a side is too long, starts like a comment, or has too many translations already. */
  passedOver: number
}

/** Collects the pairs of one import, most usual translation first. */
export type Pairs = {
  /** Takes a pair; sides that are empty after tidying, and pairs known already in any case, are no pairs. */
  add: (source: string, target: string, evidence?: string) => void
  /** All pairs so far, in order. */
  imported: () => Imported
}

/**
 * A collector of pairs.
 *
 * @param name how errors call the import
 */
export function createPairs(name: string): Pairs {
  const entries: Entry[] = []
  const known = new Set<string>()
  const counts = { source: new Map<string, number>(), target: new Map<string, number>() }
  let passedOver = 0
  const hasRoom = (side: 'source' | 'target', word: string): boolean =>
    (counts[side].get(word) ?? 0) < MAX_TRANSLATIONS
  return {
    add: (givenSource, givenTarget, evidence) => {
      const source = tidyWord(givenSource)
      const target = tidyWord(givenTarget)
      if (source === '' || target === '') return
      const key = `${source}\t${target}`.toLowerCase()
      if (known.has(key)) return
      known.add(key)
      const isTooLong = Math.max(source.length, target.length) > MAX_LENGTH
      if (isTooLong || source.startsWith('#') || !hasRoom('source', source) || !hasRoom('target', target)) {
        passedOver += 1
        return
      }
      if (entries.length >= MAX_ENTRIES) {
        throw new LexiconError(
          `${name} has more than ${MAX_ENTRIES} pairs, the most that a lexicon may have. Keep those that matter.`,
        )
      }
      counts.source.set(source, (counts.source.get(source) ?? 0) + 1)
      counts.target.set(target, (counts.target.get(target) ?? 0) + 1)
      entries.push({ source, target, ...(evidence === undefined ? {} : { evidence }) })
    },
    imported: () => ({ entries, passedOver }),
  }
}

/** Remarks stand in brackets of any kind; a pass takes off the innermost ones. */
const REMARK = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>/g
const MAX_NESTING = 4

/** A text without its bracketed remarks: `mercurio (pianeta)` → `mercurio `. */
export function withoutRemarks(text: string): string {
  let plain = text
  for (let depth = 0; depth < MAX_NESTING && /[([{<]/.test(plain); depth += 1)
    plain = plain.replace(REMARK, '')
  return plain
}

/**
 * A word or term as a lexicon writes it: without remarks, one space between words, plain hyphens. Empty for what
 * cannot be an entry: a lone bracket left, or a gap (`non ... che`).
 */
export function tidyWord(text: string): string {
  const word = withoutRemarks(text.normalize('NFC'))
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '')
  return /[()[\]{}<>\p{Cc}]|\.\.\.|…/u.test(word) ? '' : word
}

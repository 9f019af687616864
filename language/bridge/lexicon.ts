/**
 * A lexicon: words of one language with their translations in another, as a file that people can read, edit, version
 * and merge. Text in, entries out; no I/O.
 *
 * One pair a line, columns separated by tabs:
 *
 *     catena di approvvigionamento ⇥ supply chain
 *     banca ⇥ bank ⇥ 0.81 ⇥ 0.64 ⇥ seen 37 times, first in pairs 12, 873, 1201 ⇥ 37
 *
 * 1 word or term of the first language, in its base form; 2 its translation; 3 how likely the translation is, given
 * the word; 4 how likely the word is, given the translation; 5 evidence, in free words; 6 in how many pairs of texts
 * they were seen together. 3 to 6 may be left out: without 3 and 4 the order of lines counts, most usual first. Lines that begin with `#` are comments; `# via: learned` says where
 * the pairs of the file come from.
 */
import { createLargeMap } from '../large-map.ts'
import { atOnce, type Steps } from '../slices.ts'

/** Where pairs come from. */
export const ORIGINS = ['lexicon', 'learned', 'thesaurus', 'dictionary', 'own', 'variant'] as const
/** One of these. */
export type Origin = (typeof ORIGINS)[number]

/** A pair of words that are translations of each other. */
export type Entry = {
  source: string
  target: string
  /** Probability of the target given the source, above 0, up to 1. Absent: by rank. */
  forward?: number
  /** Probability of the source given the target. */
  backward?: number
  evidence?: string
  /** Pairs of sentences that were seen to have both, at least 1. Absent: not learned from texts, or unknown. */
  times?: number
}

/** The entries of a file, in its order. */
export type Lexicon = {
  /** ISO 639-1 codes of the two columns. */
  from: string
  to: string
  via: Origin
  /** Whether it was learned from the very documents that are searched. Default false. */
  isOfIndex?: boolean
  /** Whether its pairs are no translations, whatever other lexicons say. Default false. */
  isRejecting?: boolean
  /** How it is called, for whoever asks where a pair is from. */
  name?: string
  entries: Entry[]
}

/** A lexicon that cannot be used, with the line and what to do. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError'
  /** 1-based; 0 where it is about the whole file. */
  readonly line: number

  constructor(message: string, line = 0) {
    super(message)
    this.line = line
  }
}

/** A word with more translations than this is no entry of a dictionary but a mistake. */
export const MAX_TRANSLATIONS = 100
/** Longest side of an entry, in characters. */
export const MAX_LENGTH = 200
/** Most entries of one file: each takes about a kilobyte in every process that translates. */
export const MAX_ENTRIES = 300_000

/**
 * Reads a lexicon.
 *
 * @param name how errors call it
 * @throws {LexiconError} on the first line that is not an entry, or if a limit is exceeded
 */
export function parseLexicon(text: string, from: string, to: string, name: string): Lexicon {
  return atOnce(lexiconIn(text, from, to, name))
}

/** {@link parseLexicon}, line by line. */
export function* lexiconIn(text: string, from: string, to: string, name: string): Steps<Lexicon> {
  const entries: Entry[] = []
  let via: Origin = 'lexicon'
  const counts = { source: createLargeMap<number>(), target: createLargeMap<number>() }
  let index = -1
  for (const line of linesOf(text.replace(/^\uFEFF/, ''))) {
    yield
    index += 1
    if (line.startsWith('#')) {
      via = originOf(line, name, index + 1) ?? via
      continue
    }
    if (line.trim() === '') continue
    const entry = parseEntry(line, name, index + 1)
    if (entries.length >= MAX_ENTRIES) {
      throw new LexiconError(
        `${name} has more than ${MAX_ENTRIES} entries, the most that a lexicon may have. Keep those that matter.`,
        index + 1,
      )
    }
    for (const side of ['source', 'target'] as const) {
      const count = (counts[side].get(entry[side]) ?? 0) + 1
      counts[side].set(entry[side], count)
      if (count > MAX_TRANSLATIONS) {
        throw new LexiconError(
          `${name}, line ${index + 1}: "${entry[side]}" has more than ${MAX_TRANSLATIONS} translations. That is no dictionary entry; remove the wrong ones.`,
          index + 1,
        )
      }
    }
    entries.push(entry)
  }
  return { from, to, via, entries }
}

/** One after another, not all at once: a file may have a million. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end === -1 ? text.length : end)
    yield line.endsWith('\r') ? line.slice(0, -1) : line
    if (end === -1) return
    start = end + 1
  }
}

function originOf(comment: string, name: string, line: number): Origin | undefined {
  const said = /^#\s*via:\s*(\S+)/.exec(comment)?.[1]
  if (said === undefined) return undefined
  const origin = ORIGINS.find((one) => one === said)
  if (origin === undefined) {
    throw new LexiconError(
      `${name}, line ${line}: "${said}" is no origin. Use one of: ${ORIGINS.join(', ')}.`,
      line,
    )
  }
  return origin
}

function parseEntry(line: string, name: string, number: number): Entry {
  const [source = '', target = '', forward = '', backward = '', evidence = '', times = ''] = line
    .split('\t')
    .map((column) => column.trim().normalize('NFC'))
  const fail = (what: string): never => {
    throw new LexiconError(`${name}, line ${number}: ${what}`, number)
  }
  if (source === '' || target === '') {
    fail(`"${line.slice(0, 60)}" is no pair. Write word, tab, translation.`)
  }
  if (source.length > MAX_LENGTH || target.length > MAX_LENGTH)
    fail(`a side is longer than ${MAX_LENGTH} characters.`)
  const probability = (column: string, value: string): number | undefined => {
    if (value === '') return undefined
    const number = Number(value)
    if (!(number > 0 && number <= 1))
      fail(`${column} is "${value.slice(0, 20)}", but must be above 0 and at most 1.`)
    return number
  }
  if (times !== '' && !/^[1-9]\d{0,8}$/.test(times)) {
    fail(`column 6 is "${times.slice(0, 20)}", but must be a whole number above 0.`)
  }
  const given = { forward: probability('column 3', forward), backward: probability('column 4', backward) }
  return {
    source,
    target,
    ...(given.forward === undefined ? {} : { forward: given.forward }),
    ...(given.backward === undefined ? {} : { backward: given.backward }),
    ...(evidence === '' ? {} : { evidence }),
    ...(times === '' ? {} : { times: Number(times) }),
  }
}

/** A lexicon as the text of a file. `parseLexicon` gives back the same. */
export function formatLexicon({ via, entries }: Lexicon): string {
  const lines = entries.map(({ source, target, forward, backward, evidence, times }) =>
    [source, target, numberText(forward), numberText(backward), evidence ?? '', times ?? '']
      .join('\t')
      .trimEnd(),
  )
  return `# via: ${via}\n${lines.join('\n')}\n`
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(3)))
}

/** Finds the names of acts in a text. */
import { KNOWN_ACTS } from './known-names.ts'
import type { ReferenceMention } from './reference.ts'

type Named = { id: string; isAmbiguous: boolean }

const named = new Map<string, Named>()
const acronyms = new Map<string, Named>()
for (const { id, names, acronyms: clear = [], ambiguous = [] } of KNOWN_ACTS) {
  for (const name of names) named.set(plain(name), { id, isAmbiguous: false })
  for (const name of clear) acronyms.set(name, { id, isAmbiguous: false })
  for (const name of ambiguous) acronyms.set(name, { id, isAmbiguous: true })
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')
}

const escaped = (name: string): string =>
  name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/ /g, '\\s+')
const longestFirst = (names: Iterable<string>): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')

const NAMES = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${longestFirst(named.keys())})(?![\\p{L}\\p{N}]|-\\p{L}|\\s*-\\s*\\d)`,
  'giu',
)
const ACRONYMS = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${longestFirst(acronyms.keys())})(?![\\p{L}\\p{N}]|-\\p{L})`,
  'gu',
)
/** A quick look that most texts do not pass: one of the words that names have. */
const HINT = new RegExp(
  `${[...new Set([...named.keys()].map((name) => longestWord(name)))].join('|')}|${[...acronyms.keys()].join('|')}`,
  'i',
)

function longestWord(name: string): string {
  const words = name.split(/[\s']/).filter((word) => /^[a-z0-9-]+$/.test(word))
  return words.reduce((a, b) => (b.length > a.length ? b : a), '')
}

/** The acts that a text calls by name. */
export function* namedActs(text: string): Generator<ReferenceMention> {
  if (!HINT.test(text)) return
  for (const [pattern, known] of [
    [NAMES, named],
    [ACRONYMS, acronyms],
  ] as const) {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const found = known.get(pattern === NAMES ? plain(words) : words)
      if (found === undefined) continue
      const mention = { id: found.id, start: index, end: index + words.length }
      yield found.isAmbiguous ? { ...mention, isAmbiguous: true } : mention
    }
  }
}

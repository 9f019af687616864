/**
 * Short notes for a collection of many thousand documents: of all years, topics, publishers and folders, in both languages,
 * put together from words of the lexicon. They mean nothing; they are there to be counted, filtered and gone through.
 */
import type { Random } from './random.ts'

/** A word in both languages. */
export type WordPair = { it: string; en: string }

/** What notes are made of. */
export type NoteOptions = {
  count: number
  words: readonly WordPair[]
  /** Ids of topics. */
  topics: readonly string[]
  random: Random
}

const FIRST_YEAR = 1990
const YEARS = 37
const PUBLISHERS = 60
const TAGS = 40
/** One note in how many has no date, one of a year alone, a publisher with a very long name. */
const ONE_IN = { undated: 25, coarse: 12, long: 9 }

/** Makes the notes: the path of each below a folder → its text in Markdown. */
export function madeUpNotes({ count, words, topics, random }: NoteOptions): Map<string, string> {
  const { below, pick, sample } = random
  const publishers = Array.from({ length: PUBLISHERS }, (_, number) => {
    const [one, other, third] = sample(words, 3).map(({ it }) => it)
    return number % ONE_IN.long === 0
      ? `Osservatorio interregionale permanente per ${one}, ${other} e ${third} presso il Consorzio universitario ${number + 1}`
      : `Istituto ${one} ${number + 1}`
  })
  const tags = sample(words, TAGS).map(({ it }) => it)
  const notes = new Map<string, string>()
  for (let number = 1; number <= count; number += 1) {
    const isItalian = below(2) === 0
    const lang = isItalian ? 'it' : 'en'
    const said = sample(words, 24).map((pair) => pair[lang])
    const year = FIRST_YEAR + below(YEARS)
    const month = String(1 + below(12)).padStart(2, '0')
    const day = String(1 + below(28)).padStart(2, '0')
    const date =
      below(ONE_IN.undated) === 0
        ? undefined
        : below(ONE_IN.coarse) === 0
          ? `${year}`
          : `${year}-${month}-${day}`
    const title = isItalian
      ? `Nota ${number}: ${said[0]} e ${said[1]}`
      : `Note ${number}: ${said[0]} and ${said[1]}`
    const head = {
      lang,
      title,
      ...(date === undefined ? {} : { date }),
      source: pick(publishers),
      topics: sample(topics, 1 + below(2)),
      tags: sample(tags, below(3)),
    }
    const folder = `${lang}/${year}/${month}`
    notes.set(`${folder}/${number}.md`, `${frontMatter(head)}# ${title}\n\n${textOf(said, isItalian)}\n`)
  }
  return notes
}

/** JSON is YAML, too. */
function frontMatter(head: Record<string, unknown>): string {
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

function textOf(said: readonly string[], isItalian: boolean): string {
  const [beside, and, then] = isItalian
    ? ['Questa nota mette accanto', 'e', 'Poi parla di']
    : ['This note puts side by side', 'and', 'Then it speaks of']
  const first = said.slice(2, 12)
  const second = said.slice(12)
  return `${beside} ${first.slice(0, -1).join(', ')} ${and} ${first.at(-1)}. ${then} ${second.slice(0, -1).join(', ')} ${and} ${second.at(-1)}.`
}

/** The single words of a lexicon of Italian and English, each once. */
export function singleWords(pairs: Iterable<{ source: string; target: string }>): WordPair[] {
  const seen = new Set<string>()
  const words: WordPair[] = []
  for (const { source: it, target: en } of pairs) {
    if (!/^\p{Ll}{4,}$/u.test(it) || !/^\p{Ll}{4,}$/u.test(en) || seen.has(it) || seen.has(en)) continue
    seen.add(it).add(en)
    words.push({ it, en })
  }
  return words
}

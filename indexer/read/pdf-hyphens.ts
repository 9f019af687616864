/** Words that a line end has divided → whole words. */

/** What stands before a hyphen that belongs to the word, in English and in Italian. */
const KEEPING = new Set(
  [
    'self well non co ex all cross high low long short real open full half multi so user end post pre time',
    'large small state third two three four five one back built decision data cost energy risk e l',
    'socio italo franco anglo euro tecnico economico politico giuridico storico nord sud est ovest vice',
  ]
    .join(' ')
    .split(' '),
)

/** Distinct words that are remembered of a document. */
const MAX_WORDS = 50_000

/** Puts lines together; what it has seen whole before tells where hyphens belong. */
export type LineJoiner = {
  /** The text with the next line behind it. */
  join: (text: string, line: string) => string
  /** Remembers the words of a line. */
  note: (line: string) => void
}

/** A joiner for the lines of one document. */
export function createLineJoiner(): LineJoiner {
  const words = new Set<string>()
  return {
    note: (line) => {
      if (words.size > MAX_WORDS) return
      // The last one may be half of a word.
      for (const [word] of line.toLowerCase().matchAll(/\p{L}[\p{L}-]{3,40}(?=[^\p{L}-])/gu)) words.add(word)
    },
    join: (text, line) => {
      const divided = /(\p{L}[\p{L}'’-]*)([-\u00AD\u2010])$/u.exec(text)
      const next = /^\p{Ll}[\p{L}-]*/u.exec(line)?.[0]
      if (/https?:$/.test(text) && line.startsWith('//')) return text + line
      if (divided === null) return /[\p{N}\p{L}]-$/u.test(text) ? text + line : `${text} ${line}`
      const [, before = '', hyphen = ''] = divided
      // Emilia-Romagna, COVID-19
      if (next === undefined) return /^[\p{L}\p{N}]/u.test(line) ? text + line : `${text} ${line}`
      const whole = text.slice(0, -1) + line
      if (hyphen === '\u00AD') return whole
      return isKept(before.toLowerCase(), next.toLowerCase(), before, words) ? text + line : whole
    },
  }
}

function isKept(before: string, after: string, written: string, words: ReadonlySet<string>): boolean {
  const first = before.replace(/^.*['’]/, '')
  if (words.has(`${first}-${after}`)) return true
  if (words.has(first + after)) return false
  // WEB-based
  return KEEPING.has(first) || first.includes('-') || /^\p{Lu}{2,}$/u.test(written)
}

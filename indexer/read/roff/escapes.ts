/** Text as roff has it → the words that are shown: named characters and strings written out, fonts and movements left out. */
import { characterNamed } from './characters.ts'
import type { Definitions } from './definitions.ts'

/** Strings may stand in strings. */
const MAX_DEPTH = 5
/** Longer than any text that strings are put into. */
const MAX_LENGTH = 20_000

const NAME = String.raw`(?:\((..)|\[([^\]]*)\]|(.))`
const STRING = new RegExp(String.raw`\\E?\*${NAME}`, 'gs')
const REGISTER = new RegExp(String.raw`\\E?n[+-]?${NAME}`, 'gs')

/** An escape: what is shown of it stands in one of its groups. */
const ESCAPE = new RegExp(
  [
    String.raw`\\E?(?:\((?<short>..)|\[(?<long>[^\]]*)\]|C'(?<quoted>[^']*)'|N'(?<code>\d+)'`,
    String.raw`o(?<quote>.)(?<over>.*?)\k<quote>`,
    String.raw`[fFmMgkVY](?:\(..|\[[^\]]*\]|.)`,
    String.raw`s(?:\(..|\[[^\]]*\]|[+-]\(..|[+-]?'[^']*'|[+-]?(?:[1-3]\d|\d))`,
    String.raw`(?<moved>h)(?<by>.).*?\k<by>`,
    String.raw`[vwlLDxXRSHABbZ](?<mark>.).*?\k<mark>`,
    'z(?=.)',
    '(?<sign>.)|$)',
  ].join('|'),
  'gs',
)

/** Signs behind a backslash that are something else than themselves. */
const SIGNS: Readonly<Record<string, string>> = { e: '\\', '~': ' ', '0': ' ', t: ' ', "'": "'" }
const NOTHING = new Set('&)/,|^%:!?{}cdurpa')

/**
 * The words of a line.
 *
 * @returns `goesOn`: what comes next belongs to the same word (`\c`)
 */
export function wordsOf(line: string, definitions: Definitions): { words: string; goesOn: boolean } {
  if (!line.includes('\\')) return { words: line, goesOn: false }
  const text = interpolated(line, definitions)
  const goesOn = /(?<!\\)\\c\s*$/.test(text)
  const words = text.replace(ESCAPE, (...match) => {
    const found = match.at(-1) as Record<string, string | undefined>
    const name = found.short ?? found.long ?? found.quoted
    if (name !== undefined) return definitions.shown.get(name) ?? namedOf(name)
    if (found.code !== undefined) return characterNamed(`char${found.code}`) ?? ''
    if (found.over !== undefined) return overstruck(found.over, definitions)
    if (found.moved !== undefined) return ' '
    const { sign = '' } = found
    return NOTHING.has(sign) ? '' : (SIGNS[sign] ?? sign)
  })
  return { words, goesOn }
}

/** `\[e aa]` is an e with the accent aa. */
function namedOf(name: string): string {
  const [letter = '', accent] = name.split(' ')
  const composed: Readonly<Record<string, string>> = {
    aa: "'",
    ga: '`',
    'a^': '^',
    ad: ':',
    'a~': '~',
    ac: ',',
  }
  if (accent === undefined) return characterNamed(name) ?? ''
  return characterNamed(`${composed[accent] ?? accent}${letter}`) ?? letter
}

/** Of characters that are printed on top of each other the first; a letter where there is one. */
function overstruck(text: string, definitions: Definitions): string {
  const signs = wordsOf(text, definitions).words
  return /\p{L}/u.exec(signs)?.[0] ?? [...signs][0] ?? ''
}

/** The line with strings and numbers written out. */
export function interpolated(line: string, definitions: Definitions): string {
  let text = line
  for (let depth = 0; depth < MAX_DEPTH && text.includes('\\') && text.length < MAX_LENGTH; depth += 1) {
    let isChanged = false
    text = text.replace(STRING, (_, short = '', long = '', one = '') => {
      isChanged = true
      const name = `${short}${long}${one}`
      // Arguments may follow: \*[name a b].
      return (
        definitions.strings.get(name) ??
        definitions.strings.get(name.split(' ', 1)[0] ?? '') ??
        ''
      ).slice(0, 1000)
    })
    if (!isChanged) break
  }
  return text
    .replace(REGISTER, (_, short = '', long = '', one = '') =>
      String(definitions.registers.get(`${short}${long}${one}`) ?? 0),
    )
    .slice(0, Math.max(MAX_LENGTH, line.length))
}

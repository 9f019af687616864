/** A page in roff → its title line and its texts. */
import type { MarkdownText } from '../markdown-text.ts'
import { createComposer } from './composer.ts'
import { argumentsOf, createDefinitions } from './definitions.ts'
import { wordsOf } from './escapes.ts'
import { expand } from './lines.ts'
import { takeMan } from './man.ts'
import { createMdoc } from './mdoc.ts'
import { rowsOfTable } from './tables.ts'

/** What a page says of itself in its title line. */
export type ManualHead = {
  name?: string
  /** `1`, `3pm`. */
  section?: string
  /** What may be its date, in order. */
  dates: string[]
}

/** Requests with which a line ends. */
const BREAKS = new Set('br sp bp in ti ce ta fi ne'.split(' '))
/** Drawings, which have no words. */
const DRAWN: Readonly<Record<string, string>> = { PS: 'PE', GS: 'GE', G1: 'G2' }

/**
 * The texts of a page.
 *
 * @returns `other`: the file that it wants to have included, which is not done
 */
export function textsOfRoff(lines: readonly string[]): {
  head: ManualHead
  texts: MarkdownText[]
  other?: string
} {
  const definitions = createDefinitions()
  const composer = createComposer()
  const words = (text: string): { words: string; goesOn: boolean } => wordsOf(text, definitions)
  const takeMdoc = createMdoc(composer, words)
  const head: ManualHead = { dates: [] }
  let other: string | undefined
  let isMdoc = false
  /** What is gathered up to a request, and what is done with it. */
  let gathered: { end: string; lines: string[]; take: (lines: readonly string[]) => void } | null = null
  const gather = (end: string, take: (lines: readonly string[]) => void): void => {
    gathered = { end, lines: [], take }
  }
  const takeText = (text: string): void => {
    // A blank line or an indented one begins a paragraph.
    if (text === '' || /^[ \t]/.test(text)) composer.breakLine()
    const shown = words(text)
    composer.add(shown.goesOn ? shown.words.trimStart() : shown.words.trim(), { goesOn: shown.goesOn })
    composer.endLine()
  }
  const takeHead = (name: string, rest: string): boolean => {
    const given = argumentsOf(rest).map(({ text }) => words(text).words.trim())
    if (name === 'TH' && head.name === undefined) {
      const [title, section, ...dates] = given
      if (title !== undefined && title !== '') head.name = title
      if (section !== undefined && section !== '') head.section = section
      head.dates.push(...dates.slice(0, 1))
    } else if (name === 'Dt') {
      if (given[0] !== undefined) head.name = given[0]
      if (given[1] !== undefined) head.section = given[1]
    } else if (name === 'Dd') head.dates.push(words(rest).words.trim())
    else return name === 'TH'
    return true
  }
  const take = (name: string, rest: string): void => {
    isMdoc ||= name === 'Dd' || name === 'Dt' || name === 'Sh'
    if (takeHead(name, rest)) return
    if (name === 'TS') {
      composer.flush()
      gather('TE', (rows) => {
        for (const row of rowsOfTable(rows, (text) => words(text).words))
          composer.put({ text: row.join(' | '), level: 0 })
      })
    } else if (name === 'EQ') {
      gather('EN', (formula) => composer.add(formula.join(' ')))
    } else if (DRAWN[name] !== undefined) gather(DRAWN[name], () => {})
    else if (name === 'nf') {
      composer.setCode(true)
    } else if (name === 'fi') {
      composer.setCode(false)
    } else if (BREAKS.has(name)) {
      composer.breakLine()
    } else if (name === 'so') other ??= rest
    else if (!(isMdoc && takeMdoc(name, rest))) takeMan(name, rest, composer, words)
  }
  for (const { name, rest } of expand(lines, definitions)) {
    const open = gathered as { end: string; lines: string[]; take: (lines: readonly string[]) => void } | null
    if (open !== null) {
      if (name === open.end) {
        gathered = null
        open.take(open.lines)
      } else open.lines.push(name === '' ? rest : `.${name} ${rest}`)
    } else if (name === '') takeText(rest)
    else take(name, rest)
  }
  composer.end()
  return { head, texts: withoutBullets(composer.texts), ...(other === undefined ? {} : { other }) }
}

const SIGN = /^([*+o–—-]): /

/** A sign that is the label of several paragraphs is a bullet; one of a kind may be what is described. */
function withoutBullets(texts: MarkdownText[]): MarkdownText[] {
  const counts = new Map<string, number>()
  for (const { text } of texts) {
    const sign = SIGN.exec(text)?.[1]
    if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  if (counts.size === 0) return texts
  return texts.map((text) =>
    (counts.get(SIGN.exec(text.text)?.[1] ?? '') ?? 0) > 1
      ? { ...text, text: text.text.replace(SIGN, '') }
      : text,
  )
}

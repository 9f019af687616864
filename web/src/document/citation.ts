/** How a document is cited, as a sentence. Pure. */

/** What is cited. */
export type Cited = {
  title: string
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string | null
  /** Who says so; `inferred`: nobody. */
  dateBasis: string | null
  source: string | null
  /** Where it was published. */
  url: string | null
}

/** When and where it was read. */
export type ReadWhere = {
  /** Address of the document on this page, for those that have no other. */
  address: string
  /** Day, YYYY-MM-DD. */
  today: string
}

/** The words of a citation in a language. */
export type CitationWords = {
  quoted: (title: string) => string
  undated: string
  accessed: (day: string) => string
  /** Between its parts, and at its end. */
  separator: string
}

/**
 * A citation: who published it, title, date, address and the day on which it was read. A date that the document does not
 * say itself stands in brackets.
 *
 * @param written writes a date as people do
 */
export function citationOf(
  { title, date, dateBasis, source, url }: Cited,
  { address, today }: ReadWhere,
  words: CitationWords,
  written: (date: string) => string,
): string {
  const day = date === null ? words.undated : written(date)
  const parts = [
    source ?? '',
    words.quoted(title),
    date !== null && dateBasis === 'inferred' ? `[${day}]` : day,
    `${url ?? address} ${words.accessed(written(today))}`,
  ]
  const said = parts.map(oneLine).filter((part) => part !== '')
  return `${said.reduce((before, part) => {
    // What ends in a full stop needs no other one.
    const between = before.endsWith('.') ? words.separator.replace(/^\./, '') : words.separator
    return before + between + part
  })}.`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

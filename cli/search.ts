/** `bifora search <query>`: the REST API, from the command line. */
import type { SearchResponse } from '../server/schemas/search.ts'
import type { SearchHit } from '../server/schemas/search-hit.ts'
import type { Config } from './config.ts'
import { connect } from './connection.ts'
import { EXIT } from './exit.ts'
import { printable, printableLine } from './output.ts'

const DEFAULT_SIZE = '10'
/** What is said of a total that is not exact. */
const BOUNDS: Record<string, string> = { lte: 'at most ', gte: 'at least ' }

/** Searches and prints what was found; the exit code says whether anything was. */
export async function searchCommand(
  q: string,
  options: {
    config: Config
    signal: AbortSignal
    asJson: boolean
    /** Address of a service to ask. */
    url: string | undefined
    /** Parameters of `/v1/search`, by name. */
    params: Record<string, string>
  },
): Promise<number> {
  const connection = await connect({ ...options, name: 'search' })
  try {
    const found = await connection.search(new URLSearchParams({ size: DEFAULT_SIZE, ...options.params, q }))
    if (options.asJson) process.stdout.write(`${JSON.stringify(found)}\n`)
    else process.stdout.write(`${resultLines(found, process.stdout.isTTY).join('\n')}\n`)
    return found.total.value + found.byMeaning > 0 ? EXIT.done : EXIT.partly
  } finally {
    await connection.close()
  }
}

/** An answer for people. */
export function resultLines(
  { results, total, byMeaning, undated, page, query, warnings }: SearchResponse,
  isTerminal: boolean,
): string[] {
  const first = (page.number - 1) * page.size + 1
  const some = query.matching.words === 'some' ? ' with some of the words' : ''
  const count = `${BOUNDS[total.relation] ?? ''}${total.value} ${total.value === 1 ? 'document' : 'documents'}${some}`
  return [
    ...results.flatMap((hit, index) => [...hitLines(hit, first + index, isTerminal), '']),
    ...(byMeaning > 0 ? [`${byMeaning} more by meaning, not by their words`] : []),
    page.pages > 1 ? `${count}, page ${page.number} of ${page.pages}` : count,
    ...undatedLines(undated, query.filters.undated === 'include'),
    ...warnings.map(printable),
  ]
}

function undatedLines(undated: number | null, isIncluded: boolean): string[] {
  if (undated === null || undated === 0) return []
  const has = undated === 1 ? '1 matching document has' : `${undated} matching documents have`
  return [
    isIncluded
      ? `${has} no date.`
      : `${has} no date and ${undated === 1 ? 'is' : 'are'} left out: --undated include`,
  ]
}

/** Characters of a passage that are shown around its first match. */
const SNIPPET_LENGTH = 240

function hitLines(hit: SearchHit, number: number, isTerminal: boolean): string[] {
  const facts = [hit.lang, hit.date, hit.source, hit.topics.map(({ label }) => label).join(', ')].filter(
    Boolean,
  )
  const [passage] = hit.passages
  return [
    `${number}. ${emphasized(printableLine(hit.title || hit.path), isTerminal)}`,
    `   ${printableLine(facts.join(' · '))}`,
    ...(passage === undefined ? [] : [`   ${snippet(passage, isTerminal)}`]),
    `   ${printableLine(hit.url ?? hit.path)}${passage?.page === undefined ? '' : `, page ${passage.page}`}`,
  ]
}

function snippet({ text, highlights }: SearchHit['passages'][number], isTerminal: boolean): string {
  const first = highlights[0]?.start ?? 0
  const before = text.indexOf(' ', first - SNIPPET_LENGTH / 2) + 1
  // A word may be longer than a snippet: keys, encoded data.
  const from = first < SNIPPET_LENGTH / 2 ? 0 : before > 0 && before < first ? before : first
  const after = text.lastIndexOf(' ', from + SNIPPET_LENGTH)
  const to =
    text.length - from <= SNIPPET_LENGTH ? text.length : after > first ? after : from + SNIPPET_LENGTH
  let line = ''
  let at = from
  for (const { start, end } of highlights.filter(({ start, end }) => start >= from && end <= to)) {
    line += shownText(text.slice(at, start)) + emphasized(shownText(text.slice(start, end)), isTerminal)
    at = end
  }
  const shown = line + shownText(text.slice(at, to))
  return `${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`
}

/** Text of a document in one line, with nothing that a terminal would obey. */
function shownText(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' '))
}

function emphasized(text: string, isTerminal: boolean): string {
  return isTerminal ? `\x1b[1m${text}\x1b[0m` : text
}

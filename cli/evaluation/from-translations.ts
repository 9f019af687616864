/**
 * Judged queries that nobody had to judge: of each document that has a translation, its title and the first words of its
 * text are asked for; right is the document itself in its own language, and its translations in the others.
 */
import { analyze } from '../../language/analyzer.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import type { SearchHit } from '../../server/schemas/search-hit.ts'
import type { JudgedQuery } from './judgments.ts'

/** What is asked of each document. */
export const WORDINGS = ['title', 'words'] as const

/** Documents of each language that are asked for, at most; the newest. */
const MAX_DOCUMENTS = 300
const PAGE_SIZE = 100
/** Words of a text that make a query, words of grammar left out. */
const WORDS = 5
/** Longest query that the service takes. */
const MAX_LENGTH = 512

/**
 * The queries of the translations in an index.
 *
 * @throws {ConfigError} if the index cannot be asked
 */
export async function judgmentsFromTranslations(
  search: (params: URLSearchParams) => Promise<SearchResponse>,
  langs: readonly string[],
  signal: AbortSignal,
): Promise<JudgedQuery[]> {
  const queries: JudgedQuery[] = []
  for (const lang of langs) {
    let taken = 0
    for (let page = 1, pages = 1; page <= pages && taken < MAX_DOCUMENTS; page += 1) {
      signal.throwIfAborted()
      const params = new URLSearchParams({
        lang,
        size: String(PAGE_SIZE),
        page: String(page),
        copies: 'show',
      })
      const answer = await search(params)
      pages = answer.page.pages
      for (const hit of answer.results) {
        const query = queryOf(hit)
        if (query === undefined || taken === MAX_DOCUMENTS) continue
        queries.push(query)
        taken += 1
      }
    }
  }
  return queries
}

/** The query of a document; `undefined` if it has no translation, or nothing to ask for. */
export function queryOf({
  id,
  lang,
  title,
  passages,
  translations,
  path,
}: SearchHit): JudgedQuery | undefined {
  const words = analyze(passages[0]?.text ?? '', lang).map(({ word }) => word)
  const wordings = {
    title: plain(title || path),
    words: plain([...new Set(words)].slice(0, WORDS).join(' ')),
  }
  if (translations.length === 0 || wordings.title === '' || wordings.words === '') return undefined
  const relevant = new Map([[lang, new Set([id])]])
  for (const { id, lang: other } of translations) {
    relevant.set(other, new Set([...(relevant.get(other) ?? []), id]))
  }
  return { id, lang, wordings: new Map(Object.entries(wordings)), relevant }
}

/** A text without what means something in a query: quotation marks, and minus signs before words. */
function plain(text: string): string {
  return text
    .replace(/["“”„«»]/g, ' ')
    .replace(/(^|\s)-+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
}

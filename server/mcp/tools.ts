/**
 * The tools that assistants get (Model Context Protocol): reading only, each a request to the API of this service, with
 * short answers that say what was cut and how to go on. `search` and `fetch` have the shapes that clients with a connector
 * for research expect: results with `id`, `title` and `url`, and a document with its `text`.
 */
import { type Static, type TSchema, Type } from 'typebox'
import type { DocumentResponse, TopicsResponse } from '../schemas/documents.ts'
import type { RelatedResponse } from '../schemas/related.ts'
import type { SearchResponse } from '../schemas/search.ts'
import { DEFAULT_CHARACTERS, excerpt, fitting, MAX_CHARACTERS, MIN_CHARACTERS } from './budget.ts'

/** Asks the API of the service: a path below `/v1` with its parameters; undefined ones are left out. */
export type Ask = <T>(path: string, parameters?: Parameters) => Promise<T>
/** Parameters by name; a list is given as often as it has values. */
export type Parameters = Record<string, string | number | readonly string[] | undefined>

/** A tool: what assistants are told about it, and what it does. */
export type McpTool<Schema extends TSchema = TSchema> = {
  name: string
  title: string
  description: string
  input: Schema
  /** Gives a JSON object. Errors of the API pass through. */
  run: (input: Static<Schema>, ask: Ask) => Promise<Record<string, unknown>>
}

const maxCharacters = Type.Optional(
  Type.Integer({
    minimum: MIN_CHARACTERS,
    maximum: MAX_CHARACTERS,
    description: `Longest answer, in characters. Default ${DEFAULT_CHARACTERS}. What does not fit is said.`,
  }),
)
const id = Type.String({ minLength: 1, maxLength: 128, description: 'Id of a document, as search gives it.' })
const closed = { additionalProperties: false }

const PREVIEW = 400
const DEFAULT_RESULTS = 10
/** Passages of a document that are asked for at a time. */
const PASSAGES = 100

const search = tool({
  name: 'search',
  title: 'Search documents in Italian and English',
  description:
    'Full-text search in a collection of Italian and English documents. One query finds documents in both languages: words are found in any inflection and in translation. "quoted words" stand as written, -word excludes. Use a few keywords, not a sentence. Gives id, title, language, date and a preview of each document; read one with fetch.',
  input: Type.Object(
    {
      query: Type.String({ minLength: 1, maxLength: 512, description: 'Keywords, in either language.' }),
      lang: Type.Optional(
        Type.Array(Type.String(), {
          maxItems: 10,
          description: 'Only documents in these languages: it, en.',
        }),
      ),
      topic: Type.Optional(
        Type.Array(Type.String(), {
          maxItems: 20,
          description: 'Only these topics; list_topics has the ids.',
        }),
      ),
      from: Type.Optional(
        Type.String({ description: 'Only documents dated from then on: YYYY, YYYY-MM or YYYY-MM-DD.' }),
      ),
      to: Type.Optional(Type.String({ description: 'Only documents dated up to then.' })),
      page: Type.Optional(Type.Integer({ minimum: 1, description: 'Page of results, from 1.' })),
      size: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 50, description: `Results a page. Default ${DEFAULT_RESULTS}.` }),
      ),
      maxCharacters,
    },
    closed,
  ),
  run: async (
    { query, maxCharacters = DEFAULT_CHARACTERS, size = DEFAULT_RESULTS, page = 1, ...filters },
    ask,
  ) => {
    const found = await ask<SearchResponse>('/search', { q: query, size, page, ...filters })
    const { shown, cut } = fitting(found.results.map(previewOf), maxCharacters)
    const { total, byMeaning, expansions, corrections, warnings } = found
    const isLast = page >= found.page.pages
    return {
      total: total.value,
      ...(byMeaning > 0 ? { alsoByMeaning: byMeaning } : {}),
      results: shown,
      ...(expansions.length === 0 ? {} : { alsoSearched: alternatives(expansions) }),
      ...(corrections.length === 0 ? {} : { corrections }),
      ...(warnings.length === 0 ? {} : { warnings }),
      ...(cut > 0
        ? {
            cut: `${cut} results of this page had no room. Ask with size=${shown.length}, or a larger maxCharacters.`,
          }
        : {}),
      ...(isLast ? {} : { more: `There are more results: ask with page=${page + 1}.` }),
    }
  },
})

const fetchDocument = tool({
  name: 'fetch',
  title: 'Read a document',
  description:
    'The text of a document, with its title, date, language, source, topics and translations. A long one comes in parts: the answer says how to go on.',
  input: Type.Object(
    {
      id,
      part: Type.Optional(
        Type.Integer({ minimum: 0, description: 'Number of the first passage to read, from 0. Default 0.' }),
      ),
      maxCharacters,
    },
    closed,
  ),
  run: async ({ id, part = 0, maxCharacters = DEFAULT_CHARACTERS }, ask) => {
    const page = Math.floor(part / PASSAGES) + 1
    const document = await ask<DocumentResponse>(`/documents/${encodeURIComponent(id)}`, {
      page,
      size: PASSAGES,
    })
    const here = document.passages.slice(part % PASSAGES)
    const { shown, cut } = fitting(here.map(asText), maxCharacters)
    const next = part + shown.length
    const isEnd = cut === 0 && page >= document.page.pages
    return {
      id: document.id,
      title: document.title,
      text: shown.join('\n\n').slice(0, maxCharacters),
      url: document.url ?? '',
      metadata: { ...aboutOf(document), path: document.path },
      ...(isEnd ? {} : { more: `The text goes on: ask with part=${next}.` }),
    }
  },
})

const listTopics = tool({
  name: 'list_topics',
  title: 'List the topics',
  description:
    'The topics that documents are sorted into, with their names in both languages and how many documents each has.',
  input: Type.Object({}, closed),
  run: async (_input, ask) => {
    const { topics } = await ask<TopicsResponse>('/topics')
    const { shown, cut } = fitting(
      topics.filter(({ count }) => count > 0),
      DEFAULT_CHARACTERS,
    )
    return {
      topics: shown,
      ...(cut > 0 ? { cut: `${cut} topics with fewer documents had no room.` } : {}),
    }
  },
})

const related = tool({
  name: 'related',
  title: 'Find documents about the same',
  description:
    'Documents about the same as one, in both languages: its translations and copies first, each with the words that connect them.',
  input: Type.Object({ id, maxCharacters }, closed),
  run: async ({ id, maxCharacters = DEFAULT_CHARACTERS }, ask) => {
    const { words, results } = await ask<RelatedResponse>(`/documents/${encodeURIComponent(id)}/related`)
    const all = results.map(({ relation, shared, ...document }) => ({
      ...entryOf(document),
      relation,
      shared: shared.map(({ word }) => word),
    }))
    const { shown, cut } = fitting(all, maxCharacters)
    return { words, results: shown, ...(cut > 0 ? { cut: `${cut} results had no room.` } : {}) }
  },
})

/** All tools, in the order in which they are listed. */
export const tools: readonly McpTool[] = [search, fetchDocument, listTopics, related]

/** Keeps the type of the input for `run`. */
function tool<Schema extends TSchema>(given: McpTool<Schema>): McpTool {
  return given as unknown as McpTool
}

type About = Pick<
  DocumentResponse,
  'id' | 'title' | 'url' | 'lang' | 'date' | 'source' | 'topics' | 'translations'
>

function aboutOf({ lang, date, source, topics, translations }: About): Record<string, unknown> {
  return {
    lang,
    date,
    ...(source ? { source } : {}),
    ...(topics.length === 0 ? {} : { topics: topics.map(({ id }) => id) }),
    ...(translations.length === 0
      ? {}
      : { translations: translations.map(({ id, lang, title }) => ({ id, lang, title })) }),
  }
}

function entryOf(document: About): Record<string, unknown> {
  return { id: document.id, title: document.title, url: document.url ?? '', ...aboutOf(document) }
}

function previewOf(hit: SearchResponse['results'][number]): Record<string, unknown> {
  const [best] = hit.passages
  const at = best?.highlights[0]?.start ?? 0
  return {
    ...entryOf(hit),
    ...(hit.foundBy.includes('words') ? {} : { foundBy: 'meaning alone' }),
    ...(best === undefined ? {} : { preview: excerpt(best.text, at, PREVIEW) }),
    ...(best?.heading.length ? { heading: best.heading.join(' › ') } : {}),
    ...(best?.page === undefined ? {} : { page: best.page }),
  }
}

/** What was looked for besides the words of the query: so that an assistant can say why a document was found. */
function alternatives(expansions: SearchResponse['expansions']): string[] {
  return expansions.map(({ from, to }) => `${from} → ${to}`)
}

function asText({ heading, text }: DocumentResponse['passages'][number]): string {
  return heading.length === 0 ? text : `[${heading.join(' › ')}]\n${text}`
}

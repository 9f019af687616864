/** What the head of a page, its JSON-LD and its microdata say about it → Metadata. Values stay as written. */
import type { Metadata } from '../../document.ts'
import { cleanCharacters, toSingleLine } from '../characters.ts'
import type { Byline } from './byline.ts'
import { readJsonLd } from './json-ld.ts'
import { titleOfPage } from './title.ts'
import type { HtmlPage } from './tree.ts'

/** Names of meta elements (`name`, `property`, `itemprop`, `http-equiv`) in order of preference, in lower case. */
const NAMES = {
  title: ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title', 'parsely-title'],
  description: [
    'description',
    'og:description',
    'dc.description',
    'dcterms.description',
    'dcterms.abstract',
    'twitter:description',
  ],
  date: [
    'article:published_time',
    'og:article:published_time',
    'article:published',
    'datepublished',
    'dcterms.issued',
    'dc.date.issued',
    'dcterms.available',
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'publication-date',
    'published',
    'published_time',
    'published-date',
    'cxenseparse:recs:publishtime',
    'eli:date_publication',
    'eli:date_document',
    'dc.date.created',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'datecreated',
    'date',
  ],
  updated: [
    'article:modified_time',
    'og:updated_time',
    'og:article:modified_time',
    'datemodified',
    'dcterms.modified',
    'dc.date.modified',
    'dc.date.updated',
    'last-modified',
    'lastmod',
    'last_modified',
    'updated',
    'revised',
    'modified',
  ],
  lang: [
    'content-language',
    'og:locale',
    'dc.language',
    'dcterms.language',
    'language',
    'inlanguage',
    'citation_language',
  ],
  url: ['og:url', 'citation_public_url', 'twitter:url', 'dc.identifier.uri'],
  source: [
    'og:site_name',
    'dc.publisher',
    'dcterms.publisher',
    'citation_publisher',
    'publisher',
    'copyright-holder',
  ],
  site: ['og:site_name', 'application-name'],
  tags: [
    'keywords',
    'article:tag',
    'news_keywords',
    'dc.subject',
    'dcterms.subject',
    'citation_keywords',
    'parsely-tags',
  ],
} as const

/**
 * Gathers the metadata of a page. JSON-LD counts before meta elements, except where a page names its own language.
 *
 * @param mainHeading text of the heading of the page; empty if there is none
 * @param bylines dates of bylines, of the likeliest place first
 */
export function metadataOf(
  page: HtmlPage,
  mainHeading: string,
  bylines: readonly Byline[],
): { metadata: Metadata; warnings: string[] } {
  const { data, warnings } = readJsonLd(page.jsonLd)
  const metas = metasByName(page)
  const first = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = metas.get(name)?.[0]
      if (value !== undefined) return value
    }
    return undefined
  }
  const published = bylines.find((byline) => byline.published !== undefined)?.published
  const updated = bylines.find((byline) => byline.updated !== undefined)?.updated
  const source = first(['og:site_name']) ?? data.publisher ?? first(NAMES.source) ?? data.siteName
  const given = data.headline ?? first(NAMES.title)
  const metadata: Metadata = {}
  const set = (
    field: Exclude<keyof Metadata, 'topics' | 'tags' | 'translations' | 'alternates' | 'thread'>,
    value: string | undefined,
  ): void => {
    const text = value === undefined ? '' : clean(value)
    if (text !== '') metadata[field] = text
  }
  set(
    'title',
    titleOfPage({
      heading: mainHeading,
      given: clean(first(['og:title']) ?? given ?? ''),
      title: clean(page.title),
      sites: [first(NAMES.site), source, data.siteName].flatMap((name) =>
        name === undefined ? [] : [clean(name)],
      ),
    }),
  )
  set('description', first(NAMES.description) ?? data.description)
  set('date', data.published ?? first(NAMES.date) ?? published)
  set('updated', data.modified ?? first(NAMES.updated) ?? updated)
  set('lang', page.lang.trim() !== '' ? page.lang : (first(NAMES.lang) ?? data.lang))
  set('url', addressOf(page) ?? webAddress(first(NAMES.url)) ?? webAddress(data.url))
  set('source', source)
  const tags = tagsOf(metas, data.keywords ?? [])
  if (tags.length > 0) metadata.tags = tags
  const alternates = alternatesOf(page)
  if (alternates.length > 0) metadata.alternates = alternates
  return { metadata, warnings }
}

function metasByName({ metas }: HtmlPage): Map<string, string[]> {
  const byName = new Map<string, string[]>()
  for (const meta of metas) {
    const value = meta.content ?? meta.datetime
    if (value === undefined || value.trim() === '') continue
    for (const names of [meta.name, meta.property, meta.itemprop, meta['http-equiv']])
      for (const name of (names ?? '').toLowerCase().split(/\s+/)) {
        if (name === '') continue
        // Dublin Core is written dc.date, DC:date and dcterms:date alike.
        const key = name.replace(/^(dc|dcterms)[:_-]/, '$1.')
        byName.set(key, [...(byName.get(key) ?? []).slice(0, 99), value])
      }
  }
  return byName
}

function tagsOf(metas: ReadonlyMap<string, string[]>, keywords: readonly string[]): string[] {
  const lists = NAMES.tags.flatMap((name) => metas.get(name) ?? []).flatMap((value) => value.split(/[,;]/))
  const tags = new Map<string, string>()
  for (const tag of [...lists, ...keywords].map(clean)) {
    if (tag !== '' && tag.length <= 100 && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
  }
  return [...tags.values()].slice(0, 50)
}

function addressOf({ links }: HtmlPage): string | undefined {
  return webAddress(links.find(({ rel }) => hasRel(rel, 'canonical'))?.href)
}

function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^\s*https?:\/\/\S+\s*$/i.test(address) ? address : undefined
}

function alternatesOf({ links }: HtmlPage): { lang: string; url: string }[] {
  return links
    .filter(
      ({ rel, hreflang, href }) => hasRel(rel, 'alternate') && hreflang !== undefined && href !== undefined,
    )
    .map(({ hreflang = '', href = '' }) => ({ lang: clean(hreflang), url: clean(href) }))
    .filter(({ lang, url }) => lang !== '' && lang.toLowerCase() !== 'x-default' && url !== '')
    .slice(0, 100)
}

function hasRel(rel: string | undefined, name: string): boolean {
  return rel?.toLowerCase().split(/\s+/).includes(name) === true
}

function clean(text: string): string {
  return toSingleLine(cleanCharacters(text))
}

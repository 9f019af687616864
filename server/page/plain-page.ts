/** A search and what it found as a page without scripts. Pure. */
import type { Problem } from '../schemas/common.ts'
import type { SearchResponse } from '../schemas/search.ts'
import type { LabelLanguage } from '../topics.ts'
import { type Html, html } from './html.ts'
import { plainResult } from './plain-result.ts'
import { plainWords } from './plain-words.ts'

/** Where a page stands, and for whom. */
export type PlainContext = {
  lang: LabelLanguage
  /** What goes before every address of the service. */
  basePath: string
  /** Address of the style sheet, below `basePath`; undefined for none. */
  stylesheet: string | undefined
  /** The query that was asked for, without its question mark. */
  query: string
}

/** Parameters that are no filters: the others are carried along by the form. */
const NOT_FILTERS = new Set(['q', 'sort', 'page', 'size'])

/** The page of an answer. It was asked for with HTML in it. */
export function plainPage(answer: SearchResponse, context: PlainContext): string {
  const words = plainWords[context.lang]
  const { total, byMeaning, results, page, links, warnings } = answer
  const number = (value: number): string => value.toLocaleString(context.lang)
  return document(
    context,
    html`<h2>${words.results}</h2>
<p class="soft">${words.limits[total.relation as keyof typeof words.limits]}${words.total(number(total.value))}${byMeaning > 0 ? words.andByMeaning(number(byMeaning)) : ''}</p>
${understood(answer, context)}
${warnings.map((warning) => html`<p class="notice">${warning}</p>\n`)}
${total.value + byMeaning === 0 ? html`<p>${words.nothing}</p>` : undefined}
<ol class="plain-results" start="${(page.number - 1) * page.size + 1}">
${results.map((result) => plainResult(result, context.lang))}</ol>
${
  page.pages < 2
    ? undefined
    : html`<nav class="row" aria-label="${words.pages}">
${links.prev === undefined ? undefined : html`<a rel="prev" href="${links.prev}">${words.previous}</a>`}
<span class="soft">${words.ofPages(number(page.number), number(page.pages))}</span>
${links.next === undefined ? undefined : html`<a rel="next" href="${links.next}">${words.next}</a>`}
</nav>`
}`,
  )
}

/** The page where there is no answer. */
export function plainProblemPage({ detail, requestId }: Problem, context: PlainContext): string {
  const words = plainWords[context.lang]
  return document(
    context,
    html`<div class="notice bad">
<h2>${words.problem}</h2>
<p>${detail}</p>
<p class="soft small">${words.request} ${requestId}</p>
</div>`,
  )
}

function understood({ corrections, expansions, query }: SearchResponse, { lang }: PlainContext): Html {
  const words = plainWords[lang]
  const also = [...new Set(expansions.map(({ to }) => to))]
  return html`${corrections.map(({ to, from }) => html`<p>${words.instead(to, from)}</p>\n`)}
${also.length === 0 ? undefined : html`<p class="soft">${words.also} ${also.join(', ')}</p>\n`}
${query.matching.words === 'all' ? undefined : html`<p class="soft">${words.someWords}</p>\n`}`
}

function document({ lang, basePath, stylesheet, query }: PlainContext, content: Html): string {
  const words = plainWords[lang]
  const params = new URLSearchParams(query)
  const q = params.get('q') ?? ''
  const filters = [...params].filter(([name]) => !NOT_FILTERS.has(name))
  const kept = [...params].filter(([name]) => name !== 'q' && name !== 'page')
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<base href="${basePath}/">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${q === '' ? 'Bifora' : `${q} – Bifora`}</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
${stylesheet === undefined ? undefined : html`<link rel="stylesheet" href="${stylesheet}">`}
</head>
<body class="plain">
<header class="row">
<a href="plain">Bifora</a>
<a href="./${query === '' ? '' : `?${query}`}">${words.full}</a>
</header>
<main>
<h1>${words.query}</h1>
<search>
<form class="row" action="plain">
<input class="field" type="search" name="q" value="${q}" aria-label="${words.query}">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}
<button class="button primary" type="submit">${words.submit}</button>
</form>
</search>
${
  filters.length === 0
    ? undefined
    : html`<p>${words.filtered} ${filters.map(([name, value]) => `${name}: ${value}`).join(' · ')}.
<a href="plain?${new URLSearchParams({ q }).toString()}">${words.clear}</a></p>`
}
${content}
</main>
</body>
</html>
`.html
}

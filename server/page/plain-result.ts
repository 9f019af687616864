/** One document that was found, on the plain page. Pure. */
import type { SearchHit } from '../schemas/search-hit.ts'
import type { LabelLanguage } from '../topics.ts'
import { type Html, html } from './html.ts'
import { plainWords } from './plain-words.ts'

/** How a date is written, by its length: YYYY, YYYY-MM, YYYY-MM-DD. */
const DATES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
}

/** The document with its best passage; title and passage have to have HTML. */
export function plainResult(hit: SearchHit, lang: LabelLanguage): Html {
  const words = plainWords[lang]
  const address = `v1/documents/${encodeURIComponent(hit.id)}`
  const published = hit.url !== null && /^https?:\/\//i.test(hit.url) ? hit.url : undefined
  const title = hit.titleHtml ? { html: hit.titleHtml } : html`${words.untitled}`
  const [best] = hit.passages
  const facts = [
    dated(hit, lang),
    html`${words.languages[hit.lang] ?? words.unknown}`,
    ...(hit.source === null ? [] : [html`${hit.source}`]),
    ...hit.topics.map(({ label }) => html`${label}`),
    html`${hit.place}/${hit.path}`,
    ...(hit.foundBy.includes('words') ? [] : [html`${words.byMeaning}`]),
  ]
  return html`<li>
<h3 lang="${language(hit.lang)}"><a href="${published ?? address}">${title}</a></h3>
<p class="soft small">${facts.map((fact, index) => (index === 0 ? fact : html` · ${fact}`))}</p>
${
  best?.html === undefined
    ? undefined
    : html`<blockquote lang="${language(best.lang)}">
${best.heading.length === 0 ? undefined : html`<p class="small">${best.heading.join(' › ')}</p>`}
<p>${{ html: best.html }}</p>
</blockquote>`
}
<p class="row small">
${published === undefined ? undefined : html`<a href="${published}">${words.published}</a>`}
${hit.place === 'api' ? undefined : html`<a href="${address}/file">${words.file}</a>`}
<a href="${address}">${words.data}</a>
</p>
</li>
`
}

function dated({ date, dateBasis }: SearchHit, lang: LabelLanguage): Html {
  const words = plainWords[lang]
  if (date === null) return html`${words.undated}`
  const format = new Intl.DateTimeFormat(lang === 'it' ? 'it-IT' : 'en-GB', {
    ...DATES[date.length],
    timeZone: 'UTC',
  })
  const basis = words.basis[dateBasis ?? 'published']
  return html`<time datetime="${date}">${format.format(new Date(date))}</time>${basis}`
}

/** As HTML wants it: what is not known is an empty one. */
function language(lang: string): string {
  return lang === 'und' ? '' : lang
}

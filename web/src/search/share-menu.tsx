/** What can be done with a search beside reading its results: keep, share, follow, export it, take it into a program. */
import type { ExportFormat } from '@bifora/client'
import { type Search, searchQuery } from '../address.ts'
import { serviceUrl } from '../api.tsx'
import { useWords } from '../settings.tsx'
import { CopyButton } from '../shown/copy-button.tsx'
import { Menu } from '../shown/menu.tsx'
import { ExportLink } from './export-link.tsx'
import { textOf } from './kept.ts'
import { keepOrForget, useKept } from './kept-searches.tsx'
import { requestCode } from './request-code.ts'
import './share-menu.css'
import { criteriaOf } from './use-search.ts'
import { searchWords } from './words.ts'

const FORMATS: { format: ExportFormat; label: string }[] = [
  { format: 'csv', label: 'CSV' },
  { format: 'ris', label: 'RIS' },
  { format: 'bibtex', label: 'BibTeX' },
]

/** The menu. */
export function ShareMenu({ search }: { search: Search }) {
  const words = useWords(searchWords)
  const isKept = useKept().some((one) => textOf(one) === textOf(search))
  const query = searchQuery(criteriaOf(search))
  return (
    <Menu
      class="share"
      label={
        <>
          <svg class="share-icon" aria-hidden="true" viewBox="0 0 20 20" width="20" height="20">
            <path d="M10 13V2.5M6 6l4-4 4 4M4 10v6.5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V10" />
          </svg>
          <span class="unseen-on-phones">
            {words.share}
            <span class="unseen">{words.andExport}</span>
          </span>
        </>
      }
    >
      <p class="row">
        <button type="button" class="button" aria-pressed={isKept} onClick={() => keepOrForget(search)}>
          {isKept ? words.forget : words.keep}
        </button>
        <CopyButton text={() => new URL(textOf(search), `${serviceUrl}/`).href} label={words.copyLink} />
      </p>
      <h3>{words.follow}</h3>
      <p class="row">
        <a href={`${serviceUrl}/v1/feed.atom${query}`}>Atom</a>
        <a href={`${serviceUrl}/v1/feed.json${query}`}>JSON Feed</a>
      </p>
      <h3>{words.exportAll}</h3>
      <p class="row">
        {FORMATS.map(({ format, label }) => (
          <ExportLink key={format} format={format} label={label} search={search} />
        ))}
      </p>
      <h3>{words.asRequest}</h3>
      <RequestTexts search={search} />
    </Menu>
  )
}

function RequestTexts({ search }: { search: Search }) {
  const { url, curl, typescript } = requestCode(search, serviceUrl)
  return (
    <>
      {[
        { name: 'URL', text: url },
        { name: 'curl', text: curl },
        { name: 'TypeScript', text: typescript },
      ].map(({ name, text }) => (
        <div key={name} class="request">
          <span class="small soft">{name}</span>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its box has to be reached by keys. */}
          <pre tabIndex={0}>{text}</pre>
          <CopyButton text={() => text} label={name} isSmall />
        </div>
      ))}
    </>
  )
}

/** What stands above a text: its title, what is known of it, and ways to others like it. */
import type { DocumentResponse } from '@bifora/client'
import { useEffect, useRef } from 'preact/hooks'
import type { Search } from '../address.ts'
import { Link } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { Facts } from '../shown/facts.tsx'
import { MarkedText } from '../shown/marked-text.tsx'
import { DateEvidence } from './date-evidence.tsx'
import './document-head.css'
import { languageOf } from './passage-text.tsx'
import { documentWords } from './words.ts'

/** The head. The focus goes to the title, so that reading begins there. */
export function DocumentHead({ document: shown }: { document: DocumentResponse }) {
  const words = useWords(documentWords)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [])
  const { topics, references, tags } = shown
  return (
    <header class="document-head">
      <h1 ref={title} tabIndex={-1} lang={languageOf(shown)}>
        {shown.title === '' ? (
          words.untitled
        ) : (
          <MarkedText
            text={shown.title}
            highlights={shown.titleHighlights ?? []}
            expansions={shown.expansions ?? []}
          />
        )}
      </h1>
      <Facts document={shown} />
      <DateEvidence document={shown} />
      <dl class="document-filters no-print">
        <Filters
          name={words.topics}
          values={topics.map(({ id, label }) => ({ label, search: { topic: [id] } }))}
        />
        <Filters
          name={words.references}
          values={references.map(({ id, label }) => ({ label, search: { reference: [id] } }))}
        />
        <Filters name={words.tags} values={tags.map((tag) => ({ label: tag, search: { tag: [tag] } }))} />
      </dl>
    </header>
  )
}

type FiltersProps = { name: string; values: readonly { label: string; search: Search }[] }

/** Values of a filter, each a search for all documents that have it. */
function Filters({ name, values }: FiltersProps) {
  const words = useWords(documentWords)
  if (values.length === 0) return null
  return (
    <div>
      <dt class="small soft">{name}</dt>
      {values.map(({ label, search }) => (
        <dd key={label}>
          <Link class="chip" to={{ view: { name: 'search' }, search }} title={words.searchFor(label)}>
            {label}
          </Link>
        </dd>
      ))}
    </div>
  )
}

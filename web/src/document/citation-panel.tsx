/** The citation of a document, to be copied and to stand on paper. */
import type { DocumentResponse } from '@bifora/client'
import { useMemo } from 'preact/hooks'
import { writeAddress } from '../address.ts'
import { serviceUrl } from '../api.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { CopyButton } from '../shown/copy-button.tsx'
import { writtenDate } from '../shown/dates.ts'
import { citationOf } from './citation.ts'
import { CitationEntry } from './citation-entry.tsx'
import { documentWords } from './words.ts'

const FORMATS = [
  { format: 'ris', label: 'RIS', ending: 'ris' },
  { format: 'bibtex', label: 'BibTeX', ending: 'bib' },
] as const

/** The citation behind a button. */
export function CitationPanel({ document }: { document: DocumentResponse }) {
  const words = useWords(documentWords)
  const { where, citation } = useCitation(document)
  return (
    <details class="citation">
      <summary>{words.cite}</summary>
      <p class="citation-text">{citation}</p>
      <CopyButton label={words.copyCitation} text={() => citation} />
      <ul class="citation-entries small">
        {FORMATS.map((format) => (
          <CitationEntry key={format.format} id={document.id} accessed={where.today} {...format} />
        ))}
      </ul>
    </details>
  )
}

/** The same for paper alone. */
export function PrintedCitation({ document }: { document: DocumentResponse }) {
  const { citation } = useCitation(document)
  return <p class="printed-citation small">{citation}</p>
}

function useCitation(document: DocumentResponse) {
  const { cited: cite, untitled } = useWords(documentWords)
  const { language } = useSettings()
  return useMemo(() => {
    const cited = { ...document, title: document.title || document.path || untitled }
    const query = writeAddress({ view: { name: 'document', id: document.id }, search: {} })
    const where = { address: `${serviceUrl}/${query}`, today: localDay(new Date()) }
    const citation = citationOf(cited, where, cite, (date) => writtenDate(date, language))
    return { where, citation }
  }, [document, language, cite, untitled])
}

/** The day as the reader's calendar has it, YYYY-MM-DD. */
function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

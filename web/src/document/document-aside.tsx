/** What can be done with a document: its translation, its file, where it was published, how it is cited. */
import type { DocumentResponse } from '@bifora/client'
import type { Address } from '../address.ts'
import { Link, useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { CitationPanel } from './citation-panel.tsx'
import './document-aside.css'
import { FileLink } from './file-link.tsx'
import { languageOf } from './passage-text.tsx'
import { documentWords } from './words.ts'

/** Places whose documents have no file: they were sent over REST. */
const WITHOUT_FILES = 'api'

type DocumentAsideProps = { document: DocumentResponse; beside: string | undefined }

/** The list. */
export function DocumentAside({ document, beside }: DocumentAsideProps) {
  const words = useWords(documentWords)
  const { place, path, paths, url } = document
  const others = paths.filter((one) => one.place !== place || one.path !== path)
  return (
    <ul class="document-aside no-print" aria-label={words.about}>
      <Translations document={document} beside={beside} />
      <li>
        <CitationPanel document={document} />
      </li>
      {url !== null && (
        <li>
          <span class="small soft">{words.published}</span>
          <a href={url} rel="noopener noreferrer" class="document-url">
            {url.replace(/^https?:\/\/(www\.)?/, '')}
          </a>
        </li>
      )}
      {place !== WITHOUT_FILES && (
        <li>
          <FileLink document={document} />
        </li>
      )}
      {others.length > 0 && (
        <li>
          <span class="small soft">{words.alsoAt}</span>
          {others.map((other) => (
            <span key={other.place + other.path} class="small">
              {other.place}/{other.path}
            </span>
          ))}
        </li>
      )}
    </ul>
  )
}

function Translations({ document: { id, translations }, beside }: DocumentAsideProps) {
  const words = useWords(documentWords)
  const { search } = useNavigation().address
  const to = (id: string, beside?: string): Address => ({
    view: { name: 'document', id, ...(beside === undefined ? {} : { beside }) },
    search,
  })
  return (
    <>
      {translations.map((other) => {
        const title = other.title || other.path
        return (
          <li key={other.id}>
            <span class="small soft">
              {words.translation[other.lang as keyof typeof words.translation] ?? words.translation.und}
            </span>
            <Link to={to(other.id)} lang={languageOf(other)}>
              {title}
            </Link>
            {beside === other.id ? (
              <Link class="button" to={to(id)}>
                {words.alone}
              </Link>
            ) : (
              <Link class="button" to={to(id, other.id)}>
                {words.beside}
                <span class="unseen"> {words.besideOf(title)}</span>
              </Link>
            )}
          </li>
        )
      })}
    </>
  )
}

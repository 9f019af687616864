/** The documents that were found, each with its best passages. */
import type { SearchHit, SearchResponse } from '@bifora/client'
import type { Search } from '../address.ts'
import { Link } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { Facts } from '../shown/facts.tsx'
import { type Expansion, MarkedText } from '../shown/marked-text.tsx'
import { PassageExcerpt } from './passage-excerpt.tsx'
import { onResultKey } from './result-keys.ts'
import './results.css'
import { Why } from './why.tsx'
import { searchWords } from './words.ts'

const PASSAGES = 2

/** The list. */
export function Results({ search, answer }: { search: Search; answer: SearchResponse }) {
  return (
    <ol class="results" start={(answer.page.number - 1) * answer.page.size + 1} onKeyDown={onResultKey}>
      {answer.results.map((hit) => (
        <li key={hit.id}>
          <Result search={search} hit={hit} expansions={answer.expansions} />
        </li>
      ))}
    </ol>
  )
}

type ResultProps = { search: Search; hit: SearchHit; expansions: readonly Expansion[] }

function Result({ search, hit, expansions }: ResultProps) {
  const words = useWords(searchWords)
  const { id, title = '', lang, path, titleHighlights = [], passages = [], missing = [], foundBy } = hit
  const isByMeaning = foundBy?.includes('words') === false
  const marked = passages.filter(({ highlights }) => highlights.length > 0)
  const shown = marked.length > 0 ? marked.slice(0, PASSAGES) : passages.slice(0, 1)
  return (
    <article class="result">
      <h3 lang={lang}>
        <Link class="result-title" to={{ view: { name: 'document', id }, search }}>
          {title === '' ? (
            (path ?? words.untitled)
          ) : (
            <MarkedText text={title} highlights={titleHighlights} expansions={expansions} />
          )}
        </Link>
      </h3>
      <Facts document={hit} />
      {isByMeaning && <p class="small soft">{words.byMeaning}</p>}
      {missing.length > 0 && !isByMeaning && (
        <p class="missing small soft">
          {words.lacks}{' '}
          {missing.map((word) => (
            <s key={word}>{word}</s>
          ))}
        </p>
      )}
      {shown.map((passage) => (
        <PassageExcerpt key={passage.id} passage={passage} title={title} expansions={expansions} />
      ))}
      <Beside search={search} hit={hit} />
      <Why hit={hit} expansions={expansions} />
    </article>
  )
}

/** Translations, copies and topics of a result. */
function Beside({
  search,
  hit: { id, translations = [], copiesTotal = 0, topics = [] },
}: Omit<ResultProps, 'expansions'>) {
  const words = useWords(searchWords)
  return (
    <ul class="beside small">
      {translations.map((translation) => (
        <li key={translation.id}>
          <span class="soft">
            {words.inLanguage[translation.lang as keyof typeof words.inLanguage] ?? translation.lang}:{' '}
          </span>
          <Link to={{ view: { name: 'document', id: translation.id }, search }} lang={translation.lang}>
            {translation.title || words.untitled}
          </Link>{' '}
          <Link to={{ view: { name: 'document', id, beside: translation.id }, search }}>
            {words.sideBySide}
            <span class="unseen">: {translation.title || words.untitled}</span>
          </Link>
        </li>
      ))}
      {copiesTotal > 0 && (
        <li>
          <Link to={{ view: { name: 'document', id }, search }}>{words.copies(copiesTotal)}</Link>
        </li>
      )}
      {topics.length > 0 && <li class="soft">{topics.map(({ label }) => label).join(' · ')}</li>}
    </ul>
  )
}

/** Documents that say nearly the same, and those that are about the same, each with why. */
import type { DocumentResponse, RelatedResponse } from '@bifora/client'
import { useAnswer } from '../api.tsx'
import { Link, useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { Facts } from '../shown/facts.tsx'
import { ProblemNotice } from '../shown/problem.tsx'
import { languageOf } from './passage-text.tsx'
import './related.css'
import { documentWords } from './words.ts'

type Relative = RelatedResponse['results'][number]

/** Shared words that are named. */
const WORDS = 6

/** Both lists, below the text. */
export function Related({ document: { id, copies, copiesTotal } }: { document: DocumentResponse }) {
  const words = useWords(documentWords)
  const { value, error, again } = useAnswer(`related ${id}`, (client, signal) =>
    client.related(id, {}, { signal }),
  )
  // Translations stand above, and copies have a list of their own.
  const similar = value?.results.filter(({ relation }) => relation === 'similar') ?? []
  return (
    <div class="related no-print">
      {copies.length > 0 && (
        <section>
          <h2>{words.copies}</h2>
          <ul class="related-list">
            {copies.map((copy) => (
              <li key={copy.id}>
                <RelatedLink id={copy.id} title={copy.title || copy.path} />
                <span class="small soft">
                  {copy.place}/{copy.path}
                </span>
              </li>
            ))}
          </ul>
          {copiesTotal > copies.length && <p class="soft">{words.copiesMore(copiesTotal - copies.length)}</p>}
        </section>
      )}
      <section>
        <h2>{words.related}</h2>
        {error !== undefined && <ProblemNotice error={error} again={again} />}
        {value !== undefined && similar.length === 0 && <p class="soft">{words.relatedNone}</p>}
        <ul class="related-list">
          {similar.map((one) => (
            <li key={one.id}>
              <RelatedLink id={one.id} title={one.title || one.path} lang={languageOf(one)} />
              <Facts document={one} />
              <Shared relative={one} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function RelatedLink({ id, title, lang }: { id: string; title: string; lang?: string }) {
  const { search } = useNavigation().address
  return (
    <Link class="related-title" lang={lang} to={{ view: { name: 'document', id }, search }}>
      {title}
    </Link>
  )
}

/** Why: the words that both have, as each has them. */
function Shared({ relative: { relation, shared } }: { relative: Relative }) {
  const words = useWords(documentWords)
  const named = shared.slice(0, WORDS)
  if (named.length === 0) return null
  return (
    <p class="small soft">
      {words.relation[relation]}:{' '}
      {named.map(({ word, as }) => (as === null || as === word ? word : words.shared(word, as))).join(', ')}
    </p>
  )
}

/** A word as a word of one language: its forms, what a search looks for besides, and what lexicons know. */
import type { LexiconResponse, TermsResponse } from '@bifora/client'
import { useId } from 'preact/hooks'
import type { Search } from '../address.ts'
import { Link } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { isKnown } from './decisions.ts'
import { ExpansionsTable } from './expansions-table.tsx'
import { OtherTranslations } from './other-translations.tsx'
import type { Deciding } from './use-decide.ts'
import { lexiconWords } from './words.ts'

/** All that is known of the word in the language. */
export type ReadingOf = {
  terms: TermsResponse['languages'][number]
  translations: LexiconResponse['languages'][number]['translations']
  /** Documents that a search for it finds, and that one without other words does. */
  found: { all: number; asWritten: number }
}

type ReadingProps = {
  word: string
  reading: ReadingOf
  /** Whether it is a word of the other language. */
  isOther: boolean
  /** Undefined where one may not write. */
  decide: Deciding['decide'] | undefined
}

/** The reading; a line where nothing is known. */
export function Reading({ word, reading, isOther, decide }: ReadingProps) {
  const words = useWords(lexiconWords)
  const id = useId()
  const { terms, translations } = reading
  const lang = terms.lang as 'it' | 'en'
  if (!isKnown(terms, translations, isOther)) return <p class="soft">{words.notAs[lang](word)}</p>
  return (
    <section class={`lexicon-reading ${lang}`} aria-labelledby={id}>
      <h2 id={id}>{words.as[lang]}</h2>
      <FoundLine word={word} lang={lang} found={reading.found} />
      <WordsTable terms={terms} />
      <h3>{words.expansions}</h3>
      {terms.expansions.length === 0 ? (
        <p class="soft">{words.noExpansions}</p>
      ) : (
        <ExpansionsTable terms={terms} decide={decide} />
      )}
      <OtherTranslations reading={reading} decide={decide} />
    </section>
  )
}

function FoundLine({
  word,
  lang,
  found: { all, asWritten },
}: {
  word: string
  lang: 'it' | 'en'
  found: ReadingOf['found']
}) {
  const words = useWords(lexiconWords)
  const { language } = useSettings()
  const search: Search = { q: word, queryLang: lang, exact: true }
  if (all === 0) return <p class="soft">{words.findsNone(word)}</p>
  const to = (search: Search) => ({ view: { name: 'search' } as const, search })
  return (
    <p>
      <Link to={to(search)}>{words.finds(word, writtenNumber(all, language), all)}</Link>,{' '}
      <Link to={to({ ...search, expand: 'none' })}>
        {words.asWritten(writtenNumber(asWritten, language))}
      </Link>
      .
    </p>
  )
}

function WordsTable({ terms: { lang, words: known } }: { terms: ReadingOf['terms'] }) {
  const words = useWords(lexiconWords)
  const { language } = useSettings()
  return (
    <table class="stacked">
      <caption class="unseen">{words.words}</caption>
      <thead class="unseen-on-phones">
        <tr>
          <th scope="col">{words.form}</th>
          <th scope="col" title={words.termHint}>
            {words.term}
          </th>
          <th scope="col">{words.forms}</th>
          <th scope="col" class="number">
            {words.documents}
          </th>
          <th scope="col">{words.known}</th>
        </tr>
      </thead>
      <tbody>
        {known.map(({ word, term, forms, documents, known }) => (
          <tr key={word}>
            <th scope="row" lang={lang}>
              {word}
            </th>
            <td data-label={words.term}>
              <code>{term}</code>
            </td>
            <td data-label={words.forms} {...(forms.length === 0 ? {} : { lang })}>
              {forms.length === 0 ? <span class="soft">{words.noForms}</span> : forms.join(', ')}
            </td>
            <td class="number" data-label={words.documents}>
              <DocumentsLink
                q={word}
                lang={lang}
                documents={documents}
                label={writtenNumber(documents, language)}
              />
            </td>
            <td data-label={words.known}>{known ? words.yes : words.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DocumentsLinkProps = { q: string; lang: string; documents: number; label: string }

/** How many documents have a word, as a link to them. */
export function DocumentsLink({ q, lang, documents, label }: DocumentsLinkProps) {
  const words = useWords(lexiconWords)
  if (documents === 0) return <>{label}</>
  const search: Search = {
    q,
    ...(lang === 'it' || lang === 'en' ? { queryLang: lang } : {}),
    lang: [lang],
    expand: 'none',
    exact: true,
    words: 'all',
  }
  return (
    <Link to={{ view: { name: 'search' }, search }} aria-label={`${q}: ${label} ${words.documents}`}>
      {label}
    </Link>
  )
}

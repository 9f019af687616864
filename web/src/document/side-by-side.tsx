/** A document and its translation, row by row: passages that say the same stand beside each other. */
import type { DocumentPassage, DocumentResponse, ParallelResponse } from '@bifora/client'
import { useMemo } from 'preact/hooks'
import { useAnswer } from '../api.tsx'
import { Link, useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import type { Expansion } from '../shown/marked-text.tsx'
import { ProblemNotice } from '../shown/problem.tsx'
import { useSlow } from '../shown/use-slow.ts'
import { shownWords } from '../shown/words.ts'
import { MatchBar } from './match-bar.tsx'
import { countedBefore } from './matches.ts'
import { languageOf, PassageText } from './passage-text.tsx'
import './side-by-side.css'
import { TextSkeleton } from './skeleton.tsx'
import { type Matches, useMatches } from './use-matches.ts'
import type { Text } from './use-text.ts'
import { documentWords } from './words.ts'

type SideBySideProps = {
  q: string | undefined
  document: DocumentResponse
  /** Id of its translation. */
  beside: string
  /** Both, where something is marked in them. */
  texts: readonly Text[]
}

/** The two texts. */
export function SideBySide({ q, document, beside, texts }: SideBySideProps) {
  const words = useWords(documentWords)
  const { value, error, isLoading, again } = useAnswer(`${document.id} ${beside}`, (client, signal) =>
    client.parallel(document.id, { with: beside }, { signal }),
  )
  const isSlow = useSlow(isLoading)
  const pages = texts.map((text) => text.pages)
  const rows = useMemo(() => markedRows(value?.rows ?? [], pages.flat()), [value, ...pages])
  const passages = useMemo(() => rows.flatMap((row) => row.passages.flat()), [rows])
  const matches = useMatches(
    passages,
    useMemo(() => countedBefore(passages).at(-1) ?? 0, [passages]),
  )
  if (error?.status === 422) return <TooLong document={document} beside={beside} />
  if (error !== undefined) return <ProblemNotice error={error} again={again} />
  if (value === undefined) {
    return (
      <>
        <p class="soft" role="status">
          {isSlow ? words.aligning : '\u00a0'}
        </p>
        <TextSkeleton />
      </>
    )
  }
  const { place } = matches
  const highlight = place && passages.find(({ id }) => id === place.id)?.highlights?.[place.highlight]
  const expansions = document.expansions ?? []
  const areMarked = q !== undefined && texts.every(({ isComplete }) => isComplete)
  return (
    <section class="side-by-side" aria-label={words.beside}>
      {areMarked && <MatchBar q={q} matches={matches} highlight={highlight} expansions={expansions} />}
      <SidesHead documents={value.documents} />
      <ol class="sides">
        {rows.map((row, index) => (
          <Row
            key={row.passages.flat()[0]?.id}
            row={row}
            before={rows[index - 1]}
            documents={value.documents}
            expansions={expansions}
            place={place && row.passages.flat().some(({ id }) => id === place.id) ? place : undefined}
          />
        ))}
      </ol>
    </section>
  )
}

type MarkedRow = { passages: DocumentPassage[][]; last: (DocumentPassage | undefined)[] }

/** Rows with what is marked in their passages, each with the last passage of either side so far. */
function markedRows(rows: ParallelResponse['rows'], pages: readonly DocumentResponse[]): MarkedRow[] {
  const marked = new Map(pages.flatMap((page) => page.passages.map((passage) => [passage.id, passage])))
  let last: (DocumentPassage | undefined)[] = []
  return rows.map((row) => {
    const passages = row.passages.map((side) => side.map((passage) => marked.get(passage.id) ?? passage))
    last = passages.map((side, index) => side.at(-1) ?? last[index])
    return { passages, last }
  })
}

type RowProps = {
  row: MarkedRow
  before: MarkedRow | undefined
  documents: ParallelResponse['documents']
  expansions: readonly Expansion[]
  place: Matches['place']
}

function Row({ row, before, documents, expansions, place }: RowProps) {
  const { languages } = useWords(shownWords)
  return useMemo(
    () => (
      <li class="sides-row">
        {row.passages.map((passages, side) => {
          const { lang = 'und', id = '' } = documents[side] ?? {}
          return (
            <div key={id} class="side" lang={lang === 'und' ? '' : lang}>
              {passages.length > 0 && (
                <span class="side-language small soft">
                  {languages[lang as keyof typeof languages] ?? lang}
                </span>
              )}
              {passages.map((passage, index) => (
                <PassageText
                  key={passage.id}
                  passage={passage}
                  before={passages[index - 1] ?? before?.last[side]}
                  expansions={expansions}
                  current={place?.id === passage.id ? place.highlight : undefined}
                />
              ))}
            </div>
          )
        })}
      </li>
    ),
    [row, before, documents, expansions, place, languages],
  )
}

/** Which side is which. */
function SidesHead({ documents }: Pick<ParallelResponse, 'documents'>) {
  const { languages } = useWords(shownWords)
  return (
    <div class="sides-row sides-head">
      {documents.map((one) => (
        <p key={one.id} class="side">
          <span class="small soft">{languages[one.lang as keyof typeof languages] ?? one.lang}</span>
          <strong lang={languageOf(one)}>{one.title || one.path}</strong>
        </p>
      ))}
    </div>
  )
}

function TooLong({ document, beside }: { document: DocumentResponse; beside: string }) {
  const words = useWords(documentWords)
  const { search } = useNavigation().address
  const translation = document.translations.find(({ id }) => id === beside)
  return (
    <div class="notice" role="alert">
      <p>{words.tooLong}</p>
      <ul>
        {[document, ...(translation ? [translation] : [])].map((one) => (
          <li key={one.id} lang={languageOf(one)}>
            <Link to={{ view: { name: 'document', id: one.id }, search }}>{one.title || one.path}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

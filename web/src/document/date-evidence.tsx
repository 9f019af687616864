/** How the date of a document is known, for whoever asks. */
import type { DocumentResponse } from '@bifora/client'
import { useWords } from '../settings.tsx'
import { shownWords } from '../shown/words.ts'
import { languageOf } from './passage-text.tsx'
import { documentWords } from './words.ts'

/** What the date was read from, folded. */
export function DateEvidence({ document }: { document: DocumentResponse }) {
  const words = useWords(documentWords)
  const { basisHint } = useWords(shownWords)
  const { date, dateBasis, dateWords, dateEvidence } = document
  const basis =
    date === null || dateBasis === null
      ? words.dateNone
      : dateBasis === 'published'
        ? words.datePublished
        : basisHint[dateBasis]
  const quoted = dateEvidence ?? dateWords
  return (
    <details class="date-evidence small no-print">
      <summary>{words.dateHow}</summary>
      <div>
        <p>{basis}</p>
        {quoted !== null && (
          <>
            <p>{dateEvidence === null ? words.dateWords : words.dateLine}</p>
            <blockquote lang={languageOf(document)}>
              <Quoted line={quoted} words={dateWords ?? ''} />
            </blockquote>
          </>
        )}
      </div>
    </details>
  )
}

/** A line with the words that say the date set off. */
function Quoted({ line, words }: { line: string; words: string }) {
  const start = words === '' ? -1 : line.indexOf(words)
  if (start === -1) return <>{line}</>
  return (
    <>
      {line.slice(0, start)}
      <strong>{words}</strong>
      {line.slice(start + words.length)}
    </>
  )
}

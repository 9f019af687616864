/** A passage as it is read: headings that begin with it, the page that begins with it, its paragraphs. */
import type { DocumentPassage } from '@bifora/client'
import { useWords } from '../settings.tsx'
import { type Expansion, MarkedText } from '../shown/marked-text.tsx'
import { type Heading, headingsAt } from './headings.ts'
import { paragraphsOf } from './matches.ts'
import './passage-text.css'
import { documentWords } from './words.ts'

type PassageTextProps = {
  passage: DocumentPassage
  /** The one before it in its document. */
  before: DocumentPassage | undefined
  expansions: readonly Expansion[]
  /** Which of its highlights, from 0, the reader has gone to. */
  current: number | undefined
}

/** The passage. */
export function PassageText({ passage, before, expansions, current }: PassageTextProps) {
  return (
    <div class="passage-text" data-passage={passage.id} lang={languageOf(passage)}>
      {headingsAt(passage, before).map((heading) => (
        <TextHeading key={heading.id} heading={heading} />
      ))}
      {passage.page !== undefined && passage.page !== before?.page && <PageNumber number={passage.page} />}
      {paragraphsOf(passage).map(({ text, highlights, first }) => (
        <p key={first + text}>
          <MarkedText
            text={text}
            highlights={highlights}
            expansions={expansions}
            current={current === undefined ? undefined : current - first}
          />
        </p>
      ))}
    </div>
  )
}

/** What an element says of its language; empty where nobody knows. */
export function languageOf({ lang }: { lang: string }): string {
  return lang === 'und' ? '' : lang
}

/** The title of the document is the first level. */
const LEVELS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

function TextHeading({ heading: { id, text, depth } }: { heading: Heading }) {
  const Level = LEVELS[depth] ?? 'h6'
  return (
    <Level id={id} tabIndex={-1}>
      {text}
    </Level>
  )
}

function PageNumber({ number }: { number: number }) {
  const words = useWords(documentWords)
  return (
    <p class="page-number small soft">
      <span aria-hidden="true">{words.page(number)}</span>
      <span class="unseen">{words.pageLong(number)}</span>
    </p>
  )
}

/** Text with what matches marked: as it was written, or through another word, and then why. */
import type { Highlight, SearchResponse } from '@bifora/client'
import { useWords } from '../settings.tsx'
import { shownWords } from './words.ts'

/** What a search looked for besides the words of its query. */
export type Expansion = SearchResponse['expansions'][number]

type MarkedTextProps = {
  text: string
  /** In the order of the text, without overlaps. */
  highlights: readonly Highlight[]
  expansions: readonly Expansion[]
  /** Which of the highlights, from 0, the reader has gone to. */
  current?: number | undefined
}

/** The text, with its marks. */
export function MarkedText({ text, highlights, expansions, current }: MarkedTextProps) {
  const parts = []
  let at = 0
  for (const [index, { start, end, expansion: id }] of highlights.entries()) {
    parts.push(text.slice(at, start))
    const expansion = id === undefined ? undefined : expansions.find((one) => one.id === id)
    parts.push(
      <Mark key={start} text={text.slice(start, end)} expansion={expansion} isCurrent={index === current} />,
    )
    at = end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}

type MarkProps = { text: string; expansion: Expansion | undefined; isCurrent: boolean }

function Mark({ text, expansion, isCurrent }: MarkProps) {
  const why = useReason(expansion)
  const current = isCurrent ? 'true' : undefined
  if (expansion === undefined) return <mark aria-current={current}>{text}</mark>
  return (
    <mark class="through" title={why} aria-current={current}>
      {text}
    </mark>
  )
}

/** Why an expansion was looked for, in a sentence; undefined for none. */
export function useReason(expansion: Expansion | undefined): string | undefined {
  const words = useWords(shownWords)
  if (expansion === undefined) return undefined
  const { from, to, via, evidence } = expansion
  return words.reason(from, to, words.via[via], evidence)
}

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
}

/** The text, with its marks. */
export function MarkedText({ text, highlights, expansions }: MarkedTextProps) {
  const parts = []
  let at = 0
  for (const { start, end, expansion: id } of highlights) {
    parts.push(text.slice(at, start))
    const expansion = id === undefined ? undefined : expansions.find((one) => one.id === id)
    parts.push(<Mark key={start} text={text.slice(start, end)} expansion={expansion} />)
    at = end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}

function Mark({ text, expansion }: { text: string; expansion: Expansion | undefined }) {
  const why = useReason(expansion)
  if (expansion === undefined) return <mark>{text}</mark>
  return (
    <mark class="through" title={why}>
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

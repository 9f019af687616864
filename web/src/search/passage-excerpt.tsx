/** A passage of a result, cut to where it matches, with the heading and page it stands under. */
import type { SearchHit } from '@bifora/client'
import { useWords } from '../settings.tsx'
import { type Expansion, MarkedText } from '../shown/marked-text.tsx'
import { excerptOf } from './excerpt.ts'
import { searchWords } from './words.ts'

type Passage = NonNullable<SearchHit['passages']>[number]

type PassageExcerptProps = {
  passage: Passage
  /** Title of its document. */
  title: string
  expansions: readonly Expansion[]
}

const LENGTH = 320

/** The passage. */
export function PassageExcerpt({ passage, title, expansions }: PassageExcerptProps) {
  const words = useWords(searchWords)
  const { lang, text, page, highlights } = passage
  // Many documents have their title as their first heading.
  const heading = sameText(passage.heading[0], title) ? passage.heading.slice(1) : passage.heading
  const excerpt = excerptOf(text, highlights, LENGTH)
  const stands = [...heading, ...(page === undefined ? [] : [words.page(page)])]
  return (
    <div class="passage">
      {stands.length > 0 && <p class="passage-heading small">{stands.join(' › ')}</p>}
      <p lang={lang}>
        {excerpt.isCutBefore && '… '}
        <MarkedText text={excerpt.text} highlights={excerpt.highlights} expansions={expansions} />
        {excerpt.isCutAfter && ' …'}
      </p>
    </div>
  )
}

/** Whether two texts are the same, whichever apostrophes they have. */
function sameText(one: string | undefined, other: string): boolean {
  return one?.replaceAll('’', "'") === other.replaceAll('’', "'")
}

/** How many there are, their order, and where their words are looked for. */
import type { SearchResponse } from '@bifora/client'
import type { Search } from '../address.ts'
import { useWords } from '../settings.tsx'
import { useNarrow } from '../shown/use-narrow.ts'
import { FilterDialog } from './filter-dialog.tsx'
import { ScopeChoice, SortChoice } from './scope-and-sort.tsx'
import { ShareMenu } from './share-menu.tsx'
import { searchWords } from './words.ts'

type ControlsProps = {
  search: Search
  answer: SearchResponse | undefined
  total: string | undefined
  isSlow: boolean
}

/** The line above the results. Where there is no room, what narrows and orders them is behind one button. */
export function Controls({ search, answer, total, isSlow }: ControlsProps) {
  const words = useWords(searchWords)
  const isNarrow = useNarrow()
  return (
    <div class="controls no-print">
      {isNarrow && <FilterDialog search={search} answer={answer} total={total} />}
      <p class="total">{isSlow ? words.slow : total}</p>
      {!isNarrow && <ScopeChoice search={search} />}
      {!isNarrow && <SortChoice search={search} />}
      <ShareMenu search={search} />
    </div>
  )
}

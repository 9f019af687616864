/** What was made of a query: repaired words, translations, conditions that were eased. Each can be switched off. */
import { changed, type Search, toggled } from '../address.ts'
import { Link, useGo } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { type Expansion, useReason } from '../shown/marked-text.tsx'
import './understood.css'
import type { Found } from './use-search.ts'
import { searchWords } from './words.ts'

type UnderstoodProps = { search: Search; found: Found | undefined }

/** The lines above the results; nothing where there is nothing to say. */
export function Understood({ search, found }: UnderstoodProps) {
  const words = useWords(searchWords)
  const go = useGo()
  const { answer, expansions = [] } = found ?? {}
  const to = (change: Partial<Search>) => ({
    view: { name: 'search' as const },
    search: changed(search, change),
  })
  const isEased =
    search.words === undefined && answer?.query.matching.words === 'some' && answer.total.value > 0
  return (
    <div class={search.q ? 'understood query' : 'understood'}>
      {answer?.corrections.map(({ from, to: into }) => (
        <p key={from}>
          {words.instead(into, from)} <Link to={to({ exact: true })}>{words.asWritten}</Link>
        </p>
      ))}
      {isEased && (
        <p>
          {words.someWords} <Link to={to({ words: 'all' })}>{words.allWords}</Link>
        </p>
      )}
      {answer?.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      {expansions.length > 0 && (
        <div class="expansions">
          {/* The arrow says it, too. */}
          <span class="soft small unseen-on-phones" id="expansions-title">
            {words.alsoSearched}
          </span>
          <ul class="row" aria-labelledby="expansions-title">
            {expansions.map((expansion) => (
              <li key={expansion.id}>
                <ExpansionChip
                  expansion={expansion}
                  isOn={!search.without?.includes(expansion.id)}
                  toggle={() =>
                    go({ view: { name: 'search' }, search: toggled(search, 'without', expansion.id) })
                  }
                />
              </li>
            ))}
            <li>
              <Link class="small" to={{ view: { name: 'lexicon', word: search.q ?? '' }, search }}>
                {words.inLexicon}
              </Link>
            </li>
          </ul>
        </div>
      )}
    </div>
  )
}

type ExpansionChipProps = { expansion: Expansion; isOn: boolean; toggle: () => void }

function ExpansionChip({ expansion, isOn, toggle }: ExpansionChipProps) {
  const words = useWords(searchWords)
  const reason = useReason(expansion)
  return (
    <button
      type="button"
      class="chip expansion"
      aria-pressed={isOn}
      title={`${reason}. ${isOn ? words.switchOff : words.switchOn}.`}
      onClick={toggle}
    >
      <span>{expansion.from}</span>
      <span aria-hidden="true">→</span>
      <span lang={expansion.lang}>{expansion.to}</span>
      <span class="expansion-lang">{expansion.lang}</span>
    </button>
  )
}

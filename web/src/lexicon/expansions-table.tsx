/** What a search looks for besides a word: how much each counts, how it is known, and in how many documents it stands. */
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { numberFormat } from '../shown/formats.ts'
import { shownWords } from '../shown/words.ts'
import { pairOf } from './decisions.ts'
import { DocumentsLink, type ReadingOf } from './reading.tsx'
import type { Deciding } from './use-decide.ts'
import { lexiconWords } from './words.ts'

type ExpansionsTableProps = { terms: ReadingOf['terms']; decide: Deciding['decide'] | undefined }

/** The table, likeliest first. */
export function ExpansionsTable({ terms: { lang, expansions, words: asked }, decide }: ExpansionsTableProps) {
  const words = useWords(lexiconWords)
  return (
    <table class="lexicon-expansions stacked">
      <caption class="unseen">{words.expansions}</caption>
      <thead class="unseen-on-phones">
        <tr>
          {asked.length > 1 && <th scope="col">{words.form}</th>}
          <th scope="col">{words.to}</th>
          <th scope="col" title={words.weightHint}>
            {words.weight}
          </th>
          <th scope="col">{words.from}</th>
          <th scope="col" class="number">
            {words.documents}
          </th>
          {decide !== undefined && <th scope="col">{words.decide}</th>}
        </tr>
      </thead>
      <tbody>
        {expansions.map((expansion) => (
          <ExpansionRow
            key={expansion.id}
            from={lang}
            expansion={expansion}
            isOneOfSeveral={asked.length > 1}
            decide={decide}
          />
        ))}
      </tbody>
    </table>
  )
}

type ExpansionRowProps = {
  from: string
  expansion: ReadingOf['terms']['expansions'][number]
  isOneOfSeveral: boolean
  decide: Deciding['decide'] | undefined
}

function ExpansionRow({ from, expansion, isOneOfSeveral, decide }: ExpansionRowProps) {
  const words = useWords(lexiconWords)
  const { languages, via } = useWords(shownWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const { to, lang, weight, evidence, documents } = expansion
  const pair = pairOf(expansion.from, from, to, lang)
  const written = numberFormat(language, { maximumFractionDigits: 2 }).format(weight)
  return (
    <tr>
      {isOneOfSeveral && (
        <td data-label={words.form} lang={from}>
          {expansion.from}
        </td>
      )}
      <th scope="row">
        <Link to={{ view: { name: 'lexicon', word: to }, search }} lang={lang}>
          {to}
        </Link>{' '}
        <span class="soft small">{languages[lang as keyof typeof languages] ?? lang}</span>
      </th>
      <td data-label={words.weight}>
        <span class="weight">
          <meter class="weight-bar" aria-hidden="true" min={0} max={1} value={Math.min(1, weight)} />
          {written}
        </span>
      </td>
      <td data-label={words.from}>
        {via[expansion.via]}
        {evidence !== undefined && <span class="soft small evidence"> {evidence}</span>}
      </td>
      <td class="number" data-label={words.documents}>
        <DocumentsLink q={to} lang={lang} documents={documents} label={writtenNumber(documents, language)} />
      </td>
      {decide !== undefined && (
        <td>
          {pair !== undefined && expansion.via !== 'reference' && (
            <button
              type="button"
              class="plain-button"
              aria-label={words.ofPair(words.reject, pair.it, pair.en)}
              onClick={() => decide(pair, true)}
            >
              {words.reject}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

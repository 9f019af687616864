/** Topics by time, as windows of two lights: what one language lacks is dark. */
import type { CoverageResponse } from '@bifora/client'
import { useId, useState } from 'preact/hooks'
import { changed } from '../address.ts'
import { Link, useNavigation } from '../navigation.tsx'
import { type Language, useSettings, useWords } from '../settings.tsx'
import { writtenDate, writtenNumber } from '../shown/dates.ts'
import { dateFormat } from '../shown/formats.ts'
import { shownWords } from '../shown/words.ts'
import './grid-table.css'
import { type Counts, type Grid, height, type Order, ordered, type Row, SIDES } from './grid.ts'
import { cellSearch } from './narrowing.ts'
import { OrderField } from './order-field.tsx'
import { coverageWords } from './words.ts'

type GridTableProps = {
  grid: Grid
  topics: CoverageResponse['topics']
  order: Order
  setOrder: (order: Order) => void
}

/** The table. */
export function GridTable({ grid, topics, order, setOrder }: GridTableProps) {
  const words = useWords(coverageWords)
  const [isGapsOnly, setGapsOnly] = useState(false)
  const id = useId()
  const monthsOnly = (topic: string): number => topics.find((one) => one.id === topic)?.onlyIn.length ?? 0
  const hasUnknown = grid.rows.some(({ monthUnknown }) => monthUnknown.it + monthUnknown.en > 0)
  return (
    <section aria-labelledby={id} class="grid-section">
      <h2 id={id}>{words.gridTitle}</h2>
      <p class="soft small">{words.gridHint}</p>
      {grid.periods.length === 0 ? (
        <p>{words.noMonths}</p>
      ) : (
        <>
          <div class="grid-controls no-print">
            <OrderField order={order} setOrder={setOrder} />
            <label class="row">
              <input
                type="checkbox"
                checked={isGapsOnly}
                onChange={({ currentTarget }) => setGapsOnly(currentTarget.checked)}
              />
              {words.gapsOnly}
            </label>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too */}
          <section class="grid-scroll" aria-label={words.gridCaption} tabIndex={0}>
            <table class={isGapsOnly ? 'grid gaps-only' : 'grid'}>
              <caption class="unseen">{words.gridCaption}</caption>
              <GridHead grid={grid} hasUnknown={hasUnknown} />
              <tbody>
                {ordered(grid.rows, order, monthsOnly).map((row) => (
                  <GridRow key={row.id} row={row} grid={grid} hasUnknown={hasUnknown} />
                ))}
              </tbody>
            </table>
          </section>
          {hasUnknown && <p class="soft small">{words.monthUnknownHint}</p>}
        </>
      )}
    </section>
  )
}

function GridHead({ grid: { periods, interval }, hasUnknown }: { grid: Grid; hasUnknown: boolean }) {
  const words = useWords(coverageWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))]
  const yearLink = (year: string) => (
    <Link to={{ view: { name: 'coverage' }, search: changed(search, { from: year, to: year }) }}>{year}</Link>
  )
  return (
    <thead>
      {interval === 'month' && (
        <tr>
          <td />
          {years.map((year) => (
            <th key={year} scope="colgroup" colSpan={periods.filter((one) => one.startsWith(year)).length}>
              <span class="grid-year">{years.length === 1 ? year : yearLink(year)}</span>
            </th>
          ))}
          {hasUnknown && <td />}
        </tr>
      )}
      <tr>
        <th scope="col">{words.topic}</th>
        {periods.map((period) => (
          <th key={period} scope="col" class="grid-period">
            {interval === 'year' ? (
              yearLink(period)
            ) : (
              <abbr title={writtenDate(period, language)}>{shortMonth(period, language)}</abbr>
            )}
          </th>
        ))}
        {hasUnknown && (
          <th scope="col" class="grid-unknown">
            {words.monthUnknown}
          </th>
        )}
      </tr>
    </thead>
  )
}

function GridRow({ row, grid, hasUnknown }: { row: Row; grid: Grid; hasUnknown: boolean }) {
  const { languages } = useWords(shownWords)
  const { language } = useSettings()
  const written = (side: 'it' | 'en'): string =>
    `${languages[side]} ${writtenNumber(row.monthUnknown[side], language)}`
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {grid.periods.map((period, index) => (
        <td key={period}>
          <Window
            topic={row}
            period={period}
            counts={row.cells[index] ?? { it: 0, en: 0 }}
            most={grid.most}
          />
        </td>
      ))}
      {hasUnknown && (
        <td class="grid-unknown small">
          {SIDES.filter((side) => row.monthUnknown[side] > 0)
            .map(written)
            .join(', ')}
        </td>
      )}
    </tr>
  )
}

type WindowProps = { topic: Row; period: string; counts: Counts; most: number }

/** Both languages in one period. */
function Window({ topic, period, counts, most }: WindowProps) {
  const words = useWords(coverageWords)
  const { languages } = useWords(shownWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  if (counts.it + counts.en === 0) return <span class="window-none" aria-hidden="true" />
  const isGap = counts.it === 0 || counts.en === 0
  return (
    <span class={isGap ? 'window gap' : 'window'}>
      {SIDES.map((side) => {
        const count = counts[side]
        if (count === 0) {
          return (
            <span key={side} class="pane dark">
              <span class="unseen">{words.noCell(languages[side])}</span>
            </span>
          )
        }
        const written = writtenNumber(count, language)
        const name = words.cell(topic.label, writtenDate(period, language), languages[side], written, count)
        return (
          <Link
            key={side}
            class={`pane ${side}`}
            to={{
              view: { name: 'search' },
              search: cellSearch(search, { topic: topic.id, lang: side, period }),
            }}
            aria-label={name}
            title={name}
          >
            <span class="pane-light" style={{ blockSize: `${height(count, most) * 100}%` }} />
            <span class="pane-number">{written}</span>
          </Link>
        )
      })}
    </span>
  )
}

function shortMonth(month: string, language: Language): string {
  return dateFormat(language, { month: 'short', timeZone: 'UTC' }).format(new Date(month))
}

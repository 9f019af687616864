/** How many documents there were when, as bars to drag over. Who cannot drag has the fields of the period and a list. */
import type { SearchResponse } from '@bifora/client'
import { useRef, useState } from 'preact/hooks'
import { changed, type Search } from '../address.ts'
import { Link, useGo } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenDate, writtenNumber } from '../shown/dates.ts'
import './timeline.css'
import { bucketAt, type Histogram, periodOf, shortened } from './timeline-range.ts'
import { searchWords } from './words.ts'

const HEIGHT = 48

/** The bars. They have their room before there is an answer. */
export function Timeline({ search, answer }: { search: Search; answer: SearchResponse | undefined }) {
  const words = useWords(searchWords)
  const { language } = useSettings()
  const histogram = answer?.histogram
  const first = histogram?.buckets[0]
  const last = histogram?.buckets.at(-1)
  return (
    <figure class="timeline no-print" aria-label={words.timeline}>
      {histogram && first && last ? (
        <>
          <Bars search={search} histogram={histogram} />
          <figcaption>
            <span>{writtenDate(shortened(first).from, language)}</span>
            <span class="timeline-notes">
              {histogram.undated > 0 && (
                <span>{words.undated(writtenNumber(histogram.undated, language))}</span>
              )}
              {histogram.coarse > 0 && <span>{words.coarse(writtenNumber(histogram.coarse, language))}</span>}
              <PeriodList search={search} histogram={histogram} />
            </span>
            <span>{writtenDate(shortened(last).to, language)}</span>
          </figcaption>
        </>
      ) : (
        <div class="timeline-empty" />
      )}
    </figure>
  )
}

function Bars({ search, histogram: { buckets } }: { search: Search; histogram: Histogram }) {
  const go = useGo()
  const { language } = useSettings()
  const words = useWords(searchWords)
  const svg = useRef<SVGSVGElement>(null)
  const [drag, setDrag] = useState<{ start: number; end: number }>()
  const most = Math.max(1, ...buckets.map(({ count }) => count))
  // Few bars stay slender.
  const barWidth = Math.min(0.84, buckets.length / 28)
  const at = (event: PointerEvent): number => {
    const { left, width } = svg.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    return bucketAt((event.clientX - left) / width, buckets.length)
  }
  const finish = () => {
    const period = drag && periodOf(buckets, drag.start, drag.end)
    setDrag(undefined)
    if (period === undefined) return
    const { undated } = search
    const change = { ...shortened(period), undated: undated === 'only' ? undefined : undated }
    go({ view: { name: 'search' }, search: changed(search, change) })
  }
  const isWithin = (number: number): boolean =>
    drag !== undefined && number >= Math.min(drag.start, drag.end) && number <= Math.max(drag.start, drag.end)
  return (
    <svg
      ref={svg}
      class="timeline-bars"
      aria-hidden="true"
      viewBox={`0 0 ${buckets.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ start: at(event), end: at(event) })
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, end: at(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(undefined)}
    >
      {buckets.map(({ from, to, count, selected }, number) => {
        // Few beside many are still to be seen: the root of the count.
        const height = count === 0 ? 0 : Math.max(2, Math.sqrt(count / most) * HEIGHT)
        const isChosen = drag === undefined ? selected : isWithin(number)
        return (
          <g key={from} class={isChosen ? 'chosen' : ''}>
            <rect class="timeline-back" x={number} y={0} width={1} height={HEIGHT} />
            <rect
              class="timeline-bar"
              x={number + (1 - barWidth) / 2}
              y={HEIGHT - height}
              width={barWidth}
              height={height}
            />
            <title>
              {writtenDate(shortened({ from, to }).from, language)}: {writtenNumber(count, language)}.{' '}
              {words.timelineHint}
            </title>
          </g>
        )
      })}
    </svg>
  )
}

function PeriodList({ search, histogram }: { search: Search; histogram: Histogram }) {
  const words = useWords(searchWords)
  const { language } = useSettings()
  return (
    <details class="timeline-list">
      <summary>{words.asList}</summary>
      <ul>
        {histogram.buckets
          .filter(({ count }) => count > 0)
          .map((bucket) => {
            const period = shortened(bucket)
            return (
              <li key={bucket.from}>
                <Link
                  aria-current={bucket.selected ? 'true' : undefined}
                  to={{
                    view: { name: 'search' },
                    search: changed(search, { ...period, undated: undefined }),
                  }}
                >
                  {writtenDate(period.from, language)}
                </Link>{' '}
                <span class="soft">{writtenNumber(bucket.count, language)}</span>
              </li>
            )
          })}
      </ul>
    </details>
  )
}

/** The documents of this tab: how far each is, and what was understood of it. */
import { useId, useState } from 'preact/hooks'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { UploadItem } from './upload-item.tsx'
import type { Upload, Uploads } from './uploads.ts'
import { uploads } from './use-uploads.ts'
import { addWords } from './words.ts'

/** A folder may have thousands: so many are shown until all are asked for. */
const SHOWN = 100

const isDone = ({ state: { is } }: Upload): boolean => is === 'done' || is === 'removed'
const isFailed = ({ state: { is } }: Upload): boolean => is === 'failed'
const canBeRetried = ({ state, content }: Upload): boolean => state.is === 'failed' && content !== undefined

/** The list; nothing while it is empty. */
export function UploadList({ now: { all, held } }: { now: Uploads }) {
  const words = useWords(addWords)
  const { language } = useSettings()
  const [isAll, setAll] = useState(false)
  const id = useId()
  if (all.length === 0) return null
  const done = all.filter(isDone).length
  const failed = all.filter(isFailed).length
  const written = (count: number): string => writtenNumber(count, language)
  const retryable = all.filter(canBeRetried)
  const retryAll = (): void => {
    for (const { key, state } of retryable) {
      if (state.is === 'failed' && state.wasRemoving) uploads.remove(key)
      else uploads.retry(key)
    }
  }
  const shown = isAll ? all : all.slice(0, SHOWN)
  return (
    <section aria-labelledby={id} class="uploads">
      <h2 id={id}>{words.list}</h2>
      <div class="row">
        <p role="status">
          {words.summary(written(done), written(all.length))}
          {failed > 0 && `, ${words.failedSummary(written(failed))}`}
        </p>
        <progress class="uploads-progress" aria-label={words.list} max={all.length} value={done + failed} />
        {retryable.length > 1 && (
          <button type="button" class="button" onClick={retryAll}>
            {words.retryAll}
          </button>
        )}
        {done > 0 && (
          <button type="button" class="button" onClick={() => uploads.forget(isDone)}>
            {words.forget}
          </button>
        )}
      </div>
      <ul class="uploads-list">
        {shown.map((upload) => (
          <UploadItem key={upload.key} upload={upload} isHeld={held !== undefined} />
        ))}
      </ul>
      {shown.length < all.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {words.showAll(written(all.length))}
        </button>
      )}
    </section>
  )
}

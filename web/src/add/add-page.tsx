/** Adding documents: files are dropped or chosen, or a text is pasted; what the service is doing stands below. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { KeyPrompt } from '../shown/key-prompt.tsx'
import { ProblemNotice } from '../shown/problem.tsx'
import './add.css'
import { DropZone } from './drop-zone.tsx'
import type { Found } from './dropped.ts'
import { itemsOf } from './items.ts'
import { JobsTable } from './jobs-table.tsx'
import { PasteForm } from './paste-form.tsx'
import { UploadList } from './upload-list.tsx'
import { isBusy, isHolding } from './uploads.ts'
import { useJobs } from './use-jobs.ts'
import { uploads, useUploads } from './use-uploads.ts'
import { addWords } from './words.ts'

/** The view. */
export function AddPage() {
  const words = useWords(addWords)
  const { language } = useSettings()
  const now = useUploads()
  const jobs = useJobs(isBusy(now))
  const [hidden, setHidden] = useState(0)
  const refusal = now.held ?? (jobs.error !== undefined && isHolding(jobs.error) ? jobs.error : undefined)
  const isAllowed = useKept(jobs.value !== undefined && refusal === undefined)
  const add = (found: readonly Found[]): void => {
    const { items, hidden } = itemsOf(found, now.all)
    setHidden(hidden)
    uploads.add(items)
  }
  return (
    <div class="add">
      <h1>{words.title}</h1>
      <p class="soft">{words.intro}</p>
      {refusal !== undefined && <KeyPrompt type={refusal.type} />}
      {jobs.error !== undefined && refusal === undefined && (
        <ProblemNotice error={jobs.error} again={jobs.again} />
      )}
      {refusal === undefined && <DropZone add={add} isReady={isAllowed} />}
      {hidden > 0 && (
        <p class="soft small" role="status">
          {words.hidden(writtenNumber(hidden, language), hidden)}
        </p>
      )}
      {refusal === undefined && <PasteForm />}
      <UploadList now={now} />
      {jobs.value !== undefined && <JobsTable jobs={jobs.value} />}
    </div>
  )
}

/** Whether something has been so once. */
function useKept(is: boolean): boolean {
  const was = useRef(false)
  useEffect(() => {
    if (is) was.current = true
  }, [is])
  return is || was.current
}

/** What the service is doing and has done of late. */
import type { JobResponse, JobsResponse } from '@bifora/client'
import { useId } from 'preact/hooks'
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenNumber } from '../shown/dates.ts'
import { dateFormat } from '../shown/formats.ts'
import { writtenSeconds } from '../shown/sizes.ts'
import './jobs-table.css'
import { jobsWords } from './jobs-words.ts'
import { toldOf } from './problem-words.ts'
import { refusalWords } from './refusal-words.ts'
import { addWords } from './words.ts'

const TIME: Intl.DateTimeFormatOptions = { dateStyle: 'short', timeStyle: 'medium' }

/** The table, newest first. */
export function JobsTable({ jobs: { jobs, unfinished } }: { jobs: JobsResponse }) {
  const words = useWords(jobsWords)
  const { language } = useSettings()
  const id = useId()
  return (
    <section aria-labelledby={id} class="jobs">
      <h2 id={id}>{words.jobs}</h2>
      <p class="soft">
        {jobs.length === 0
          ? words.noJobs
          : unfinished > 0
            ? words.unfinished(writtenNumber(unfinished, language), unfinished)
            : ''}
      </p>
      {jobs.length > 0 && (
        <table class="jobs-table">
          <caption class="unseen">{words.jobsCaption}</caption>
          <thead class="unseen-on-phones">
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.status}</th>
              <th scope="col">{words.result}</th>
              <th scope="col">{words.when}</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function JobRow({ job }: { job: JobResponse }) {
  const words = useWords(jobsWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const { kind, status, document, place, createdAt } = job
  const isThere = document !== null && status === 'done' && kind !== 'delete'
  const time = dateFormat(language, TIME).format(new Date(createdAt))
  return (
    <tr>
      <td class="job-what" data-label={words.what}>
        {words.kinds[kind]}{' '}
        {isThere ? (
          <Link to={{ view: { name: 'document', id: document }, search }}>{document}</Link>
        ) : (
          <strong>{document ?? place}</strong>
        )}
      </td>
      <td data-label={words.status}>
        <span class={`job-status ${status}`}>{words.statuses[status]}</span>
        {status === 'running' && <JobProgress job={job} />}
      </td>
      <td data-label={words.result}>
        <JobResult job={job} />
      </td>
      <td class="job-when soft small" data-label={words.when}>
        <time dateTime={createdAt}>{time}</time>
      </td>
    </tr>
  )
}

function JobProgress({ job: { progress, document, place } }: { job: JobResponse }) {
  const words = useWords(jobsWords)
  const { ofDocument } = useWords(addWords)
  const { language } = useSettings()
  const written = (count: number): string => writtenNumber(count, language)
  const { documents, of } = progress
  return (
    <>
      <progress
        class="job-progress"
        aria-label={ofDocument(words.statuses.running, document ?? place ?? '')}
        {...(of === null ? {} : { max: Math.max(1, of), value: documents })}
      />
      <span class="soft small">
        {words.progress(written(documents), of === null ? undefined : written(of))}
      </span>
    </>
  )
}

function JobResult({ job: { did, summary, problem, warnings } }: { job: JobResponse }) {
  const words = useWords(addWords)
  const refusals = useWords(refusalWords)
  if (problem !== null) {
    const { title, said } = toldOf(problem, refusals)
    return (
      <>
        {title}
        {said !== undefined && (
          <p class="soft small" lang="en">
            {said}
          </p>
        )}
      </>
    )
  }
  return (
    <>
      {did !== null && words.dids[did]}
      {summary !== null && <Summary summary={summary} />}
      {warnings.length > 0 && (
        <details class="job-more">
          <summary>{words.warnings}</summary>
          <ul class="small" lang="en">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Summary({ summary }: { summary: NonNullable<JobResponse['summary']> }) {
  const words = useWords(jobsWords)
  const { language } = useSettings()
  const written = (count: number): string => writtenNumber(count, language)
  const { skipped, tookMs } = summary
  const counts = (['added', 'changed', 'removed', 'unchanged'] as const).filter((name) => summary[name] > 0)
  return (
    <>
      {counts.map((name) => words.counts[name](written(summary[name]))).join(', ')}
      <span class="soft small"> {words.took(writtenSeconds(tookMs, language))}</span>
      {skipped.files > 0 && (
        <details class="job-more">
          <summary>{words.skipped(written(skipped.files), skipped.files)}</summary>
          <ul class="small" lang="en">
            {skipped.reasons.map(({ format, reason, files, examples }) => (
              <li key={`${format} ${reason}`}>
                {words.skippedFor(written(files), format === undefined ? reason : `${format}, ${reason}`)}
                {examples.length > 0 && <span class="soft job-examples"> {examples.join(', ')}</span>}
              </li>
            ))}
            {skipped.others > 0 && <li lang={language}>{words.skippedOthers(written(skipped.others))}</li>}
          </ul>
        </details>
      )}
    </>
  )
}

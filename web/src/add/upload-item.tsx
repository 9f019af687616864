/** One document on its way, and what was understood of it when it is there. */
import type { DocumentResponse } from '@bifora/client'
import { Link, useNavigation } from '../navigation.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { writtenDate, writtenNumber } from '../shown/dates.ts'
import { writtenSize } from '../shown/sizes.ts'
import { shownWords } from '../shown/words.ts'
import { anotherId } from './ids.ts'
import { toldOf } from './problem-words.ts'
import { refusalWords } from './refusal-words.ts'
import type { Upload } from './uploads.ts'
import { uploads } from './use-uploads.ts'
import { addWords } from './words.ts'

/** The document. */
export function UploadItem({ upload, isHeld }: { upload: Upload; isHeld: boolean }) {
  const words = useWords(addWords)
  const { language } = useSettings()
  const { name, sizeBytes, state } = upload
  const isUnderWay = state.is === 'sending' || state.is === 'indexing' || state.is === 'removing'
  return (
    <li class={`upload ${state.is}`}>
      <p class="upload-head">
        <span class="upload-name">{name}</span>
        <span class="soft small">{writtenSize(sizeBytes, language)}</span>
        <span class="upload-state">
          {state.is === 'waiting' && isHeld
            ? words.states.held
            : state.is === 'done' && state.did !== null
              ? words.dids[state.did]
              : words.states[state.is]}
        </span>
        {isUnderWay && <UploadProgress upload={upload} />}
      </p>
      {state.is === 'done' && <Understood document={state.document} warnings={state.warnings} />}
      {state.is === 'there' && <p>{words.there(upload.id)}</p>}
      {state.is === 'failed' && <Failure upload={upload} />}
      <UploadActions upload={upload} />
    </li>
  )
}

function UploadProgress({ upload: { name, state } }: { upload: Upload }) {
  const words = useWords(addWords)
  const { language } = useSettings()
  const passages = state.is === 'indexing' ? state.progress.passages : 0
  return (
    <>
      <progress class="upload-progress" aria-label={words.ofDocument(words.states[state.is], name)} />
      {passages > 0 && <span class="soft small">{words.passages(writtenNumber(passages, language))}</span>}
    </>
  )
}

function Understood({ document, warnings }: { document: DocumentResponse; warnings: readonly string[] }) {
  const words = useWords(addWords)
  const { languages } = useWords(shownWords)
  const { language } = useSettings()
  const { search } = useNavigation().address
  const { id, title, lang, date, dateBasis, dateWords, topics } = document
  return (
    <>
      <p>
        <Link to={{ view: { name: 'document', id }, search }} lang={lang}>
          {title || id}
        </Link>
      </p>
      <p class="soft small upload-facts">
        <span class={`language-name ${lang}`}>{languages[lang as keyof typeof languages] ?? lang}</span>
        <span>
          {date === null ? (
            words.undated
          ) : (
            <>
              <time dateTime={date}>{writtenDate(date, language)}</time>
              {dateBasis !== null &&
                ` (${words.dateBasis[dateBasis]}${dateWords === null ? '' : `, ${words.dateFrom(dateWords)}`})`}
            </>
          )}
        </span>
        <span>{topics.length === 0 ? words.noTopics : topics.map(({ label }) => label).join(', ')}</span>
      </p>
      {warnings.length > 0 && (
        <div class="notice small">
          <p>{words.warnings}</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning} lang="en">
                {warning}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Failure({ upload: { state } }: { upload: Upload }) {
  const words = useWords(refusalWords)
  if (state.is !== 'failed') return null
  const { title, hint, said } = toldOf(state.problem, words)
  return (
    <div class="notice bad small">
      <p>
        <strong>{title}.</strong> {hint}
      </p>
      {said !== undefined && (
        <p class="soft">
          {words.serviceSays} {said}
        </p>
      )}
    </div>
  )
}

function UploadActions({ upload: { key, id, name, state, content } }: { upload: Upload }) {
  const words = useWords(addWords)
  const action = (label: string, act: () => void) => (
    <button type="button" class="plain-button" aria-label={words.ofDocument(label, name)} onClick={act}>
      {label}
    </button>
  )
  if (state.is === 'there') {
    return (
      <p class="row upload-actions">
        {action(words.replace, () => uploads.retry(key, { replace: true }))}
        {action(words.keepBoth, () => uploads.retry(key, { id: anotherId(id, Date.now()) }))}
      </p>
    )
  }
  if (state.is === 'done') {
    return <p class="row upload-actions">{action(words.remove, () => uploads.remove(key))}</p>
  }
  if (state.is !== 'failed' || content === undefined) return null
  const again = state.wasRemoving ? () => uploads.remove(key) : () => uploads.retry(key)
  return <p class="row upload-actions">{action(words.retry, again)}</p>
}

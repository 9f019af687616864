/** What stands where an answer was to stand, when none came. */
import type { BiforaError } from '@bifora/client'
import { useWords } from '../settings.tsx'
import { shownWords } from './words.ts'

/** The problem in the service's words or ours, and a way on. */
export function ProblemNotice({ error, again }: { error: BiforaError; again: () => void }) {
  const words = useWords(shownWords)
  const isOffline = error.type === '#no-answer' || error.type === '#timeout'
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{isOffline ? words.offline : error.title}</strong>
      </p>
      <p>{isOffline ? words.offlineHint : error.status === 401 ? words.needsKey : error.detail}</p>
      {error.errors?.map(({ parameter, detail }) => (
        <p key={parameter}>
          {parameter}: {detail}
        </p>
      ))}
      {error.requestId !== undefined && (
        <p class="soft small">
          {words.request} {error.requestId}
        </p>
      )}
      <p>
        <button type="button" class="button" onClick={again}>
          {words.again}
        </button>
      </p>
    </div>
  )
}

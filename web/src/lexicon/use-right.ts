/** Whether one may write, so that it is known before somebody tries. */
import { useAnswer } from '../api.tsx'
import { useSettings } from '../settings.tsx'

/** `type` of the problem that stands against writing; `mayWrite` is false while that is not known yet. */
export type Right = { mayWrite: boolean; refusal: string | undefined }

/**
 * The right to write. Without a key nobody has it but programs on the machine of the service, so others are not asked
 * for.
 */
export function useRight(): Right {
  const { key } = useSettings()
  const isWorthAsking = key !== '' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname)
  // Only who may write may look at jobs.
  const { value, error, isLoading } = useAnswer(
    `right ${isWorthAsking}`,
    isWorthAsking ? (client, signal) => client.jobs({ size: 1 }, { signal }) : undefined,
  )
  if (!isWorthAsking) return { mayWrite: false, refusal: '/problems/key-missing' }
  return { mayWrite: value !== undefined && error === undefined && !isLoading, refusal: error?.type }
}

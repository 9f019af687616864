/** The one error of this client. */
import type { components } from './openapi.ts'

type Problem = components['schemas']['Problem']
type ParameterError = components['schemas']['ParameterError']

/** Kinds of errors that are not the service's own: nothing answered, not in time, something else than Bifora did, or a
 * filter of InstantSearch has no counterpart. */
export type ClientProblemType = '#no-answer' | '#timeout' | '#not-bifora' | '#unsupported'

/**
 * Why there is no answer: what the service said (problem details, RFC 9457), or, with a `type` that begins with `#`, why
 * nothing was heard of it. The message is `detail`. Where a signal aborts a call, its reason is thrown instead.
 */
export class BiforaError extends Error {
  override readonly name = 'BiforaError'
  /** Kind of problem, as a relative URI that stays the same, such as `/problems/invalid-parameter`. */
  readonly type: string
  /** The kind in words. */
  readonly title: string
  /** HTTP status; 0 if there was no answer. */
  readonly status: number
  /** What happened this time, and what to do. */
  readonly detail: string
  /** What the log of the service knows the request by, if it got there. */
  readonly requestId: string | undefined
  /** For bad parameters: one entry each. */
  readonly errors: readonly ParameterError[]
  /** How long the service asked to be left alone, in milliseconds, if it did. */
  readonly retryAfterMs: number | undefined

  constructor(
    problem: Omit<Problem, 'requestId'> & { requestId?: string | undefined },
    { retryAfterMs, ...options }: ErrorOptions & { retryAfterMs?: number | undefined } = {},
  ) {
    super(problem.detail, options)
    this.retryAfterMs = retryAfterMs
    this.type = problem.type
    this.title = problem.title
    this.status = problem.status
    this.detail = problem.detail
    this.requestId = problem.requestId
    this.errors = problem.errors ?? []
  }
}

/** An error that this client found out by itself. */
export function clientError(
  type: ClientProblemType,
  title: string,
  { detail, status = 0, ...options }: { detail: string; status?: number } & ErrorOptions,
): BiforaError {
  return new BiforaError({ type, title, status, detail }, options)
}

/** The error that an answer is, whatever sent it: a proxy may have. */
export async function errorOf(answer: Response): Promise<BiforaError> {
  const problem = parsed(await answer.text())
  const options = { retryAfterMs: retryAfterMsOf(answer.headers.get('retry-after')) }
  if (typeof problem?.detail === 'string' && typeof problem.type === 'string') {
    return new BiforaError(problem as Problem, options)
  }
  const detail = `${withoutQuery(answer.url)} answers with the status ${answer.status}, and not as Bifora does. Check the address, and whether the service behind it runs.`
  const title = answer.statusText || 'Error'
  return new BiforaError({ type: '#not-bifora', title, status: answer.status, detail }, options)
}

/** `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. */
function retryAfterMsOf(value: string | null): number | undefined {
  if (value === null) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

/** An address as it may stand in a message: without what was looked for. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

function parsed(text: string): Partial<Problem> | null | undefined {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no problem of Bifora's; the caller says so.
    return undefined
  }
}

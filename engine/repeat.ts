/**
 * What to do about a connection that broke under a request: one that only reads is repeated, and of any other it is
 * said why.
 */
import { DecoratorHandler, type Dispatcher } from 'undici'
import { pause } from './embedded/enter.ts'

/** Codes of errors that say that the other side is gone, rather than slow or unwilling. */
const GONE = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']
/** A process that is being killed takes connections for a moment, so one repetition may break, too. */
const MAX_REPETITIONS = 4
const REPEAT_AFTER_MS = 100

/** Makes a call that only reads, again if its connection breaks. */
export async function repeatedly<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (let repetitions = 0; ; repetitions += 1) {
    try {
      return await read()
    } catch (error) {
      if (!isBroken(error) || repetitions === MAX_REPETITIONS) throw error
      await pause(REPEAT_AFTER_MS, signal)
    }
  }
}

/**
 * An interceptor for a dispatcher of undici: repeats a GET whose connection broke before anything was answered, and
 * puts what `explain` gives, if anything, in the place of an error.
 */
export function repeatReads(
  explain: () => Promise<Error | undefined>,
): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    // The `fetch` of older Node.js speaks to handlers in another way; this one speaks both.
    const outer: Dispatcher.DispatchHandler = new DecoratorHandler(handler)
    let repetitionsLeft = options.method === 'GET' ? MAX_REPETITIONS : 0
    const attempt: Dispatcher.DispatchHandler = {
      onRequestStart: (controller, context) => outer.onRequestStart?.(controller, context),
      onResponseStart: (controller, status, headers, message) => {
        repetitionsLeft = 0
        outer.onResponseStart?.(controller, status, headers, message)
      },
      onResponseData: (controller, chunk) => outer.onResponseData?.(controller, chunk),
      onResponseEnd: (controller, trailers) => outer.onResponseEnd?.(controller, trailers),
      onResponseError: (controller, error) => {
        if (repetitionsLeft > 0 && isBroken(error)) {
          repetitionsLeft -= 1
          setTimeout(() => dispatch(options, attempt), REPEAT_AFTER_MS)
          return
        }
        const fail = (reason: Error): void => outer.onResponseError?.(controller, reason)
        explain().then(
          (better) => fail(better ?? error),
          () => fail(error),
        )
      },
    }
    return dispatch(options, attempt)
  }
}

/** Whether an error, or what it came of, says that a connection broke. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return GONE.includes(String((error as NodeJS.ErrnoException).code)) || isBroken(error.cause)
}

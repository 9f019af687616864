/**
 * What to do about a connection that broke under a request: one that only reads is made once more, and of any other
 * it is said why.
 */
import { DecoratorHandler, type Dispatcher } from 'undici'

/** Codes of errors that say that the other side is gone, rather than slow or unwilling. */
const GONE = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']

/** Whether an error, or what it came of, says that a connection broke. */
export function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return GONE.includes(String((error as NodeJS.ErrnoException).code)) || isBroken(error.cause)
}

/**
 * An interceptor for a dispatcher of undici: repeats a GET whose connection broke before anything was answered, once,
 * and puts what `explain` gives, if anything, in the place of an error.
 */
export function onceMore(explain: () => Promise<Error | undefined>): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    // The `fetch` of older Node.js speaks to handlers in another way; this one speaks both.
    const outer: Dispatcher.DispatchHandler = new DecoratorHandler(handler)
    let isRepeatable = options.method === 'GET'
    const attempt: Dispatcher.DispatchHandler = {
      onRequestStart: (controller, context) => outer.onRequestStart?.(controller, context),
      onResponseStart: (controller, status, headers, message) => {
        isRepeatable = false
        outer.onResponseStart?.(controller, status, headers, message)
      },
      onResponseData: (controller, chunk) => outer.onResponseData?.(controller, chunk),
      onResponseEnd: (controller, trailers) => outer.onResponseEnd?.(controller, trailers),
      onResponseError: (controller, error) => {
        if (isRepeatable && isBroken(error)) {
          isRepeatable = false
          dispatch(options, attempt)
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

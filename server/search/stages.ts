/** The stages of a search, for whoever wants to know how long each takes. */

/**
 * `understand`: words, phrases, corrections and what they mean, the bridge included. `bridge`: translations and variants
 * of the words. `retrieve`: what counts as a match, and candidates. `rank`: ranking, grouping, counts, and reading what the
 * page shows. `present`: the answer in the words of the API.
 */
export type Stage = 'understand' | 'bridge' | 'retrieve' | 'rank' | 'present'

/** Does the work of a stage, and gives what it gives. */
export type AtStage = <T>(stage: Stage, work: () => T) => T

/** Nobody wants to know. */
export const unmeasured: AtStage = (_stage, work) => work()

/** Tells `observe` how many seconds a stage took, once it has come to an end; of one that fails nothing is told. */
export function measuredStages(observe: (stage: Stage, seconds: number) => void): AtStage {
  return (stage, work) => {
    const startedMs = performance.now()
    const end = () => observe(stage, (performance.now() - startedMs) / 1000)
    const result = work()
    // Whoever waits for it hears of what fails; here it only means that there is nothing to tell.
    if (result instanceof Promise) result.then(end, () => {})
    else end()
    return result
  }
}

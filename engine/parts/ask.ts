/**
 * Asking several parts side by side. One that does not answer, or falls behind, is an error, or left out where the answer
 * may be without it.
 */
import { isUnavailable } from '../errors.ts'
import type { Read } from '../read-connections.ts'

/** How parts are asked. */
export type PartsToAsk = {
  /** Reads from one part, by number. */
  readPart: (part: number, ...call: Parameters<Read>) => Promise<unknown>
  /** Whether a part is left out without being asked. */
  isOut: (part: number) => boolean
  /** Is told of each part that did not answer in time. */
  onSilent: (part: number) => void
  /** How far behind the others a part may be, in milliseconds. */
  deadlineMs: number
}

/** Asks some parts the same path, each with a body of its own. Gives answers by number. */
export type AskParts = <T>(
  numbers: readonly number[],
  path: string,
  bodyOf: (part: number) => object,
  signal: AbortSignal | undefined,
  isUrgent: boolean | undefined,
) => Promise<Map<number, T>>

/**
 * Makes what asks parts.
 *
 * @param onMissing allows that parts do not answer: is called with the number of each that the answers are without.
 * Default: an error.
 * @throws {EngineError} from what is made: `ENGINE_UNAVAILABLE` if a part does not answer that may not be missing
 */
export function askingParts(parts: PartsToAsk, onMissing?: (part: number) => void): AskParts {
  const { readPart } = parts
  return async <T>(
    numbers: readonly number[],
    path: string,
    bodyOf: (part: number) => object,
    signal: AbortSignal | undefined,
    isUrgent: boolean | undefined,
  ): Promise<Map<number, T>> => {
    if (onMissing === undefined) {
      const answers = await Promise.all(
        numbers.map(
          async (part) => [part, await readPart(part, path, bodyOf(part), signal, isUrgent)] as const,
        ),
      )
      return new Map(answers) as Map<number, T>
    }
    const asked = numbers.filter((part) => !parts.isOut(part))
    for (const part of numbers) if (parts.isOut(part)) onMissing(part)
    const race = createRace(asked.length, partsAskedAlone(numbers, asked) ? undefined : parts.deadlineMs)
    const answers = new Map<number, T>()
    await Promise.all(
      asked.map(async (part) => {
        const until = signal === undefined ? race.signal : AbortSignal.any([signal, race.signal])
        try {
          answers.set(part, (await readPart(part, path, bodyOf(part), until, isUrgent)) as T)
          race.onAnswer()
        } catch (error) {
          signal?.throwIfAborted()
          if (!race.signal.aborted && !isUnavailable(error)) throw error
          parts.onSilent(part)
          onMissing(part)
        }
      }),
    ).finally(race.end)
    return answers
  }
}

/** Whether nobody but the one part that is asked can answer: then it takes the time that it takes. */
function partsAskedAlone(numbers: readonly number[], asked: readonly number[]): boolean {
  return asked.length === 1 && numbers.length > 1
}

/**
 * How long several wait for each other: whoever has not answered `deadlineMs` after the first is given up. Of one alone
 * the time counts from the beginning; without a deadline nobody is given up.
 */
function createRace(
  runners: number,
  deadlineMs: number | undefined,
): { signal: AbortSignal; onAnswer: () => void; end: () => void } {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const begin = (): void => {
    if (deadlineMs === undefined) return
    timer ??= setTimeout(() => controller.abort(new Error(`no answer in ${deadlineMs} ms`)), deadlineMs)
  }
  if (runners === 1) begin()
  return { signal: controller.signal, onAnswer: begin, end: () => clearTimeout(timer) }
}

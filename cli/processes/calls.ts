/** Questions and answers between two processes that can send each other messages. */

/** What may be asked, by name: what goes along, and what comes back. */
export type Questions = Record<string, { given: unknown; answer: unknown }>

/** How the questions of the other process are answered. */
export type Answers<Q extends Questions> = {
  [Name in keyof Q]: (given: Q[Name]['given']) => Promise<Q[Name]['answer']>
}

/** One end of the way between two processes. */
export type Calls<Q extends Questions> = {
  /**
   * Asks the other process.
   *
   * @throws {Error} if it fails there, or there is no answer in time or ever
   */
  ask: <Name extends keyof Q & string>(
    name: Name,
    given: Q[Name]['given'],
    timeoutMs: number,
  ) => Promise<Q[Name]['answer']>
  /** Takes a message of the other process, if it is one of these. */
  take: (message: unknown) => void
  /** Gives up what is asked: the other process has ended. */
  end: () => void
}

type Question = { question: number; name: string; given: unknown }
type Answer = { answer: number; is?: unknown; failed?: string }

/**
 * @param send sends a message to the other process; what it cannot send is lost
 * @param answers to what the other process asks
 */
export function createCalls<Asked extends Questions, Answered extends Questions>(
  send: (message: Question | Answer) => void,
  answers: Answers<Answered>,
): Calls<Asked> {
  const open = new Map<number, { resolve: (is: unknown) => void; reject: (error: Error) => void }>()
  let last = 0

  const answer = async ({ question, name, given }: Question): Promise<void> => {
    try {
      send({ answer: question, is: await answers[name]?.(given) })
    } catch (error) {
      send({ answer: question, failed: String(error) })
    }
  }
  return {
    ask: (name, given, timeoutMs) => {
      last += 1
      const question = last
      return new Promise((resolve, reject) => {
        const fail = (): void =>
          open.get(question)?.reject(new Error(`no answer to "${name}" in ${timeoutMs} ms`))
        const timer = setTimeout(fail, timeoutMs)
        const end = (): void => {
          clearTimeout(timer)
          open.delete(question)
        }
        open.set(question, {
          resolve: (is) => {
            end()
            resolve(is)
          },
          reject: (error) => {
            end()
            reject(error)
          },
        })
        send({ question, name, given })
      })
    },
    take: (message) => {
      if (isQuestion(message)) void answer(message)
      else if (isAnswer(message)) {
        const asked = open.get(message.answer)
        if (message.failed === undefined) asked?.resolve(message.is)
        else asked?.reject(new Error(message.failed))
      }
    },
    end: () => {
      for (const { reject } of [...open.values()]) reject(new Error('the other process has ended'))
    },
  }
}

function isQuestion(message: unknown): message is Question {
  return typeof message === 'object' && message !== null && 'question' in message
}

function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'answer' in message
}

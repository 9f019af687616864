/** What describing looked at and did not take, with the reason: for people who ask why. */

/** Notes what is not taken. */
export type Reject = (what: string, reason: string) => void

const MAX_REJECTED = 20
const MAX_LENGTH = 80

/** A list of at most twenty sentences, each once, and what adds to it. */
export function createRejected(): { reject: Reject; rejected: string[] } {
  const rejected: string[] = []
  const reject: Reject = (what, reason) => {
    if (rejected.length >= MAX_REJECTED) return
    const words = what.replace(/\s+/g, ' ').trim()
    const sentence = `${reason}: "${words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH)}…` : words}"`
    if (!rejected.includes(sentence)) rejected.push(sentence)
  }
  return { reject, rejected }
}

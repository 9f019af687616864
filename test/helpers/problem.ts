/** Whether the body of an error is a problem (RFC 9457) that tells enough and gives nothing of the inside away. */
import { tmpdir } from 'node:os'
import type { Test } from 'tap'
import type { Problem } from '../../server/schemas/common.ts'

/** Words that only the inside knows: the engine's, paths of this machine, lines of a stack. */
const INSIDE = [
  /meili/i,
  /index_not_found|invalid_search|errorCode/,
  /node_modules/,
  /\.ts\b/,
  /\n\s*at /,
  /127\.0\.0\.1/,
]

/** An error as it was answered. */
export type ErrorAnswer = { status: number; type: string; body: string }

/** Checks that an answer is a problem of this status, and returns it. */
export function checkProblem(
  t: Test,
  { status, type, body }: ErrorAnswer,
  want: number,
  why: string,
): Problem {
  t.equal(status, want, `${why}: the status`)
  t.equal(type.split(';')[0], 'application/problem+json', `${why}: the type`)
  const problem: Problem = JSON.parse(body)
  t.equal(problem.status, status, `${why}: the body says the same`)
  t.match(problem.type, /^\/problems\/[a-z-]+$/, `${why}: the kind`)
  t.match(problem.requestId, /^[0-9a-f-]{36}$/, `${why}: the id to find it by`)
  t.ok(problem.title.length > 0 && problem.detail.length > 10, `${why}: in words`)
  for (const word of [...INSIDE, process.cwd(), tmpdir()]) {
    const isFound = typeof word === 'string' ? body.includes(word) : word.test(body)
    t.notOk(isFound, `${why}: nothing of ${word}`)
  }
  return problem
}

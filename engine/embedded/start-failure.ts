/**
 * Why an engine process ended before it was ready, in words that say what to do. What the engine itself
 * printed, which speaks of page tables and version files, is kept as `cause`.
 */

import { EngineError, type EngineErrorCode } from '../errors.ts'
import { neededDiskBytes } from './data-dir.ts'

/** How an engine process ended. */
export interface EngineExit {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last lines it printed, oldest first. */
  readonly lastLines: readonly string[]
}

/** What was started, for the words of the error. */
export interface StartAttempt {
  readonly binary: string
  readonly dataDir: string
  readonly database: string
  /** Free bytes on the disk of the data after the process ended. */
  readonly freeBytes: number
}

interface Reading {
  readonly when: (exit: EngineExit, said: string, attempt: StartAttempt) => boolean
  readonly say: (attempt: StartAttempt, said: string) => string
  readonly code?: EngineErrorCode
}

const rebuild = ({ database }: StartAttempt) =>
  `move ${database} away, start again, and index your documents again: all of it was made from them.`

const readings: readonly Reading[] = [
  {
    when: (_, said) => said.includes('incompatible with your current engine version'),
    say: (attempt, said) => {
      const [data, engine] = [...said.matchAll(/version \(([\d.]+)\)/g)].map((match) => match[1])
      return (
        `the data in ${attempt.database} was written by Meilisearch ${data}, and this is ${engine}. ` +
        `Set MEILI_BIN to Meilisearch ${data}. Or ${rebuild(attempt)}`
      )
    },
  },
  {
    code: 'DATA_DAMAGED',
    when: (_, said) => /version file is corrupted|failed to infer the version|valid UTF-8/i.test(said),
    say: (attempt) =>
      `the file ${attempt.database}/VERSION is damaged or missing. To rebuild the data, ${rebuild(attempt)}`,
  },
  {
    // A full disk shows as SIGBUS too: the data files are mapped into memory.
    when: (exit, said, { freeBytes }) =>
      /os error (28|122)\b/.test(said) || (exit.signal === 'SIGBUS' && freeBytes < neededDiskBytes),
    say: ({ dataDir }) => `the disk that holds ${dataDir} is full. Make room and start again.`,
    code: 'DISK_FULL',
  },
  {
    // 101 is how it ends when it meets what cannot be.
    code: 'DATA_DAMAGED',
    when: (exit, said) =>
      said.includes('MDB_') || exit.signal === 'SIGBUS' || exit.signal === 'SIGSEGV' || exit.code === 101,
    say: (attempt) => `the data in ${attempt.database} is damaged. To rebuild it, ${rebuild(attempt)}`,
  },
  {
    when: (_, said) => said.includes('GLIBC_'),
    say: ({ binary }) =>
      `${binary} needs a newer GNU C library than this system has. Set MEILI_BIN to a Meilisearch made for it.`,
  },
  {
    when: (exit) => exit.code === 126,
    say: ({ binary, dataDir }) =>
      `the system refuses to execute ${binary}. Most often its disk is mounted with "noexec" ` +
      `(findmnt -T ${dataDir} shows it), or the file is for another kind of machine. Set DATA_DIR to a ` +
      'directory on another disk, or MEILI_BIN to a Meilisearch that runs here.',
  },
  {
    when: (exit) => exit.code === 127,
    say: ({ binary }) => `${binary} is not there any more, or a library that it needs. Start again.`,
  },
  {
    when: (_, said) => /os error 13\b|permission denied/i.test(said),
    say: ({ dataDir }) =>
      `something in ${dataDir} may not be read or written by this user (uid ${process.getuid?.()}). ` +
      'Make this user the owner of everything in it (chown -R).',
  },
  {
    when: (_, said) => /unexpected argument|invalid value .* for|unrecognized option/.test(said),
    say: ({ binary }) =>
      `${binary} does not know an option that Bifora starts it with. Set MEILI_BIN to a Meilisearch 1.21.`,
  },
  {
    when: (exit) => exit.signal === 'SIGKILL',
    say: () =>
      'it was killed from outside, most often for want of memory. Give this machine or container more of it.',
  },
]

/** Makes the error for an engine that ended by itself before it was ready. */
export function startFailure(exit: EngineExit, attempt: StartAttempt): EngineError {
  const said = exit.lastLines.join('\n')
  const reading = readings.find(({ when }) => when(exit, said, attempt))
  const why =
    reading?.say(attempt, said) ??
    `it ended (${describeExit(exit)}) without a reason that Bifora knows. Its last lines are in the log. ` +
      `Make sure that ${attempt.binary} is Meilisearch 1.21. If they speak of its data, ${rebuild(attempt)}`
  return new EngineError(reading?.code ?? 'ENGINE_START_FAILED', `The search engine did not start: ${why}`, {
    cause: new Error(`${attempt.binary} ended with ${describeExit(exit)}:\n${said}`),
  })
}

/** Names how a process ended: `exit code 1` or `signal SIGKILL`. */
export function describeExit(exit: EngineExit): string {
  return exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`
}

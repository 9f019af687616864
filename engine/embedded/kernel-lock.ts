/**
 * One engine a data directory, by a lock that the engine process itself holds: Meilisearch takes none of its
 * own, and two of them on one directory ruin it. The kernel gives the lock up the moment the engine is gone,
 * however it goes. Needs setpriv and flock of util-linux; pid-lock.ts is the weaker way without them.
 */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { isAlive, type LockOwner } from './process-identity.ts'

/** Exit code of a command made by {@link lockCommand} where another process holds the lock (EX_TEMPFAIL). */
export const lockedExitCode = 75

/** Says whether the tools that {@link lockCommand} needs are on the PATH of `env`. */
export async function hasLockTools(env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    // Busybox has tools of the same names, which know neither of the two options.
    const help = await promisify(execFile)('setpriv', ['--pdeathsig', 'KILL', '--', 'flock', '--help'], {
      env,
    })
    return help.stdout.includes('--no-fork')
  } catch {
    return false
  }
}

// $0 is the lock file, $1 and $2 the owner's pid and host, then comes the command. The owner may have died
// before setpriv asked for the signal, which then never comes. Its name is written under the lock, for those
// who are refused.
const guard = 'test "$PPID" = "$1" || exit 1; echo "$1 $2" > "$0"; shift 2; exec "$@"'

/**
 * Wraps a command so that it runs only if it gets the lock, ends with {@link lockedExitCode} if not, and is
 * killed when this process dies. It keeps one pid all the way. Spawn it from the main thread: the kernel
 * sends the signal when the *thread* that spawned it ends.
 */
export function lockCommand(lockFile: string, command: readonly string[]): string[] {
  const lock = ['flock', '--no-fork', '--nonblock', '--conflict-exit-code', String(lockedExitCode), lockFile]
  const guarded = ['sh', '-c', guard, lockFile, String(process.pid), hostname(), ...command]
  return ['setpriv', '--pdeathsig', 'KILL', '--', ...lock, ...guarded]
}

/**
 * Reads who holds the lock. Undefined where the file does not say, or names a process of this host that is
 * gone.
 */
export async function readLockOwner(lockFile: string): Promise<LockOwner | undefined> {
  const [pid = '', host = ''] = (await readFile(lockFile, 'utf8')).trim().split(' ')
  if (!/^[1-9]\d*$/.test(pid)) return undefined
  return host !== hostname() || (await isAlive(Number(pid))) ? { pid: Number(pid), host } : undefined
}

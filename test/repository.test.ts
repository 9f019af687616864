/** What must never be committed: secrets, locks and data of a service that was run in the repository. */
import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'
import t from 'tap'
import { installationDir } from '../cli/installation.ts'
import { dataPaths } from '../engine/embedded/data-dir.ts'
import { keyPaths } from '../server/access/key-file.ts'

const { masterKey, lock, pidLock, note, database } = dataPaths('.')
const { file: keys, lock: keysLock } = keyPaths('.')
const PRIVATE = [
  ...[masterKey, lock, pidLock, note, database, keys, keysLock].map((path) => basename(path)),
  '.env',
]

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: installationDir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Why there is nothing to look at; false in a clone. */
let skip: string | false = false
try {
  git('rev-parse', '--git-dir')
} catch {
  skip = 'there is no git here, or this is no clone'
}

t.test('no file of a data directory is committed, wherever it lies', { skip }, async (t) => {
  const tracked = git('ls-files', '-z').split('\0')
  t.ok(tracked.includes('package.json'))
  t.strictSame(
    tracked.filter((path) => path.split('/').some((name) => PRIVATE.includes(name))),
    [],
  )
})

t.test('git ignores them in every folder', { skip }, async (t) => {
  for (const name of PRIVATE) {
    for (const path of [name, `test/${name}`, `data/${name}`]) {
      // A directory is ignored with what is in it.
      t.doesNotThrow(() => git('check-ignore', '--quiet', '--no-index', `${path}/x`), path)
    }
  }
})

/** A disk that is full, or fills up, costs nothing that was indexed before. */
import { spawnSync } from 'node:child_process'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { errorCode } from '../../engine/embedded/data-dir.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)
const { skip, search } = program

const files = program.makeDir('files')
const before = join(files, 'prima.txt')
writeFileSync(
  before,
  'Il faro di Genova\n\nLa Lanterna illumina il porto di Genova dal Medioevo, e oggi si può visitare.\n',
)
/** Some 80 MB in the engine. */
const long = join(files, 'registro.txt')
const paragraphs = Array.from(
  { length: 60_000 },
  (_, number) =>
    `La delibera numero ${number} assegna ${number * 7} euro al quartiere ${number % 90}, per riparare le scuole.`,
)
writeFileSync(long, paragraphs.join('\n\n'))

/** A disk of its own, where this user may make one. */
const disk = program.makeDir('disk')
t.teardown(() => spawnSync('umount', ['-l', disk]))
const canMount =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=76m', 'tmpfs', disk]).status === 0

t.test(
  'a full disk is named, and the index survives it',
  { skip: skip || (canMount ? false : 'no disk can be mounted here') },
  async (t) => {
    const env = { DATA_DIR: join(disk, 'data') }
    const index = (path: string) => program.run(['index', path], { env })
    t.match(await index(before), { code: 0 })
    const { generation } = (await search(env.DATA_DIR, 'lanterna')).index
    const isLive = async (why: string): Promise<void> => {
      t.match(await search(env.DATA_DIR, 'lanterna'), { total: { value: 1 }, index: { generation } }, why)
    }
    const fullDisk =
      /^bifora: The disk is full\. What was searchable before still is; free some space, then index again\.\n$/m

    t.match(await index(long), { code: 2, stdout: '', stderr: fullDisk }, 'it fills up while indexing')
    await isLive('after it filled up while indexing')

    const filler = join(disk, 'filler')
    fill(filler, 32)
    t.match(await index(long), { code: 2, stdout: '', stderr: fullDisk }, 'too little room to begin')
    await isLive('with little room')

    fill(filler, 0)
    const { code, stderr } = await index(long)
    t.equal(code, 2, 'no room at all')
    t.match(stderr, /^bifora: .*\b(disk .* is full|is on a disk without enough free space).* Make room/m)
    t.notMatch(stderr, /^ {4}at /m, 'no stack')
    rmSync(filler)
    await isLive('when there is room again')
  },
)

/** Fills the disk with a file, up to so many megabytes that stay free. */
function fill(path: string, freeMegabytes: number): void {
  rmSync(path, { force: true })
  const zeros = Buffer.alloc(1 << 20)
  try {
    for (;;) writeFileSync(path, zeros, { flag: 'a' })
  } catch (error) {
    if (errorCode(error) !== 'ENOSPC') throw error
  }
  const size = statSync(path).size - freeMegabytes * zeros.length
  rmSync(path)
  writeFileSync(path, Buffer.alloc(Math.max(0, size)))
}

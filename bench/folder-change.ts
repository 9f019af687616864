/** What a folder costs that is indexed, looked at again, and looked at when one file in a hundred has changed. */
import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultWorkers } from '../cli/config.ts'
import { openIndexing } from '../cli/indexing.ts'
import type { Engine } from '../engine/engine.ts'
import { readPlaces } from '../engine/places.ts'
import { indexPlace } from '../indexer/place.ts'
import { targetOf } from '../indexer/places.ts'
import type { ChangeOptions } from './change.ts'
import { BenchError } from './errors.ts'
import { createRandom } from './random.ts'
import { recombine } from './recombine.ts'
import { openStand } from './stand.ts'

/** One run over the folder. */
export type FolderRow = {
  run: string
  seconds: number
  /** Documents that were added, replaced or removed. */
  changed: number
  unchanged: number
  /** Tasks that the engine was given. */
  engineTasks: number
}

const FILES_A_FOLDER = 100
/** One file in so many changes. */
const ONE_IN = 100

/** Measures a folder of generated files in a place of its own. */
export async function measureFolder({
  sentences,
  files,
  seed,
  binary,
  signal,
  say,
}: ChangeOptions): Promise<FolderRow[]> {
  const random = createRandom(seed)
  const stand = await openStand(binary)
  try {
    const root = join(stand.directory, 'files')
    const paths: string[] = []
    for (const { texts } of recombine({ sentences, topics: [], passages: files, perDocument: 1, random })) {
      const folder = join(root, String(Math.floor(paths.length / FILES_A_FOLDER)))
      await mkdir(folder, { recursive: true })
      paths.push(join(folder, `${paths.length}.txt`))
      await writeFile(paths.at(-1) ?? '', texts.join('\n\n'))
    }
    const { engine } = stand
    const run = async (name: string): Promise<FolderRow> => {
      say(`${files} files: ${name}`)
      const before = await taskCount(engine)
      const startedMs = performance.now()
      // As the command does it, with all that documents are described with: each run opens it anew.
      const { writing, describing, keepWords } = await openIndexing(
        engine,
        { dataDir: stand.directory, workers: defaultWorkers(), topicsPath: undefined },
        { what: 'bench' },
      )
      try {
        const target = targetOf(root, await readPlaces(engine, signal), false)
        const { added, changed, removed, unchanged, skipped } = await indexPlace(target, {
          engine,
          writing,
          describing,
          signal,
        })
        // Files that were passed over would make a run look fast.
        const [first] = skipped
        if (first !== undefined)
          throw new BenchError(`${skipped.length} files were skipped; ${first.path}: ${first.reason}`)
        keepWords()
        await writing.close()
        const seconds = (performance.now() - startedMs) / 1000
        const engineTasks = (await taskCount(engine)) - before
        return { run: name, seconds, changed: added + changed + removed, unchanged, engineTasks }
      } finally {
        await writing.close()
      }
    }
    const rows = [await run('all new'), await run('nothing changed')]
    for (const [index, path] of paths.entries())
      if (index % ONE_IN === 0) await appendFile(path, '\n\nUna riga in più.\n')
    return [...rows, await run('one in a hundred changed')]
  } finally {
    await stand.close()
  }
}

async function taskCount(engine: Engine): Promise<number> {
  return (await engine.client().tasks.getTasks({ limit: 1 })).total
}

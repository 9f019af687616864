/** What a folder costs that is indexed, looked at again, and looked at when one file in a hundred has changed. */
import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { createWriting } from '../engine/writing.ts'
import { createDescribing } from '../indexer/draft.ts'
import { indexPlace } from '../indexer/place.ts'
import { targetOf } from '../indexer/places.ts'
import type { ChangeOptions } from './change.ts'
import { createRandom } from './random.ts'
import { recombine } from './recombine.ts'
import { openStand } from './stand.ts'

/** One run over the folder. */
export type FolderRow = { run: string; seconds: number; changed: number; engineTasks: number }

const FILES_A_FOLDER = 100

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
      const writing = createWriting(engine, { what: 'bench', topics: 'bench' })
      const describing = createDescribing([])
      const places = before === 0 ? [] : [{ name: 'files', root, indexedAt: '' }]
      const summary = await indexPlace(targetOf(root, places, false), { engine, writing, describing, signal })
      await writing.close()
      const seconds = (performance.now() - startedMs) / 1000
      const changed = summary.added + summary.changed + summary.removed
      return { run: name, seconds, changed, engineTasks: (await taskCount(engine)) - before }
    }
    const rows = [await run('all new'), await run('nothing changed')]
    for (const [index, path] of paths.entries())
      if (index % 100 === 0) await appendFile(path, '\n\nUna riga in più.\n')
    return [...rows, await run('one in a hundred changed')]
  } finally {
    await stand.close()
  }
}

async function taskCount(engine: Engine): Promise<number> {
  return (await engine.client().tasks.getTasks({ limit: 1 })).total
}

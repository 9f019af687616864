/**
 * A backup into an index: a new generation beside the live one, which takes its place in one step, with its places. A
 * failure before that step leaves what was live.
 */
import type { Engine } from '../engine.ts'
import { EngineError } from '../errors.ts'
import { countRecords } from '../fetch.ts'
import {
  type Build,
  createGeneration,
  discardUnlessLive,
  generationNamed,
  publish,
  sweep,
} from '../generation.ts'
import { createLoader, type Loader } from '../load.ts'
import { partsWith, placementOf } from '../parts/parts.ts'
import { partOf } from '../parts/placement.ts'
import { placeRecord, readPlaces, removePlace } from '../places.ts'
import { idOfKey } from '../schema.ts'
import { type BackupContents, damaged, type Section, valueOfLine } from './format.ts'
import { readBackup } from './read.ts'

/** How to restore. */
export type RestoreOptions = {
  engine: Engine
  /** How the file is called for people. */
  file: string
  signal: AbortSignal
  /** Called before the step that counts; throws if somebody else has become the writer. */
  check: () => void
  /** Called now and then with how many records are on their way, of how many. */
  onProgress?: (records: number, total: number) => void
}

/** What ids the engine takes; it refuses a whole batch for one that it does not. */
const ID = /^[\w-]{1,511}$/

/**
 * Makes what a backup has the live index, in place of all that is live, once all of it is stored. Needs the lease.
 *
 * @param contents what the file was found to have when it was checked
 * @throws {EngineError} if the engine fails, or the file is not any more what was checked: what was live stays live
 */
export async function restoreBackup(
  path: string,
  contents: BackupContents,
  { engine, file, signal, check, onProgress }: RestoreOptions,
): Promise<Build> {
  await sweep(engine)
  await engine.checkSpace()
  const created = await createGeneration(engine, contents.build.topics)
  const { generation } = created
  try {
    const indexes = generationNamed(generation)
    const loaders: Partial<Record<Section, Loader<{ id: string }>>> = {
      document: spreadLoader(engine, generation, 'documents', (id) => id, signal),
      passage: spreadLoader(engine, generation, 'passages', (id) => idOfKey(idOfKey(id)), signal),
      statistics: createLoader(engine, indexes.statistics, { signal }),
    }
    const { document, passage, statistics } = contents.counts
    let last: Loader<{ id: string }> | undefined
    let done = 0
    let sha256 = ''
    const onEnd = (read: { sha256: string }): void => {
      sha256 = read.sha256
    }
    for await (const { section, line } of readBackup(path, { file, signal, onEnd })) {
      const of = loaders[section]
      if (of === undefined) continue
      // Sections follow each other: batches that wait are those of one.
      if (last !== of) await last?.finish()
      last = of
      const value = valueOfLine(line, file)
      if (!isRecord(value)) throw damaged(file)
      await of.add(value)
      done += 1
      onProgress?.(done, document + passage + statistics)
    }
    await last?.finish()
    // Another file may have taken the place of the one that was checked.
    if (sha256 !== contents.sha256) throw damaged(file)
    // Where documents are is no matter of the backup.
    const { parts: _, moving: __, ...of } = contents.build
    const build: Build = {
      ...of,
      generation,
      ...(created.parts === undefined ? {} : { parts: created.parts }),
    }
    await requireAll(build, contents, { engine, signal, file })
    signal.throwIfAborted()
    check()
    const replaced = await readPlaces(engine, signal)
    await publish(engine, build, contents.places.map(placeRecord))
    const stays = new Set(contents.places.map(({ name }) => name))
    for (const { name } of replaced) if (!stays.has(name)) await removePlace(engine, name)
    return build
  } catch (error) {
    // The engine may be what failed; what stays behind is swept before the next rebuild or restore.
    await discardUnlessLive(engine, generation).catch(() => {})
    throw error
  }
}

/** A loader that gives each record to the server that its document belongs on. */
function spreadLoader(
  engine: Engine,
  generation: string,
  of: 'documents' | 'passages',
  documentOf: (id: string) => string,
  signal: AbortSignal,
): Loader<{ id: string }> {
  const placement = placementOf(engine, generation)
  const loaders = partsWith(engine, generation).map((part) =>
    createLoader(part, generationNamed(generation)[of], { signal }),
  )
  return {
    add: async (record) => loaders[partOf(documentOf(record.id), placement)]?.add(record),
    finish: async () => {
      for (const loader of loaders) await loader.finish()
    },
  }
}

function isRecord(value: unknown): value is { id: string } {
  const id = (value as { id?: unknown } | null)?.id
  return typeof id === 'string' && ID.test(id)
}

/** Two records with one id would be one. */
async function requireAll(
  { generation, epoch, folded }: Build,
  { counts }: BackupContents,
  { engine, signal, file }: { engine: Engine; signal: AbortSignal; file: string },
): Promise<void> {
  const reader = { engine, indexes: generationNamed(generation), signal }
  const there = await countRecords(reader, { epoch, folded, seen: folded })
  const isAll =
    there.documents === counts.document &&
    there.passages === counts.passage &&
    there.blocks === counts.statistics
  if (isAll) return
  throw new EngineError(
    'BACKUP_BROKEN',
    `Of ${counts.document} documents, ${counts.passage} passages and ${counts.statistics} blocks of statistics in ${file}, ${there.documents}, ${there.passages} and ${there.blocks} could be stored: some stand in it twice, or were made by a program with a fault. Nothing was restored.`,
  )
}

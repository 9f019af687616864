/**
 * `bifora restore <file>`: what a backup has in place of what is there.
 *
 *   check the whole file → what would be lost? → restore → lexicons and keys → rebuild if needed
 */
import { createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BackupContents } from '../engine/backup/format.ts'
import { checkBackup } from '../engine/backup/read.ts'
import { restoreBackup } from '../engine/backup/restore.ts'
import { freeDiskBytes, prepareDataDir } from '../engine/embedded/data-dir.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import { EngineError } from '../engine/errors.ts'
import { readBuild } from '../engine/generation.ts'
import { acquireLease } from '../engine/lease.ts'
import { SAMPLE_PLACE } from '../engine/places.ts'
import { isReadable } from '../engine/schema.ts'
import { counted, megabytes, STANDARD } from './backup.ts'
import { type Belongings, openBelongings, type RestoredBelongings } from './belongings.ts'
import { type Config, ConfigError } from './config.ts'
import { tellRunningService } from './connection.ts'
import { EXIT } from './exit.ts'
import { makeCurrent, openIndexing, sayWaiting } from './indexing.ts'
import { learnFromIndex } from './learn/from-index.ts'
import { INDEX_NAME } from './lexicon/files.ts'
import { createLogger } from './logger.ts'
import { countedPlaces } from './places.ts'
import { duration } from './progress.ts'
import { asCommand } from './role.ts'
import { createStatusLine } from './status-line.ts'

/** How to run the command. */
export type RestoreCommandOptions = {
  config: Config
  signal: AbortSignal
  asJson: boolean
  /** Whether documents of one's own may be replaced. */
  isReplacing: boolean
}

/** Restores a backup and tells what came of it. */
export async function restoreCommand(
  file: string,
  { config, signal, asJson, isReplacing }: RestoreCommandOptions,
): Promise<number> {
  const startedMs = performance.now()
  const isStandard = file === STANDARD
  const name = isStandard ? 'The standard input' : file
  const folder = isStandard ? await mkdtemp(join(await prepareDataDir(config.dataDir), 'restoring-')) : ''
  const belongings = await openBelongings(config.dataDir, name)
  try {
    const path = isStandard ? join(folder, 'backup') : file
    if (isStandard) await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }), { signal })
    const contents = await check(path, name, belongings, signal)
    const done = await restoreChecked(path, contents, { name, belongings, config, signal, isReplacing })
    const tookMs = Math.round(performance.now() - startedMs)
    process.stdout.write(
      asJson
        ? `${JSON.stringify(summaryOf(contents, done, tookMs))}\n`
        : `${linesOf(name, contents, done, tookMs).join('\n')}\n`,
    )
    return EXIT.done
  } finally {
    await belongings.close()
    if (isStandard) await rm(folder, { recursive: true, force: true })
  }
}

async function check(
  path: string,
  file: string,
  belongings: Belongings,
  signal: AbortSignal,
): Promise<BackupContents> {
  const status = createStatusLine(process.stderr)
  const onBytes = (bytes: number): void => status.show(`checking, ${megabytes(bytes)}`)
  try {
    return await checkBackup(path, { file, signal, onBytes, onBelonging: belongings.add })
  } finally {
    status.end()
  }
}

type Done = RestoredBelongings & { renewed: string | undefined }

async function restoreChecked(
  path: string,
  contents: BackupContents,
  options: { name: string; belongings: Belongings } & Omit<RestoreCommandOptions, 'asJson'>,
): Promise<Done> {
  const { name, belongings, config, signal, isReplacing } = options
  const engine = await openEngine({
    ...config,
    ...asCommand('restore'),
    logger: createLogger(config.logLevel),
    signal,
  })
  const status = createStatusLine(process.stderr)
  try {
    const lease = await acquireLease(engine, { what: 'bifora restore', signal, onWaiting: sayWaiting })
    try {
      if (!isReplacing) await requireNothingLost(engine, belongings, signal)
      if (config.meiliServers === undefined) await requireRoom(contents, config.dataDir)
      await restoreBackup(path, contents, {
        engine,
        file: name,
        signal,
        check: lease.check,
        onProgress: (records, total) => status.show(`restoring, ${records} of ${total} records`),
      })
    } finally {
      status.end()
      await lease.release()
    }
    const restored = await belongings.restore()
    const renewed = await bringUpToDate(engine, config, signal)
    await tellRunningService(config, signal)
    // What was learned from these documents came along, unless the program has changed meanwhile.
    if (renewed !== undefined || !config.learns || !restored.lexicons.includes(INDEX_NAME))
      await learnFromIndex({ engine, ...config, signal })
    return { ...restored, renewed }
  } finally {
    await engine.close()
  }
}

/** A backup of an earlier version of the program is rebuilt from its own records. */
async function bringUpToDate(
  engine: Engine,
  config: Config,
  signal: AbortSignal,
): Promise<string | undefined> {
  // With the lexicons that were restored.
  const indexing = await openIndexing(engine, config, { what: 'bifora restore' })
  try {
    return await makeCurrent(indexing, { isRebuilt: false, signal })
  } finally {
    await indexing.writing.close()
  }
}

/** @throws {ConfigError} if there is anything that is somebody's own, with what it is */
async function requireNothingLost(
  engine: Engine,
  belongings: Belongings,
  signal: AbortSignal,
): Promise<void> {
  const build = await readBuild(engine, signal)
  const isOld = build !== undefined && !isReadable(build.version)
  const places = isOld ? [] : await countedPlaces(engine, signal)
  const own = places.filter(({ name, documents }) => name !== SAMPLE_PLACE && documents > 0)
  const lost = own.map(({ name, documents }) => `${counted(documents, 'document')} of the place "${name}"`)
  if (isOld) lost.push(`${counted(build.documents, 'document')} that another version of Bifora has indexed`)
  for (const name of await belongings.differing()) lost.push(`the lexicon "${name}" as it is here`)
  if (lost.length === 0) return
  throw new ConfigError(
    `Restoring would replace what is here: ${lost.join(', ')}. Nothing was done. Keep it with bifora backup <file>, then say that it may go: --replace`,
  )
}

/** What the engine takes for a byte of a record's JSON: 4.3 with 18,000 passages, and some room to store it. */
const DISK_BYTES_A_BYTE = 5

async function requireRoom({ sizeBytes }: BackupContents, dataDir: string): Promise<void> {
  const needed = sizeBytes * DISK_BYTES_A_BYTE
  const free = await freeDiskBytes(dataDir)
  if (free >= needed) return
  throw new EngineError(
    'DISK_FULL',
    `Restoring needs some ${megabytes(needed)} on the disk of ${dataDir}, and ${megabytes(free)} are free. Nothing was done. Make room, or set DATA_DIR to another directory.`,
  )
}

function summaryOf({ header, counts, places }: BackupContents, done: Done, tookMs: number): object {
  const { lexicons, keys, keysLeftOut, renewed } = done
  return {
    createdAt: header.createdAt,
    documents: counts.document,
    passages: counts.passage,
    places: places.map(({ name, root }) => ({
      name,
      ...(root === undefined ? {} : { root, isMissing: !existsSync(root) }),
    })),
    lexicons,
    keys,
    keysLeftOut,
    rebuilt: renewed !== undefined,
    tookMs,
  }
}

function linesOf(
  file: string,
  { header, counts, places }: BackupContents,
  { lexicons, keys, keysLeftOut, renewed }: Done,
  tookMs: number,
): string[] {
  const when = `${header.createdAt.slice(0, 16).replace('T', ' ')} UTC`
  const missing = places.filter(({ root }) => root !== undefined && !existsSync(root))
  return [
    `Restored ${counted(counts.document, 'document')} (${counted(counts.passage, 'passage')}), ${counted(places.length, 'place')}, ${counted(lexicons.length, 'lexicon')} and ${counted(keys, 'key')} of ${when} from ${file}, ${duration(tookMs / 1000)}.`,
    ...(renewed === undefined ? [] : [renewed]),
    ...(keysLeftOut === 0
      ? []
      : [
          `  ${counted(keysLeftOut, 'key')} of the backup ${keysLeftOut === 1 ? 'was' : 'were'} left out: there are keys here, and these stay.`,
        ]),
    ...missing.map(
      ({ name, root }) =>
        `  The place "${name}" is not on this machine (${root}): its documents can be found, and bifora forget "${name}" removes them.`,
    ),
  ]
}

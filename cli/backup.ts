/** `bifora backup <file>`: the index, lexicons and keys in one file, while everything goes on. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { packBackup, type WrittenBackup } from '../engine/backup/pack.ts'
import { type BackupOptions, backupLines } from '../engine/backup.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import { readBuild } from '../engine/generation.ts'
import { createWriting } from '../engine/writing.ts'
import { topicsFingerprint } from '../indexer/describing.ts'
import { keyValues, lexiconPieces } from './belongings.ts'
import { type Config, ConfigError } from './config.ts'
import { EXIT } from './exit.ts'
import { sayWaiting } from './indexing.ts'
import { storedLexicons } from './lexicon/files.ts'
import { createLogger } from './logger.ts'
import { duration } from './progress.ts'
import { asCommand } from './role.ts'
import { createStatusLine } from './status-line.ts'
import { topicsOf } from './topics-file.ts'
import { writeWhole } from './whole-file.ts'

/** The name of a file that stands for the standard output or input. */
export const STANDARD = '-'

/** How to run the command. */
export type BackupCommandOptions = {
  config: Config
  signal: AbortSignal
  asJson: boolean
  /** Whether a file that is there already is replaced. */
  isForced: boolean
}

/** Backs up into a file and tells what it has. */
export async function backupCommand(
  file: string,
  { config, signal, asJson, isForced }: BackupCommandOptions,
): Promise<number> {
  const startedMs = performance.now()
  const write = (sink: Writable): Promise<WrittenBackup> => backUp(sink, config, signal)
  const isStandard = file === STANDARD
  const written = isStandard ? await toStandardOutput(write) : await writeWhole(file, isForced, write)
  const { document, passage, place, key } = written.counts
  const lexicons = storedLexicons(config.dataDir).length
  const sizeBytes = isStandard ? undefined : statSync(file).size
  const tookMs = Math.round(performance.now() - startedMs)
  const { createdAt, index } = written.header
  const summary = {
    ...(isStandard ? {} : { file: resolve(file), sizeBytes }),
    createdAt,
    index,
    documents: document,
    passages: passage,
    places: place,
    lexicons,
    keys: key,
    sha256: written.sha256,
    tookMs,
  }
  const size = sizeBytes === undefined ? '' : `, ${megabytes(sizeBytes)}`
  const lines = [
    `Backed up ${counted(document, 'document')} (${counted(passage, 'passage')}), ${counted(place, 'place')}, ${counted(lexicons, 'lexicon')} and ${counted(key, 'key')}${isStandard ? '' : ` to ${file}`}${size}, ${duration(tookMs / 1000)}.`,
    'It has the full text of all documents; of keys it has hashes, no secret. Keep it where only you can read it.',
  ]
  const stream = isStandard ? process.stderr : process.stdout
  stream.write(asJson ? `${JSON.stringify(summary)}\n` : `${lines.join('\n')}\n`)
  return EXIT.done
}

async function backUp(sink: Writable, config: Config, signal: AbortSignal): Promise<WrittenBackup> {
  const engine = await openEngine({
    ...config,
    ...asCommand('backup'),
    logger: createLogger(config.logLevel),
    signal,
  })
  const status = createStatusLine(process.stderr)
  try {
    return await backUpIndex(sink, config, {
      engine,
      signal,
      onProgress: (records, total) => status.show(`backing up, ${records} of ${total} records`),
    })
  } finally {
    status.end()
    await engine.close()
  }
}

/**
 * Backs up an index, while others that write wait, with the lexicons and keys of a data directory.
 *
 * @throws {ConfigError} if nothing is indexed
 */
export async function backUpIndex(
  sink: Writable,
  config: Pick<Config, 'dataDir' | 'topicsPath'>,
  options: Omit<BackupOptions, 'belongings'>,
): Promise<WrittenBackup> {
  const { engine, signal } = options
  await requireIndex(engine, signal)
  const { dataDir } = config
  const belongings = { lexicon: lexiconPieces(dataDir), key: keyValues(dataDir) }
  const writing = createWriting(engine, {
    what: 'bifora backup',
    topics: topicsFingerprint(await topicsOf(config)),
    onWaiting: sayWaiting,
  })
  try {
    return await writing.write(
      (writer) => packBackup(backupLines(writer, { ...options, belongings }), sink, signal),
      signal,
    )
  } finally {
    await writing.close()
  }
}

async function requireIndex(engine: Engine, signal: AbortSignal): Promise<void> {
  if ((await readBuild(engine, signal)) !== undefined) return
  throw new ConfigError('Nothing is indexed yet, so there is nothing to back up: bifora index <path>.')
}

async function toStandardOutput<T>(write: (sink: Writable) => Promise<T>): Promise<T> {
  if (process.stdout.isTTY) {
    throw new ConfigError('A backup is no text for a terminal. Give a file, or pipe it: bifora backup - | …')
  }
  try {
    return await write(process.stdout)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException | null)?.code !== 'EPIPE') throw cause
    throw new ConfigError('The backup is not whole: what it was piped to has ended before it.', { cause })
  }
}

/** A number with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`
}

/** Bytes as people say them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}

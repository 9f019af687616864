/**
 * What a backup is made of: a gzip file of lines, each a JSON array of what it is and a value. First a header, then
 * section after section, and at the end the counts and a checksum of all lines before it. Pure.
 *
 *   ["header", {…}]  ["live", {…}]  ["place", {…}] …  ["passage", {…}] …  ["end", {…}]
 */
import { EngineError } from '../errors.ts'
import type { Build } from '../generation.ts'
import type { Place } from '../places.ts'
import { INDEX_VERSION, isReadable, SCHEMA_VERSION } from '../schema.ts'

/** Raised when a file of before could not be read any more. */
const BACKUP_FORMAT = 1

const KIND = 'bifora backup'

/** What a line between the first and the last may be; in this order. */
export const SECTIONS = ['live', 'place', 'lexicon', 'key', 'document', 'passage', 'statistics'] as const
/** One of them. */
export type Section = (typeof SECTIONS)[number]

/** The first line. */
export type BackupHeader = {
  kind: typeof KIND
  format: number
  /** See INDEX_VERSION. */
  index: string
  /** ISO 8601, UTC. */
  createdAt: string
  /** As the live record has them, before they were read. */
  documents: number
  passages: number
}

/** The last line. */
export type BackupEnd = {
  /** Lines of each section; those that are empty are left out. */
  counts: Partial<Record<Section, number>>
  /** Of all lines before this one with their line breaks, in hexadecimal figures. */
  sha256: string
}

/** A line between the first and the last, as it stands in the file. */
export type BackupLine = { section: Section; line: Buffer }

/** What a whole backup that was checked has, but for its records. */
export type BackupContents = {
  header: BackupHeader
  build: Build
  places: Place[]
  counts: Record<Section, number>
  sha256: string
  /** Of all lines, uncompressed. */
  sizeBytes: number
}

/** The header of a backup of this generation. */
export function headerOf({ version, documents, passages }: Build, createdAt: Date): BackupHeader {
  return {
    kind: KIND,
    format: BACKUP_FORMAT,
    index: version,
    createdAt: createdAt.toISOString(),
    documents,
    passages,
  }
}

/** A line with its line break. */
export function lineOf(name: Section | 'header' | 'end', value: unknown): string {
  return `${JSON.stringify([name, value])}\n`
}

/** What a line says that it is; empty if it says nothing. It is not taken apart. */
export function nameOfLine(line: Buffer | string): string {
  const start = typeof line === 'string' ? line.slice(0, 32) : line.subarray(0, 32).toString('latin1')
  return /^\["([a-z]+)",/.exec(start)?.[1] ?? ''
}

/** Whether a name is that of a section. */
export function isSection(name: string): name is Section {
  return SECTIONS.some((section) => section === name)
}

/** No line of any section. */
export function noCounts(): Record<Section, number> {
  return { live: 0, place: 0, lexicon: 0, key: 0, document: 0, passage: 0, statistics: 0 }
}

/**
 * The value of a line.
 *
 * @throws {EngineError} `BACKUP_BROKEN` if it is none
 */
export function valueOfLine(line: Buffer, file: string): unknown {
  try {
    return (JSON.parse(line.toString()) as unknown[])[1]
  } catch (cause) {
    throw damaged(file, cause)
  }
}

/**
 * The header that the first line of a file is.
 *
 * @throws {EngineError} `BACKUP_BROKEN` if it is another kind of file, `BACKUP_OTHER_VERSION` if this version of the
 * program cannot read it
 */
export function readHeader(line: Buffer, file: string): BackupHeader {
  const header = nameOfLine(line) === 'header' ? (valueOfLine(line, file) as BackupHeader | null) : null
  if (header?.kind !== KIND) throw noBackup(file, 'it has something else in it')
  if (!Number.isInteger(header.format) || header.format > BACKUP_FORMAT) {
    throw new EngineError(
      'BACKUP_OTHER_VERSION',
      `${file} was written by a newer version of Bifora (format ${header.format}; this one reads up to ${BACKUP_FORMAT}). Update Bifora, then restore it.`,
    )
  }
  if (!isReadable(header.index)) {
    throw new EngineError(
      'BACKUP_OTHER_VERSION',
      `${file} has an index of another version of Bifora (${header.index}), which this one (${INDEX_VERSION}) cannot read. Restore it with a version that has schema ${/\d+/.exec(header.index)?.[0] ?? '?'} rather than ${SCHEMA_VERSION}, or index the documents again.`,
    )
  }
  return header
}

/** The error for a file that is no backup. */
export function noBackup(file: string, why: string): EngineError {
  return new EngineError(
    'BACKUP_BROKEN',
    `${file} is no backup of Bifora: ${why}. Give a file that bifora backup has written.`,
  )
}

/** The error for a file whose end is missing. */
export function cutShort(file: string, cause?: unknown): EngineError {
  return new EngineError(
    'BACKUP_BROKEN',
    `${file} has been cut short: its end is missing. Copy it again from where it is whole; nothing was restored.`,
    { cause },
  )
}

/** The error for a file in which something has changed. */
export function damaged(file: string, cause?: unknown): EngineError {
  return new EngineError(
    'BACKUP_BROKEN',
    `${file} is damaged: it is not what was once written. Copy it again from where it is whole; nothing was restored.`,
    { cause },
  )
}

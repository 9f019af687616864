/** How much an archive may hold, and how that is watched while it is unpacked. */
import { IndexingError } from '../errors.ts'

const MB = 1024 ** 2

/** Limits of one archive. */
export const ARCHIVE_LIMITS = {
  /** Files and folders. */
  entries: 100_000,
  /** Of all files together, unpacked. */
  bytes: 2048 * MB,
  /** Of one file in it, unpacked: it is held in memory. */
  memberBytes: 50 * MB,
  /** Times that what is unpacked may be larger than what is packed, once there is more than `ratioCountsFromBytes`. */
  ratio: 200,
  ratioCountsFromBytes: 20 * MB,
}

/** Limits like these; tests have smaller ones. */
export type ArchiveLimits = typeof ARCHIVE_LIMITS

/** A plain reason why a file in an archive is not read, if it is too large. */
export function tooLargeMember(sizeBytes: number, { memberBytes }: ArchiveLimits): string | undefined {
  if (sizeBytes <= memberBytes) return undefined
  return `file of ${Math.ceil(sizeBytes / MB)} MB in an archive: the limit is ${memberBytes / MB} MB; unpack it`
}

/**
 * Ends unpacking where it gives more than an archive may hold.
 *
 * @throws {IndexingError} `TOO_LARGE`
 */
export function requireWithinLimits(
  { packedBytes, unpackedBytes }: { packedBytes: number; unpackedBytes: number },
  { bytes, ratio, ratioCountsFromBytes }: ArchiveLimits,
): void {
  if (unpackedBytes > bytes) {
    throw new IndexingError(
      'TOO_LARGE',
      `archive of more than ${bytes / MB} MB, unpacked: unpack or split it`,
    )
  }
  if (unpackedBytes > ratioCountsFromBytes && unpackedBytes > ratio * packedBytes) {
    throw new IndexingError(
      'TOO_LARGE',
      `it grows more than ${ratio} times when unpacked, as nothing that was written does`,
    )
  }
}

/** @throws {IndexingError} `TOO_LARGE` */
export function requireEntries(count: number, { entries }: ArchiveLimits): void {
  if (count > entries) throw new IndexingError('TOO_LARGE', `archive of more than ${entries} files: split it`)
}

/** A zip that is no document but an archive → the files in it. */
import { toIndexingError } from '../errors.ts'
import { ARCHIVE_LIMITS, type ArchiveLimits, tooLargeMember } from './archive-limits.ts'
import { type Content, contentOfBytes } from './content.ts'
import type { Member } from './formats.ts'
import { safePath } from './member-names.ts'
import { listZip } from './zip.ts'

/**
 * The files in a zip; links, hidden files and what macOS packs along are left out. One that cannot be read fails by
 * itself.
 *
 * @throws {IndexingError} `TOO_LARGE` if it holds more than the limits, `UNREADABLE` if it is damaged
 */
export async function* readZipArchive(
  content: Content,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<Member> {
  for (const entry of await listZip(await content.whole(), limits)) {
    const path = entry.isLink === true ? undefined : safePath(entry.path)
    if (path === undefined) continue
    const failed = entry.refused ?? tooLargeMember(entry.sizeBytes, limits)
    if (failed !== undefined) {
      yield { path, failed }
      continue
    }
    // Its bytes are looked at more than once, and should not be unpacked as often.
    const bytes = await entry.whole().catch((error: unknown) => toIndexingError(error).message)
    yield typeof bytes === 'string' ? { path, failed: bytes } : { path, content: contentOfBytes(path, bytes) }
  }
}

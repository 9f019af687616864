/** Which versions of Meilisearch Bifora is known to work with. */
import { calling } from './client.ts'
import type { Part } from './engine.ts'
import type { Logger } from './logger.ts'

/** The version that all tests run against; what the embedded engine is. */
const TESTED_VERSION = '1.21.0'

/** Whether a version has the same numbers as the tested one but for the last, which brings corrections alone. */
function isTested(version: string): boolean {
  const minorOf = (full: string): string => full.split('.').slice(0, 2).join('.')
  return minorOf(version) === minorOf(TESTED_VERSION)
}

/** Writes a warning to the log if an engine is of a version that is not tested. */
export function warnIfUntested(version: string, logger: Logger, server?: string): void {
  if (isTested(version)) return
  const testedVersion = TESTED_VERSION
  logger.warn({ version, testedVersion, server }, 'Bifora is not tested with this version of Meilisearch')
}

/** Asks a server for its version. Of one that does not answer nothing is said: whoever needs it will be told. */
export async function checkVersion(
  { client, name }: Pick<Part, 'client'> & { name: string },
  logger: Logger,
): Promise<void> {
  try {
    const { pkgVersion } = await calling(() => client().getVersion())
    warnIfUntested(pkgVersion, logger, name)
  } catch (error) {
    logger.debug({ err: error, server: name }, 'could not ask a server for its version')
  }
}

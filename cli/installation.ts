/** What an installation brings along: the sample corpus and the topics. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Topic } from '../indexer/describe/wordings.ts'

/** The directory of the installation: the nearest one above this file that holds a package. */
export const installationDir = nearestPackage(dirname(fileURLToPath(import.meta.url)))

/** The documents that are indexed when none are named. */
export const sampleDocuments = join(installationDir, 'seeds', 'documents')

/** The folder of the search page; undefined where it was not built. */
export function pageFolder(): string | undefined {
  const folder = join(installationDir, 'dist', 'web')
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}

/** The topics that documents are sorted into. */
export function readTopics(): Topic[] {
  return JSON.parse(readFileSync(join(installationDir, 'seeds', 'topics.json'), 'utf8'))
}

function nearestPackage(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory
  return nearestPackage(dirname(directory))
}

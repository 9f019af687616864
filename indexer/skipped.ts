/** What a run has passed over, in a few lines whatever the number of files. Pure. */
import type { Skipped } from './document.ts'

/** Files that were passed over for the same reason. */
export type SkippedGroup = {
  /** Name of their format; absent where they are of none that is read. */
  format?: string
  reason: string
  kind: Skipped['kind']
  files: number
  /** Paths of the first of them. */
  examples: string[]
}

/**
 * Groups what was passed over by format and reason, most files first; what should have been read comes before what was
 * not meant to be.
 *
 * @returns the first `maxGroups` groups, and how many files are in none of them
 */
export function groupSkipped(
  skipped: readonly Skipped[],
  { maxGroups = 12, maxExamples = 3 }: { maxGroups?: number; maxExamples?: number } = {},
): { groups: SkippedGroup[]; others: number } {
  const byReason = new Map<string, SkippedGroup>()
  for (const { path, reason, kind, format } of skipped) {
    const key = JSON.stringify([kind, format, reason])
    const group = byReason.get(key) ?? {
      ...(format === undefined ? {} : { format }),
      reason,
      kind,
      files: 0,
      examples: [],
    }
    group.files += 1
    if (group.examples.length < maxExamples) group.examples.push(path)
    byReason.set(key, group)
  }
  const rank = ({ kind }: SkippedGroup): number => (kind === 'failed' ? 0 : 1)
  const sorted = [...byReason.values()].sort((a, b) => rank(a) - rank(b) || b.files - a.files)
  const groups = sorted.slice(0, maxGroups)
  return { groups, others: skipped.length - groups.reduce((sum, { files }) => sum + files, 0) }
}

/** What a run over one place has done, as lines for people. */
import type { PlaceSummary } from '../indexer/place.ts'
import { groupSkipped } from '../indexer/skipped.ts'
import { printableLine } from './output.ts'
import { duration } from './progress.ts'

/** Whether a run has changed anything. */
export function hasChanged({ added, changed, removed }: PlaceSummary): boolean {
  return added + changed + removed > 0
}

/** How many reasons, and files of each, a summary names. */
const MAX_REASONS = 12
const MAX_FILES = 3
/** Paths of a kind that a dry run names. */
const MAX_WOULD = 20

/**
 * What is said where nothing was indexed.
 *
 * @param from what was to be indexed, as people call it
 */
export function nothingFound(from: string, summary: PlaceSummary): string {
  return [
    `Nothing was indexed: ${from} has no document that can be read. What was indexed before stays.`,
    ...skippedLines(summary),
  ].join('\n')
}

/** The summary for people. */
export function summaryLines(summary: PlaceSummary): string[] {
  const languages = Object.entries(summary.languages).map(([lang, count]) => `${count} ${lang}`)
  const copies =
    summary.copies === 0 ? '' : `, ${summary.copies === 1 ? '1 copy' : `${summary.copies} copies`} of them`
  const has = `${summary.documents} documents (${languages.join(', ')}) in ${summary.passages} passages${copies}`
  return [
    summary.would !== undefined
      ? `${summary.place}: nothing was done.`
      : hasChanged(summary)
        ? `Indexed ${summary.place}: ${whatChanged(summary)}; it has ${has}, ${duration(summary.tookMs / 1000)}.`
        : `${summary.place}: nothing has changed, ${has}.`,
    ...wouldLines(summary),
    ...boilerplateLines(summary),
    ...translationLines(summary),
    ...skippedLines(summary),
    ...summary.warnings
      .slice(0, MAX_REASONS)
      .map(({ path, warning }) => `  ${printableLine(path)}: ${warning}`),
    ...(summary.warnings.length > MAX_REASONS
      ? [`  … and ${summary.warnings.length - MAX_REASONS} more remarks`]
      : []),
  ]
}

function whatChanged({ added, changed, removed, unchanged }: PlaceSummary): string {
  const parts = [
    [added, 'new'],
    [changed, 'changed'],
    [removed, 'removed'],
    [unchanged, 'unchanged'],
  ] as const
  return parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')
}

function wouldLines({ would, unchanged }: PlaceSummary): string[] {
  if (would === undefined) return []
  const lines = (
    [
      ['Would add', would.add],
      ['Would change', would.change],
      ['Would remove', would.remove],
    ] as const
  ).flatMap(([what, paths]) => [
    ...(paths.length > 0 ? [`${what} ${paths.length}:`] : []),
    ...paths.slice(0, MAX_WOULD).map((path) => `  ${printableLine(path)}`),
    ...(paths.length > MAX_WOULD ? [`  … and ${paths.length - MAX_WOULD} more`] : []),
  ])
  return [...lines, `${unchanged} unchanged.`]
}

function boilerplateLines({ boilerplate }: PlaceSummary): string[] {
  if (boilerplate === undefined) return []
  const { blocks, documents } = boilerplate
  const what = blocks === 1 ? '1 paragraph or heading' : `${blocks} paragraphs and headings`
  return [`  ${what} that many documents share: only one of them keeps each, ${documents} do not.`]
}

function translationLines({ translations }: PlaceSummary): string[] {
  if (translations === undefined) return []
  const { named, recognized } = translations
  const pairs = named + recognized
  if (pairs === 0) return []
  return [
    `  ${pairs === 1 ? '1 pair' : `${pairs} pairs`} of translations: ${named} named, ${recognized} recognized.`,
  ]
}

function skippedLines({ skipped }: PlaceSummary): string[] {
  const { groups, others } = groupSkipped(skipped, { maxGroups: MAX_REASONS, maxExamples: MAX_FILES })
  if (groups.length === 0) return []
  const lines = groups.map(({ format, reason, files, examples }) => {
    const more = files > examples.length ? ` … and ${files - examples.length} more` : ''
    const what = format === undefined || reason.startsWith(format) ? reason : `${format}, ${reason}`
    return `  ${what}: ${examples.map(printableLine).join(', ')}${more}`
  })
  return [
    `Skipped ${skipped.length}:`,
    ...lines,
    ...(others > 0 ? [`  … and ${others} more for other reasons`] : []),
  ]
}

/** `bifora explain <file…>`: what is understood of documents, and from what. Nothing is indexed. */
import { createThreads } from '../indexer/drafting/threads.ts'
import { type ExplainedDocument, type Explanation, explainFiles } from '../indexer/explain.ts'
import type { ReadOptions } from '../indexer/read/formats.ts'
import type { Config } from './config.ts'
import { EXIT } from './exit.ts'
import { topicsOf } from './topics-file.ts'

/** Prints what is understood of each file; as JSON a line each. The exit code says whether all could be read. */
export async function explainCommand(
  paths: readonly string[],
  {
    config,
    signal,
    asJson,
    map,
  }: { config: Config; signal: AbortSignal; asJson: boolean } & Pick<ReadOptions, 'map'>,
): Promise<number> {
  const drafting = createThreads(await topicsOf(config), { count: config.workers })
  const reading: ReadOptions = { ...config.reading, ...(map === undefined ? {} : { map }) }
  let hasFailed = false
  try {
    for await (const explanation of explainFiles(paths, { drafting, reading, signal })) {
      if ('failed' in explanation) hasFailed = true
      const text = asJson ? JSON.stringify(explanation) : explanationLines(explanation).join('\n')
      process.stdout.write(`${text}\n`)
    }
  } finally {
    await drafting.close()
  }
  return hasFailed ? EXIT.partly : EXIT.done
}

/** An explanation for people. */
export function explanationLines(explanation: Explanation): string[] {
  const { path, format } = explanation
  if ('failed' in explanation) return [path, `  cannot be read: ${explanation.failed}`, '']
  if ('ignored' in explanation) return [path, `  passed over: ${explanation.ignored}`, '']
  const line = (name: string, value: string): string => `  ${`${name}:`.padEnd(12)} ${value}`
  const { lang, title, topics, references, tags, passages, rejected, warnings } = explanation
  return [
    path,
    line('format', format),
    line('language', lang),
    line('title', title),
    line('date', dateLine(explanation)),
    ...topics.map(({ id, score, evidence }) =>
      line('topic', `${id} ${score.toFixed(2)}, by ${evidence.join(', ')}`),
    ),
    ...references.map(({ id, articles, count }) =>
      line('reference', [`${id} ${count} times`, ...articles].join(', ')),
    ),
    ...(tags.length > 0 ? [line('tags', tags.join(', '))] : []),
    ...rejected.map((reason) => line('not taken', reason)),
    ...warnings.map((warning) => line('warning', warning)),
    ...passages.flatMap(({ page, lang, heading, text }, index) => [
      line(
        `passage ${index + 1}`,
        [lang, ...(page === undefined ? [] : [`page ${page}`]), ...heading].join(' > '),
      ),
      `    ${text}`,
    ]),
    '',
  ]
}

function dateLine({ date, datePrecision, dateBasis, dateEvidence }: ExplainedDocument): string {
  return date === null ? 'none' : `${date} (${datePrecision}, ${dateBasis}), from: ${dateEvidence}`
}

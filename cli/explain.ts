/** `bifora explain <file…>`: what is understood of documents, and from what. Nothing is indexed. */
import { tmpdir } from 'node:os'
import { createThreads } from '../indexer/drafting/threads.ts'
import { type ExplainedDocument, type Explanation, explainFiles } from '../indexer/explain.ts'
import type { ReadOptions } from '../indexer/read/formats.ts'
import type { Config } from './config.ts'
import { EXIT } from './exit.ts'
import { type InputFlags, requireInputFlags, STANDARD_INPUT, takeInput } from './standard-input.ts'
import { topicsOf } from './topics-file.ts'

/** Prints what is understood of each file; as JSON a line each. The exit code says whether all could be read. */
export async function explainCommand(
  paths: readonly string[],
  {
    config,
    signal,
    asJson,
    map,
    inputFlags,
  }: { config: Config; signal: AbortSignal; asJson: boolean; inputFlags: InputFlags } & Pick<
    ReadOptions,
    'map'
  >,
): Promise<number> {
  requireInputFlags(paths, inputFlags)
  const isInput = paths.includes(STANDARD_INPUT)
  const input = isInput ? await takeInput(inputFlags, { folder: tmpdir(), signal }) : undefined
  const drafting = createThreads(await topicsOf(config), { count: config.workers })
  const reading: ReadOptions = { ...config.reading, ...(map === undefined ? {} : { map }) }
  let hasFailed = false
  try {
    const show = async (some: readonly string[], reading: ReadOptions): Promise<void> => {
      for await (const explanation of explainFiles(some, { drafting, reading, signal })) {
        if ('failed' in explanation) hasFailed = true
        const text = asJson ? JSON.stringify(explanation) : explanationLines(explanation).join('\n')
        process.stdout.write(`${text}\n`)
      }
    }
    await show(
      paths.filter((path) => path !== STANDARD_INPUT),
      reading,
    )
    if (input !== undefined) {
      await show([input.path], { ...reading, ...(input.as === undefined ? {} : { as: input.as }) })
    }
  } finally {
    await drafting.close()
    await input?.remove()
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

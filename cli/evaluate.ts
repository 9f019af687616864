/** `bifora evaluate`: how good searches are, measured with judged queries, and whether they got worse. */
import { type Command, InvalidArgumentError } from 'commander'
import { type Config, ConfigError } from './config.ts'
import type { Connection } from './connection.ts'
import { compareReports, hasLost } from './evaluation/compare.ts'
import { readInput, requireFolder, writeOutput } from './evaluation/files.ts'
import { type JudgedQuery, parseJudgments } from './evaluation/judgments.ts'
import { comparisonLines, largestLossLine, reportLines } from './evaluation/lines.ts'
import { measure, questionsOf } from './evaluation/measure.ts'
import { CUTOFF } from './evaluation/measures.ts'
import { parityLine, parityOf } from './evaluation/parity.ts'
import { createReport, parseReport, type Report } from './evaluation/report.ts'
import { EXIT } from './exit.ts'

/** What the command needs of the program around it. */
export type EvaluateContext = {
  /** The configuration, asked for when the command runs. */
  config: () => Config
  signal: AbortSignal
  stdout: { write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown; isTTY?: boolean }
  /** Takes the exit code if the command ran. */
  onDone: (exitCode: number) => void
}

type Options = {
  queries?: string
  fromTranslations?: boolean
  url?: string
  json?: string
  against?: string
  fields: string[]
  size: number
  tolerance: number
}

const MAX_SIZE = 100
/** Loss of a mean that is not yet one. */
const TOLERANCE = 0.01

/** Adds the command `evaluate` to a program. */
export function addEvaluateCommand(program: Command, context: EvaluateContext): void {
  program
    .command('evaluate')
    .description('measure searches with judged queries, through the running service if there is one')
    .option('--queries <file>', 'JSONL: id, lang, q and relevant, ids or paths of documents by language')
    .option(
      '--from-translations',
      'ask for documents that have translations, by title and first words, and say how well each language finds the other',
    )
    .option('--fields <names>', 'properties of the file that hold the wordings to ask', names, ['q'])
    .option('--size <number>', `results that count, at most ${MAX_SIZE}`, sizeOf, CUTOFF)
    .option('--url <address>', 'ask the service at this address')
    .option('--json <file>', 'write the report there, with every single result')
    .option('--against <report>', 'compare with an earlier report; exit code 1 if searches got worse')
    .option('--tolerance <number>', 'loss of a mean, 0 to 1, that still passes', toleranceOf, TOLERANCE)
    .action(async (options: Options) => context.onDone(await evaluateCommand(options, context)))
}

async function evaluateCommand(options: Options, context: EvaluateContext): Promise<number> {
  const { queries: file, fromTranslations = false, against, json, size, tolerance } = options
  const { stdout, stderr } = context
  if ((file === undefined) !== fromTranslations) {
    throw new ConfigError('Give either --queries <file> or --from-translations.')
  }
  const path = file ?? 'translations'
  const given =
    file === undefined ? undefined : questionsOf(parseJudgments(readInput(file), options.fields, file))
  if (given?.length === 0) throw new ConfigError(`${path} has no query with a relevant document.`)
  const before = against === undefined ? undefined : readEarlier(against, size)
  if (json !== undefined) requireFolder(json)

  const measured = await ask(given, options, context)
  const report = createReport({ at: new Date().toISOString(), queries: path, size, ...measured })
  stdout.write(`${reportLines(report).join('\n')}\n`)
  if (fromTranslations) stdout.write(`${parityLine(parityOf(report))}\n`)
  if (json !== undefined) writeOutput(json, `${JSON.stringify(report)}\n`)
  if (report.results.every(({ mrr }) => mrr === 0)) {
    stderr.write('bifora: nothing relevant was found. Is this the index that the queries are about?\n')
  }
  if (before === undefined) return EXIT.done

  const comparison = compareReports(before, report)
  if (comparison.rows.length === 0) throw new ConfigError(`${against} has no query in common with ${path}.`)
  stdout.write(`\n${comparisonLines(comparison, before).join('\n')}\n`)
  if (!hasLost(comparison, tolerance)) return EXIT.done
  stderr.write(`bifora: ${largestLossLine(comparison, before, tolerance)}\n`)
  return EXIT.partly
}

async function ask(
  given: ReturnType<typeof questionsOf> | undefined,
  { url, size }: Options,
  { config, signal, stderr }: EvaluateContext,
): Promise<Pick<Report, 'generation' | 'results'>> {
  const { connect } = await import('./connection.ts')
  const connection = await connect({ config: config(), signal, url, name: 'evaluate' })
  const show = (line: string): unknown => stderr.isTTY && stderr.write(`\r${line}\x1b[K`)
  try {
    const questions = given ?? questionsOf(await translated(connection.search, signal))
    return await measure(questions, {
      search: connection.search,
      size,
      signal,
      onAnswer: (answered) => show(`${answered} of ${questions.length} searches`),
    })
  } finally {
    show('')
    await connection.close()
  }
}

/** @throws {ConfigError} if the index has no translations */
async function translated(search: Connection['search'], signal: AbortSignal): Promise<JudgedQuery[]> {
  const { judgmentsFromTranslations } = await import('./evaluation/from-translations.ts')
  const { languages } = await import('../language/languages.ts')
  const queries = await judgmentsFromTranslations(search, [...languages.keys()], signal)
  if (queries.length > 0) return queries
  throw new ConfigError(
    'No document of the index has a translation. Front matter can name them (translations: [path]); documents that say the same are recognized when both are indexed.',
  )
}

function readEarlier(path: string, size: number): Report {
  const report = parseReport(readInput(path), path)
  if (report.size === size) return report
  throw new ConfigError(
    `${path} counts ${report.size} results, not ${size}. Measure with --size ${report.size}.`,
  )
}

function names(value: string): string[] {
  const all = value.split(',').map((name) => name.trim())
  if (all.includes('')) throw new InvalidArgumentError('Give names with commas between them.')
  return [...new Set(all)]
}

function sizeOf(value: string): number {
  const size = /^\d{1,3}$/.test(value) ? Number(value) : 0
  if (size < 1 || size > MAX_SIZE)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MAX_SIZE}.`)
  return size
}

function toleranceOf(value: string): number {
  const tolerance = value.trim() === '' ? Number.NaN : Number(value)
  if (!(tolerance >= 0 && tolerance <= 1)) throw new InvalidArgumentError('Give a number from 0 to 1.')
  return tolerance
}

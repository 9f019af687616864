/** The measurements as commands: arguments in, tables out. */
import { open, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { installationDir } from '../cli/installation.ts'
import { measureBlocks } from './blocks.ts'
import { type ChangeOptions, measureChange } from './change.ts'
import { measureDescribing } from './describe.ts'
import { readPassages } from './documents.ts'
import { BenchError } from './errors.ts'
import { drawExpansions } from './expansions.ts'
import { type ExportOptions, measureExport } from './export.ts'
import { readJudgments } from './judgments.ts'
import { measureOutage, type OutageOptions } from './outage.ts'
import { measureProcesses, type ProcessesOptions } from './processes.ts'
import { BRIDGES, type BridgeKind, measureRelevance } from './relevance.ts'
import {
  blocksTable,
  changeTables,
  describeTables,
  expansionTable,
  exportTable,
  missTable,
  outageTable,
  processesTables,
  relevanceTable,
  sizesTables,
  speedTables,
  suggestTable,
} from './report.ts'
import { readSentences, readTexts } from './sentences.ts'
import { measureSizes, type SizesOptions } from './sizes.ts'
import { measureSpeed, type SpeedOptions } from './speed.ts'
import { measureSuggest, type SuggestOptions } from './suggest.ts'
import type { OverSentences, Surroundings } from './surroundings.ts'
import { packagedNotes, writeNotes } from './write-notes.ts'

/** The program, ready to parse its arguments. It throws where something is wrong with them. */
export function benchProgram({ signal, say, binary }: Surroundings): Command {
  const print = (text: string): boolean => process.stdout.write(`${text}\n`)
  /** A measurement over documents that are made up of sentences: its tables are printed, its figures written. */
  const overSentences = async <Report extends object>(
    options: FromFiles & { seed: number },
    measure: (given: OverSentences) => Promise<Report>,
    tables: (report: Report) => string,
  ): Promise<void> => {
    await requireWritable(options.json)
    const sentences = await readSentences(options.source)
    const report = await measure({ sentences, seed: options.seed, binary, signal, say })
    print(tables(report))
    await writeJson(options.json, { ...options, ...report })
  }
  const program = new Command('bench')
    .description('Measure search quality and speed. See bench/README.md for what the figures mean.')
    .exitOverride()
    .showHelpAfterError('(--help says what there is)')

  program
    .command('relevance')
    .description('judged queries through the API: MRR@10, recall@10, nDCG@10, latency')
    .requiredOption('--passages <file>', 'JSONL, .gz allowed: id, lang, text and maybe title, date, topics')
    .requiredOption('--queries <file>', 'JSONL, .gz allowed: id, lang, relevant and the fields')
    .option('--fields <names>', 'wordings to ask', list, ['keywords', 'keywords3', 'question', 'typo'])
    .addOption(new Option('--bridge <parts>', 'what of it to use').choices(BRIDGES).default('full'))
    .option('--lexicon <file...>', 'lexicons beside the packaged one, named as learned-it-en.tsv is')
    .option('--peers', 'ask Meilisearch alone as well')
    .option('--json <file>', 'write the figures there too')
    .action(async (options: RelevanceArguments) => {
      await requireWritable(options.json)
      const documents = await readPassages(options.passages)
      const queries = await readJudgments(options.queries, options.fields)
      const { fields, bridge, lexicon: lexicons = [], peers: withPeers = false } = options
      const rows = await measureRelevance({
        documents,
        queries,
        fields,
        bridge,
        lexicons,
        withPeers,
        binary,
        signal,
        say,
      })
      print(relevanceTable(rows))
      await writeJson(options.json, { ...options, passages: documents.length, rows })
    })

  program
    .command('speed')
    .description('indexing and searching beside Meilisearch alone, and nearness to exact BM25')
    .requiredOption('--passages <number>', 'passages to make', wholeNumber)
    .option('--source <file>', 'passages to take the sentences from; default: the sample corpus')
    .option('--per-document <number>', 'passages of a document at most', wholeNumber, 8)
    .option('--queries <number>', 'queries of each kind', wholeNumber, 200)
    .option('--seed <number>', 'for other passages and queries', wholeNumber, 1)
    .option('--json <file>', 'write the figures there too')
    .action((options: Arguments<SpeedOptions>) =>
      overSentences(options, (given) => measureSpeed({ ...options, ...given }), speedTables),
    )

  program
    .command('sizes')
    .description(
      'indexes of several sizes, from files: time, disk, memory, searches of one client and of four',
    )
    .requiredOption('--sizes <numbers>', 'passages of each, with commas between them', wholeNumbers)
    .requiredOption('--at <folder>', 'where files and indexes are put, and stay')
    .option('--source <file>', 'passages to take the sentences from; default: the sample corpus')
    .option('--queries <number>', 'queries of each kind', wholeNumber, 200)
    .option('--seed <number>', 'for other passages and queries', wholeNumber, 1)
    .option('--json <file>', 'write the figures there too')
    .action((options: Arguments<SizesOptions>) =>
      overSentences(
        options,
        async (given) => ({ rows: await measureSizes({ ...options, ...given }) }),
        ({ rows }) => sizesTables(rows),
      ),
    )

  program
    .command('change')
    .description('what changing an index costs: from PUT to found, while searching, and a folder again')
    .option('--passages <number>', 'passages that the index has before', wholeNumber, 10_000)
    .option('--source <file>', 'passages to take the sentences from; default: the sample corpus')
    .option('--puts <number>', 'documents that are put', wholeNumber, 30)
    .option('--files <number>', 'files of the folder', wholeNumber, 10_000)
    .option('--seed <number>', 'for other passages', wholeNumber, 1)
    .option('--json <file>', 'write the figures there too')
    .action((options: Arguments<ChangeOptions>) =>
      overSentences(options, (given) => measureChange({ ...options, ...given }), changeTables),
    )

  program
    .command('suggest')
    .description('suggestions while somebody types, beside one query of Meilisearch alone')
    .option('--passages <number>', 'passages that the index has', wholeNumber, 10_000)
    .option('--source <file>', 'passages to take the sentences from; default: the sample corpus')
    .option('--per-document <number>', 'passages of a document at most', wholeNumber, 8)
    .option('--queries <number>', 'unfinished queries of each kind', wholeNumber, 200)
    .option('--seed <number>', 'for other passages and queries', wholeNumber, 1)
    .option('--json <file>', 'write the figures there too')
    .action((options: Arguments<SuggestOptions>) =>
      overSentences(options, (given) => measureSuggest({ ...options, ...given }), suggestTable),
    )

  program
    .command('export')
    .description('everything exported while documents change: none missing or twice, memory of the service')
    .option('--documents <number>', 'documents that the index has', wholeNumber, 10_000)
    .option('--source <file>', 'passages to take the sentences from; default: the sample corpus')
    .option('--seed <number>', 'for other documents', wholeNumber, 1)
    .option('--json <file>', 'write the figures there too')
    .action((options: Arguments<ExportOptions>) =>
      overSentences(
        options,
        async (given) => ({ rows: await measureExport({ ...options, ...given }) }),
        ({ rows }) => exportTable(rows),
      ),
    )

  program
    .command('outage')
    .description('what clients notice when one of three servers of an index is frozen, slow or killed')
    .option('--passages <number>', 'passages of the index', wholeNumber, 20_000)
    .option('--source <file>', 'passages to take the sentences from; default: the sample corpus')
    .option('--seconds <number>', 'how long the server is away', wholeNumber, 10)
    .option('--seed <number>', 'for other passages and searches', wholeNumber, 1)
    .option('--json <file>', 'write the figures there too')
    .action((options: Arguments<OutageOptions>) =>
      overSentences(
        options,
        async (given) => ({ rows: await measureOutage({ ...options, ...given }) }),
        ({ rows }) => outageTable(rows),
      ),
    )

  program
    .command('blocks')
    .description('how long other work holds up searches at most, on a made-up vocabulary')
    .option('--terms <number>', 'terms of the vocabulary', wholeNumber, 300_000)
    .option('--runs <number>', 'how often; the least counts', wholeNumber, 3)
    .option('--seed <number>', 'for another vocabulary', wholeNumber, 1)
    .option('--json <file>', 'write the figures there too')
    .action(async (options: BlocksArguments) => {
      await requireWritable(options.json)
      const blocks = await measureBlocks({ ...options, say })
      print(blocksTable(blocks))
      await writeJson(options.json, { ...options, blocks })
    })

  program
    .command('processes')
    .description('searches a second of a service of several processes beside one of a single process')
    .option('--passages <number>', 'passages of the index', wholeNumber, 10_000)
    .option('--source <file>', 'passages to take the sentences from; default: the sample corpus')
    .option('--processes <number>', 'processes that answer', wholeNumber, 2)
    .option('--clients <number>', 'clients that search all the time', wholeNumber, 8)
    .option('--turns <number>', 'how often the two take turns', wholeNumber, 3)
    .option('--seconds <number>', 'how long a turn is', wholeNumber, 15)
    .option('--seed <number>', 'for other passages and searches', wholeNumber, 1)
    .option('--json <file>', 'write the figures there too')
    .action((options: Arguments<ProcessesOptions>) =>
      overSentences(options, (given) => measureProcesses({ ...options, ...given }), processesTables),
    )

  program
    .command('describe')
    .description('a labelled corpus in all formats: language, dates, topics, titles, headings, main text')
    .option('--corpus <folder>', 'with files/ and labels.jsonl', join(installationDir, 'bench', 'corpus'))
    .option('--wrong', 'list each mistake with what was got')
    .option('--json <file>', 'write the figures there too')
    .action(async ({ corpus, wrong, json }: DescribeArguments) => {
      await requireWritable(json)
      const report = await measureDescribing({ corpus, signal, say })
      if (wrong === true) print(missTable(report))
      print(describeTables(report))
      await writeJson(json, report)
    })

  program
    .command('expansions')
    .description('a sample of what single words expand to, for judging by reading')
    .option('--passages <file>', 'where the words are from; default: the sample corpus')
    .option('--count <number>', 'expansions to show at least', wholeNumber, 300)
    .option('--frequent <number>', 'passages that a word must be in', wholeNumber, 3)
    .option('--seed <number>', 'for other words', wholeNumber, 1)
    .action(async ({ passages, count, frequent, seed }: ExpansionArguments) => {
      const drawn = await drawExpansions(await readTexts(passages), { count, frequent, seed })
      print(`seed ${seed}, ${passages ?? 'sample corpus'}, words in ${frequent} passages or more`)
      print(expansionTable(drawn))
    })

  program
    .command('notes')
    .description('writes short notes into a folder: a collection to index, and to look at the page with')
    .argument('<folder>', 'where they are put')
    .option('--count <number>', 'how many', wholeNumber, 12_000)
    .option('--seed <number>', 'for other notes', wholeNumber, 1)
    .action(async (folder: string, { count, seed }: { count: number; seed: number }) => {
      await writeNotes(folder, packagedNotes(count, seed))
      print(`${count} notes are in ${folder}`)
    })
  return program
}

/** Where sentences are read from, and figures written to. */
type FromFiles = { source?: string; json?: string }
/** What is given to a command for a measurement over sentences. */
type Arguments<Options extends OverSentences> = Omit<Options, keyof Surroundings | 'sentences'> & FromFiles
type ExpansionArguments = { passages?: string; count: number; frequent: number; seed: number }
type RelevanceArguments = {
  passages: string
  queries: string
  fields: string[]
  bridge: BridgeKind
  lexicon?: string[]
  peers?: boolean
  json?: string
}
type DescribeArguments = { corpus: string; wrong?: boolean; json?: string }
type BlocksArguments = { terms: number; runs: number; seed: number; json?: string }

function list(value: string): string[] {
  const names = value.split(',').map((name) => name.trim())
  if (names.includes('')) throw new InvalidArgumentError('Give names with commas between them.')
  return names
}

function wholeNumbers(value: string): number[] {
  return list(value).map(wholeNumber)
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Give a whole number above 0.')
  return Number(value)
}

/** A measurement takes minutes: better to know before. */
async function requireWritable(path: string | undefined): Promise<void> {
  if (path === undefined) return
  const file = await open(path, 'a').catch((cause: Error) => {
    throw new BenchError(`--json ${path} cannot be written: ${cause.message}.`, { cause })
  })
  await file.close()
}

async function writeJson(path: string | undefined, figures: object): Promise<void> {
  if (path === undefined) return
  const machine = { cpu: cpus()[0]?.model ?? '', cores: availableParallelism(), node: process.version }
  await writeFile(path, `${JSON.stringify({ at: new Date().toISOString(), machine, ...figures }, null, 2)}\n`)
}

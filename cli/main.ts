#!/usr/bin/env node
/**
 * The command `bifora`: words in, exit code out. Each command is loaded when it is run: most need the reader of documents or
 * the service, which take longer to load than others to do all of their work.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander'
import { type ColumnMap, parseColumnMap } from '../indexer/read/column-map.ts'
import { completionScript, SHELLS, type Shell } from './completion.ts'
import { readConfig } from './config.ts'
import { addEvaluateCommand } from './evaluate.ts'
import { EXIT, explain } from './exit.ts'
import { installationDir } from './installation.ts'
import { addKeysCommand } from './keys.ts'
import type { LearnFlags } from './learn.ts'
import { addLexiconCommand } from './lexicon.ts'
import { manualPage } from './manual.ts'
import { keepPrintable, tolerateClosedOutputs } from './output.ts'
import { onStopSignal } from './signals.ts'
import type { InputFlags } from './standard-input.ts'

const { version } = JSON.parse(readFileSync(join(installationDir, 'package.json'), 'utf8')) as {
  version: string
}
tolerateClosedOutputs()
for (const stream of [process.stdout, process.stderr]) keepPrintable(stream)
const signal = onStopSignal()
const config = () => readConfig(process.env, process.cwd())

const program = new Command('bifora')
  .description('Search Italian and English documents, by command or over REST.')
  .version(version)
  .exitOverride()
  .configureHelp({ sortSubcommands: false })
  .addHelpText(
    'after',
    `
Settings come from the environment or a file .env: HOST, PORT, ALLOWED_HOSTS, BASE_PATH, TRUST_PROXY, CORS_ORIGINS,
WRITE, REQUIRE_KEY, RATE_LIMIT, BIFORA_KEY, DATA_DIR, LOG_LEVEL, LEARN, WORKERS, PROCESSES, OCR, OCR_LANGS, TOPICS,
EMBEDDER_URL, EMBEDDER_MODEL, EMBEDDER_KEY, EMBEDDER_TIMEOUT_MS, MEILI_URL, MEILI_KEY; MEILI_BIN from the environment only.
Exit codes: 0 done, 1 done in part (some files skipped; nothing found; searches got worse), 2 failed, 130 interrupted.`,
  )

program
  .command('start')
  .description('index (the sample corpus, or the given paths) if needed, then serve the API')
  .argument('[path...]', 'files or folders; what has changed of them is indexed first')
  .option('--json', 'print where the service listens as JSON')
  .action(async (paths: string[], options: { json?: boolean }) => {
    const { startCommand } = await import('./start.ts')
    process.exitCode = await startCommand(paths, { config: config(), signal, asJson: options.json ?? false })
  })

program
  .command('index')
  .description('bring the index in step with files and folders: what is new, has changed or is gone')
  .argument('<path...>', 'files or folders, each a place of its own; - for the standard input')
  .option('--dry-run', 'only say what would be done')
  .option('--watch', 'go on with what changes, until it is stopped')
  .option('--keep-missing', 'keep documents whose files are gone')
  .option('--allow-empty', 'remove all documents of a folder that is empty')
  .option(
    '--map <field=column,…>',
    'which column of CSV and JSON is what, e.g. title=headline,text=body; remembered; none: by their names',
    columnMap,
  )
  .option(
    '--name <name>',
    'what the standard input is called, as a file would be: posts.jsonl; default: stdin',
  )
  .option('--format <format>', 'format of the standard input; default: told by its content, else by --name')
  .option('--rebuild', 'build the index anew, and read all files of these paths again')
  .option('--json', 'print the summary as JSON')
  .action(
    async (
      paths: string[],
      {
        name,
        format,
        ...options
      }: Record<string, boolean | undefined> & { map?: ColumnMap | 'none'; name?: string; format?: string },
    ) => {
      const { indexCommand } = await import('./index.ts')
      process.exitCode = await indexCommand(paths, {
        config: config(),
        signal,
        asJson: options.json ?? false,
        isRebuilt: options.rebuild ?? false,
        isWatching: options.watch ?? false,
        flags: {
          isDryRun: options.dryRun ?? false,
          keepsMissing: options.keepMissing ?? false,
          allowsEmpty: options.allowEmpty ?? false,
          map: options.map,
        },
        inputFlags: { name, format },
      })
    },
  )

program
  .command('places')
  .description('list the places that the index is kept in step with')
  .option('--json', 'print them as JSON')
  .action(async (options: { json?: boolean }) => {
    const { placesCommand } = await import('./places.ts')
    process.exitCode = await placesCommand({ config: config(), signal, asJson: options.json ?? false })
  })

program
  .command('forget')
  .description('remove all documents of a place')
  .argument('<place>', 'its name or its path')
  .option('--json', 'print what was done as JSON')
  .action(async (place: string, options: { json?: boolean }) => {
    const { forgetCommand } = await import('./places.ts')
    process.exitCode = await forgetCommand(place, { config: config(), signal, asJson: options.json ?? false })
  })

program
  .command('check')
  .description('look at the whole index: whether all that was indexed is there, and counted right')
  .option('--repair', 'build the index anew from its records if not')
  .option('--json', 'print what was found as JSON')
  .action(async (options: { repair?: boolean; json?: boolean }) => {
    const isRepaired = options.repair ?? false
    const { checkCommand } = await import('./check.ts')
    process.exitCode = await checkCommand({
      config: config(),
      signal,
      asJson: options.json ?? false,
      isRepaired,
    })
  })

program
  .command('rebalance')
  .description('spread the index over all servers that MEILI_URL names; searches go on')
  .option('--json', 'print the summary as JSON')
  .action(async (options: { json?: boolean }) => {
    const { rebalanceCommand } = await import('./rebalance.ts')
    process.exitCode = await rebalanceCommand({ config: config(), signal, asJson: options.json ?? false })
  })

program
  .command('backup')
  .description('write the index, lexicons and keys (hashes only) into one file; searches go on')
  .argument('<file>', 'the file to write; - for the standard output')
  .option('--force', 'replace a file that is there already')
  .option('--json', 'print the summary as JSON')
  .action(async (file: string, options: { force?: boolean; json?: boolean }) => {
    const { backupCommand } = await import('./backup.ts')
    process.exitCode = await backupCommand(file, {
      config: config(),
      signal,
      asJson: options.json ?? false,
      isForced: options.force ?? false,
    })
  })

program
  .command('restore')
  .description('put what a backup has in place of the index; what is live stays until all of it is there')
  .argument('<file>', 'a file that bifora backup has written; - for the standard input')
  .option('--replace', 'also where documents of your own, or lexicons, would be replaced')
  .option('--json', 'print the summary as JSON')
  .action(async (file: string, options: { replace?: boolean; json?: boolean }) => {
    const { restoreCommand } = await import('./restore.ts')
    process.exitCode = await restoreCommand(file, {
      config: config(),
      signal,
      asJson: options.json ?? false,
      isReplacing: options.replace ?? false,
    })
  })

program
  .command('serve')
  .description('serve the API over what is indexed')
  .option('--json', 'print where the service listens as JSON')
  .action(async (options: { json?: boolean }) => {
    const { serveCommand } = await import('./serve.ts')
    process.exitCode = await serveCommand({ config: config(), signal, asJson: options.json ?? false })
  })

program
  .command('explain')
  .description('show what is understood of files, from what, and what was not taken; nothing is indexed')
  .argument('<path...>', 'files or folders; - for the standard input')
  .option('--map <field=column,…>', 'which column of CSV and JSON is what, as for index', columnMap)
  .option('--name <name>', 'what the standard input is called, as for index')
  .option('--format <format>', 'format of the standard input, as for index')
  .option('--json', 'print a line of JSON for each document')
  .action(
    async (
      paths: string[],
      { json, map, ...inputFlags }: { json?: boolean; map?: ColumnMap | 'none' } & InputFlags,
    ) => {
      const { explainCommand } = await import('./explain.ts')
      process.exitCode = await explainCommand(paths, {
        config: config(),
        signal,
        asJson: json ?? false,
        ...(map === undefined || map === 'none' ? {} : { map }),
        inputFlags,
      })
    },
  )

program
  .command('search')
  .description('search what is indexed, through the running service if there is one')
  .argument('<query...>', 'words; "quoted words" as a phrase; -word excludes (put -- before it)')
  .option('--lang <codes>', 'only documents in these languages, e.g. it,en')
  .option('--topic <ids>', 'only documents with any of these topics')
  .option('--from <date>', 'published on or after: YYYY, YYYY-MM or YYYY-MM-DD')
  .option('--to <date>', 'published on or before')
  .option(
    '--undated <what>',
    'documents without a date under --from and --to: exclude (default), include, or only these',
  )
  .option('--date-basis <bases>', 'only dates that are published, updated, inferred, or unknown')
  .option('--reference <act>', 'only documents that refer to an act or a standard, in any spelling')
  .option('--tag <tag>', "only documents with this tag of their author's")
  .option('--source <name>', 'only documents that were published by this one')
  .option('--sort <order>', 'relevance, date or -date')
  .option('--page <number>', 'page of results, from 1', wholeNumber)
  .option('--size <number>', 'documents a page, at most 100; default 10', wholeNumber)
  .option('--url <address>', 'ask the service at this address')
  .option('--json', 'print the answer of the API as JSON')
  .action(async (words: string[], options: Record<string, string | boolean>) => {
    const { json, url, dateBasis, ...others } = options
    const params = { ...others, ...(dateBasis === undefined ? {} : { dateBasis }) }
    const { searchCommand } = await import('./search.ts')
    process.exitCode = await searchCommand(words.join(' '), {
      config: config(),
      signal,
      asJson: json === true,
      url: typeof url === 'string' ? url : undefined,
      params: params as Record<string, string>,
    })
  })

program
  .command('learn')
  .description('learn a lexicon from sentences and their translations')
  .argument('[file...]', 'sentence, tab, translation: a pair a line, gzipped or not; at most 500,000 pairs')
  .option('--from <code>', 'language of the first column', 'it')
  .option('--to <code>', 'language of the second column', 'en')
  .option('--index', 'learn anew what is learned from the index by itself, and nothing else')
  .option('--documents', 'learn from the indexed documents that are translations of each other, too')
  .option('--output <file>', 'where to write it; default: among the lexicons in use')
  .option('--json', 'print the summary as JSON')
  .action(async (files: string[], { from, to, documents, index, output, json }: LearnFlags) => {
    if (index === true) {
      const { learnIndexCommand } = await import('./learn.ts')
      process.exitCode = await learnIndexCommand({ config: config(), signal, asJson: json ?? false })
      return
    }
    const { learnCommand } = await import('./learn.ts')
    process.exitCode = await learnCommand(files, {
      config: config(),
      signal,
      asJson: json ?? false,
      from,
      to,
      output,
      fromDocuments: documents ?? false,
    })
  })

addEvaluateCommand(program, {
  config,
  signal,
  stdout: process.stdout,
  stderr: process.stderr,
  onDone: (exitCode) => {
    process.exitCode = exitCode
  },
})

addKeysCommand(program, {
  dataDir: () => config().dataDir,
  stdout: process.stdout,
  onDone: (exitCode) => {
    process.exitCode = exitCode
  },
})

addLexiconCommand(program, {
  dataDir: () => config().dataDir,
  signal,
  stdout: process.stdout,
  stderr: process.stderr,
  onDone: (exitCode) => {
    process.exitCode = exitCode
  },
})

program
  .command('completion')
  .description('print a script by which a shell completes words of this command')
  .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
  .action((shell: Shell) => {
    process.stdout.write(completionScript(program, shell))
  })

// For whoever packs it: docs/bifora.1.
program
  .command('manual', { hidden: true })
  .description('print the manual page, for man')
  .action(() => {
    process.stdout.write(manualPage(program, version))
  })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.failed
  else process.exitCode = explain(error, signal, process.stderr)
}

function columnMap(value: string): ColumnMap | 'none' {
  if (value === 'none') return value
  try {
    return parseColumnMap(value)
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message)
  }
}

function wholeNumber(value: string): string {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Give a whole number.')
  return value
}

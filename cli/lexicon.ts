/** `bifora lexicon …`: look at, add to, and remove the lexicons that connect the languages. */
import { rmSync } from 'node:fs'
import type { Command } from 'commander'
import { createBridge } from '../language/bridge/bridge.ts'
import { explainWords } from '../language/bridge/explain.ts'
import { LexiconError } from '../language/bridge/lexicon.ts'
import { EXIT } from './exit.ts'
import { addToLexicons } from './lexicon/add.ts'
import { rejectPair } from './lexicon/decisions.ts'
import { fileError } from './lexicon/disk.ts'
import { explanationLines } from './lexicon/explanation-lines.ts'
import { type LexiconFile, packagedLexicon, readLexicons, storedLexicons } from './lexicon/files.ts'
import { whileLocked } from './lock.ts'

/** What the commands need of the program around them. */
export type LexiconContext = {
  /** The data directory, asked for when a command runs. */
  dataDir: () => string
  signal: AbortSignal
  stdout: { write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown }
  /** Takes the exit code of a command that ran. */
  onDone: (exitCode: number) => void
}

/** Adds the command `lexicon` and its own commands to a program. */
export function addLexiconCommand(program: Command, context: LexiconContext): void {
  const lexicon = program.command('lexicon').description('see and change what connects the languages')
  lexicon
    .command('add')
    .description(
      'add files of pairs, dictionaries and thesauri; or one pair: add "cavo sottomarino" "submarine cable"',
    )
    .argument(
      '<file...>',
      'TSV (.tsv), dictd (.index, .dict, .dict.dz), SKOS (.ttl, .nt, .rdf, .xml); or two words',
    )
    .option(
      '--from <code>',
      'language of the first column, or of the headwords; default: as the file name says, else it',
    )
    .option('--to <code>', 'language of the translations; default: as the file name says, else en')
    .option('--name <name>', 'name of the lexicon; default: as the file is called')
    .action(async (given: string[], { from, to, name }: { from?: string; to?: string; name?: string }) => {
      const lines = await addToLexicons(given, {
        dataDir: context.dataDir(),
        from,
        to,
        name,
        signal: context.signal,
      })
      context.stdout.write(`${lines.join('\n')}\n`)
      context.onDone(EXIT.done)
    })
  lexicon
    .command('reject')
    .description('say that a pair is no translation, whatever lexicons say: reject "rete" "goal"')
    .argument('<italian>', 'a word or term, in any form')
    .argument('<english>', 'what it does not mean')
    .action(async (it: string, en: string) => {
      const line = await rejectPair({ it, en }, context.dataDir(), context.signal)
      context.stdout.write(`${line}\n`)
      context.onDone(EXIT.done)
    })
  lexicon
    .command('list')
    .description('the lexicons in use')
    .option('--json', 'print them as JSON')
    .action(({ json }: { json?: boolean }) => context.onDone(list(context, json ?? false)))
  lexicon
    .command('explain')
    .description('what is known of a word or term, in both languages')
    .argument('<word...>', 'a word, or the words of a term')
    .option('--json', 'print it as JSON')
    .action((words: string[], { json }: { json?: boolean }) =>
      context.onDone(explain(words.join(' '), context, json ?? false)),
    )
  lexicon
    .command('remove')
    .description('remove a lexicon that was added')
    .argument('<name>', 'its name, as in list')
    .action(async (name: string) => {
      const dataDir = context.dataDir()
      requireStored(name, dataDir)
      const path = await whileLocked(dataDir, context.signal, () => remove(name, dataDir))
      context.stdout.write(`Removed ${path}.\n`)
      context.onDone(EXIT.done)
    })
}

function list({ dataDir, stdout, stderr }: LexiconContext, asJson: boolean): number {
  const { lexicons, problems } = readLexicons(dataDir())
  const rows = lexicons.map(({ entries, name, from, to, via, path, isPackaged }) => ({
    name,
    from,
    to,
    via,
    entries: entries.length,
    path,
    isPackaged,
  }))
  if (asJson) {
    const failures = problems.map(({ message, line }) => ({ message, line }))
    stdout.write(`${JSON.stringify({ lexicons: rows, problems: failures })}\n`)
  } else {
    const nameWidth = Math.max(0, ...rows.map(({ name }) => name.length))
    for (const { name, from, to, via, entries, path } of rows) {
      stdout.write(
        `${name.padEnd(nameWidth)}  ${from}–${to}  ${via.padEnd(10)}  ${String(entries).padStart(7)} pairs  ${path}\n`,
      )
    }
    reportProblems(problems, stderr)
  }
  return problems.length > 0 ? EXIT.partly : EXIT.done
}

function explain(words: string, { dataDir, stdout, stderr }: LexiconContext, asJson: boolean): number {
  const { lexicons, problems } = readLexicons(dataDir())
  const explanations = explainWords(words, createBridge(lexicons))
  reportProblems(problems, stderr)
  if (asJson) stdout.write(`${JSON.stringify({ words, languages: explanations })}\n`)
  else stdout.write(`${explanationLines(words, explanations).join('\n')}\n`)
  return explanations.some(({ units, rejected }) => units.length + rejected.length > 0)
    ? EXIT.done
    : EXIT.partly
}

function reportProblems(problems: readonly LexiconError[], stderr: LexiconContext['stderr']): void {
  for (const { message } of problems) stderr.write(`bifora: not used: ${message}\n`)
}

/** Removes a lexicon of the data directory and gives its path. */
function remove(given: string, dataDir: string): string {
  const { path } = requireStored(given, dataDir)
  try {
    rmSync(path)
  } catch (error) {
    throw fileError(error, path)
  }
  return path
}

/** The file of a lexicon of the data directory. */
function requireStored(given: string, dataDir: string): LexiconFile {
  const name = given.replace(/\.tsv$/, '')
  const stored = storedLexicons(dataDir)
  const found = stored.find((file) => file.name === name)
  if (found === undefined) {
    if (name === packagedLexicon.name) {
      throw new LexiconError(
        `"${name}" comes with Bifora and stays. Pairs that you add weigh more than its own: bifora lexicon add parola word`,
      )
    }
    const names = stored.map((file) => file.name).join(', ')
    throw new LexiconError(
      `There is no lexicon "${name}". ${names === '' ? 'None have been added.' : `There are: ${names}.`}`,
    )
  }
  return found
}

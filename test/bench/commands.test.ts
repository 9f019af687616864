/** The bench as a program: that what its README names is there, and that what makes no sense is refused. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommanderError } from 'commander'
import t from 'tap'
import { benchProgram } from '../../bench/commands.ts'
import { BenchError } from '../../bench/errors.ts'

t.test('every measurement of the README is a command with the options named there', async (t) => {
  const program = benchProgram({ signal: new AbortController().signal, say: () => {}, binary: undefined })
  const readme = readFileSync(new URL('../../bench/README.md', import.meta.url), 'utf8')
  const sections = readme.split(/^## /m).filter((section) => section.includes('npm run bench -- '))
  t.equal(sections.length, program.commands.length, 'a section for each')
  for (const section of sections) {
    const name = /npm run bench -- (\w+)/.exec(section)?.[1]
    const command = program.commands.find((one) => one.name() === name)
    if (command === undefined) {
      t.fail(`${name} is no command`)
      continue
    }
    const options = command.options.map(({ long }) => long)
    for (const [, option] of section.matchAll(/`(--[a-z-]+)/g)) {
      t.ok(options.includes(option), `${name} ${option}`)
    }
  }
})

t.test('change has the sizes that its README names if nothing is said', (t) => {
  const program = benchProgram({ signal: new AbortController().signal, say: () => {}, binary: undefined })
  const change = program.commands.find((one) => one.name() === 'change')
  t.strictSame(change?.opts(), { passages: 10_000, puts: 30, files: 10_000, seed: 1 })
  t.end()
})

t.test('arguments that make no sense are refused before anything is measured', async (t) => {
  const cases: [why: string, args: string[], code: string][] = [
    ['no puts', ['change', '--puts', '0'], 'commander.invalidArgument'],
    ['a fraction of a file', ['change', '--files', '1.5'], 'commander.invalidArgument'],
    ['less than nothing', ['change', '--passages', '-3'], 'commander.invalidArgument'],
    ['words for numbers', ['change', '--seed', 'uno'], 'commander.invalidArgument'],
    ['an option of another command', ['change', '--queries', '5'], 'commander.unknownOption'],
    ['a value without its option', ['change', '200000'], 'commander.excessArguments'],
    ['sizes that are none', ['sizes', '--sizes', '1000,few', '--at', 'folder'], 'commander.invalidArgument'],
    ['sizes nowhere', ['sizes', '--sizes', '1000'], 'commander.missingMandatoryOptionValue'],
    ['a command that is none', ['changes'], 'commander.unknownCommand'],
  ]
  for (const [why, args, code] of cases) {
    const program = benchProgram({ signal: new AbortController().signal, say: () => {}, binary: undefined })
    for (const one of [program, ...program.commands]) one.configureOutput({ writeErr: () => {} })
    const error = await program.parseAsync(args, { from: 'user' }).then(
      () => undefined,
      (cause: unknown) => cause,
    )
    t.ok(error instanceof CommanderError, why)
    t.equal((error as CommanderError).code, code, why)
  }
})

t.test('files that cannot be used are named', async (t) => {
  const missing = join(t.testdir(), 'missing.jsonl')
  const cases: [why: string, args: string[]][] = [
    ['sentences from nowhere', ['change', '--source', missing]],
    ['figures to nowhere', ['change', '--json', join(missing, 'figures.json')]],
  ]
  for (const [why, args] of cases) {
    const program = benchProgram({ signal: new AbortController().signal, say: () => {}, binary: undefined })
    const error = await program.parseAsync(args, { from: 'user' }).catch((cause: unknown) => cause)
    t.ok(error instanceof BenchError, why)
    t.match((error as BenchError).message, 'missing.jsonl', why)
  }
})

/** The manual page `bifora(1)`, made of the help of the commands. Pure. */
import type { Command } from 'commander'

/** The page, in the language of `man` (man(7)). */
export function manualPage(program: Command, version: string): string {
  const help = program.createHelp()
  const [name, description] = [program.name(), program.description()]
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User Commands"`,
    '.SH NAME',
    `${name} \\- ${plain(description.replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    `.B ${name}`,
    '.I command',
    '[options] [arguments]',
    '.SH COMMANDS',
    ...help
      .visibleCommands(program)
      .filter((command) => command.name() !== 'help')
      .flatMap((command) => commandLines(command, name)),
    '.SH OPTIONS',
    ...optionLines(program),
    ...afterHelp(program),
    '.SH SEE ALSO',
    'README.md and the API page of a running service, /docs',
    '',
  ].join('\n')
}

function commandLines(command: Command, parents: string): string[] {
  const help = command.createHelp()
  const subcommands = help.visibleCommands(command).filter((one) => one.name() !== 'help')
  const path = `${parents} ${command.name()}`
  const args = help.visibleArguments(command)
  return [
    `.SS "${plain(`${path} ${command.usage()}`).replaceAll('"', '\\(dq')}"`,
    plain(command.description()),
    ...args.flatMap((argument) => [
      '.TP',
      `.I ${plain(help.argumentTerm(argument))}`,
      plain(argument.description),
    ]),
    ...optionLines(command),
    ...subcommands.flatMap((one) => commandLines(one, path)),
  ]
}

function optionLines(command: Command): string[] {
  const help = command.createHelp()
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')
    .flatMap((option) => [
      '.TP',
      `.B ${plain(help.optionTerm(option))}`,
      plain(help.optionDescription(option)),
    ])
}

/** What the help says at its end: settings and exit codes, a paragraph each. */
function afterHelp(program: Command): string[] {
  let text = ''
  const write = (piece: string): void => {
    text += piece
  }
  program.configureOutput({ writeOut: write })
  program.outputHelp()
  const paragraphs = text
    .slice(text.indexOf('Settings come from'))
    .trim()
    .split(/\n(?=[A-Z][a-z]+ [a-z]+:)/)
  return [
    '.SH SETTINGS AND EXIT CODES',
    ...paragraphs.flatMap((paragraph) => ['.PP', plain(paragraph.replaceAll('\n', ' '))]),
  ]
}

/** A text that is no markup: signs that can be copied, none beyond ASCII, and no line that begins like a request. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(
      /[^\x20-\x7e]/gu,
      (sign) => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^(?=[.'])/, '\\&')
}

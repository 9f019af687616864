/** Scripts by which shells complete words of this command: what can be typed is read off the commands themselves. Pure. */
import type { Command, Option } from 'commander'

/** Shells that a script can be had for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
/** One of them. */
export type Shell = (typeof SHELLS)[number]

/** A command as it is typed, its options, and whether it takes files. */
type Typed = {
  /** Words after `bifora`; empty for itself. */
  words: string[]
  description: string
  options: { flags: string[]; description: string; takesFile: boolean }[]
  subcommands: { name: string; description: string }[]
  /** Words that its argument can be. */
  choices: readonly string[]
  takesFiles: boolean
}

/** Arguments and values of options that are files. */
const FILES = /path|file|folder/i

/** The script for a shell; source it, or put it where the shell looks for such. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = typedCommands(program, [])
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands)
}

/** A command and those below it. */
function typedCommands(command: Command, words: string[]): Typed[] {
  const help = command.createHelp()
  const subcommands = help.visibleCommands(command)
  const [argument] = command.registeredArguments
  return [
    {
      words,
      description: command.description(),
      options: help.visibleOptions(command).map(typedOption),
      subcommands: subcommands.map((one) => ({ name: one.name(), description: one.description() })),
      choices: argument?.argChoices ?? [],
      takesFiles: argument !== undefined && FILES.test(argument.name()),
    },
    ...subcommands
      .filter((one) => one.name() !== 'help')
      .flatMap((one) => typedCommands(one, [...words, one.name()])),
  ]
}

function typedOption({ short, long, flags, description }: Option): Typed['options'][number] {
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    takesFile: FILES.test(/<(.*)>/.exec(flags)?.[1] ?? ''),
  }
}

const HEAD = '# Completion for bifora. Made by: bifora completion'

/** What can stand next, for each command. */
function wordsOf({ options, subcommands, choices }: Typed): string[] {
  return [...subcommands.map(({ name }) => name), ...choices, ...options.flatMap(({ flags }) => flags)]
}

function bashScript(commands: readonly Typed[]): string {
  const cases = commands.map((command) => {
    const then = command.takesFiles ? ' files=1' : ''
    return `    '${command.words.join(' ')}') words='${wordsOf(command).join(' ')}'${then} ;;`
  })
  const files = fileOptions(commands)
  return `${HEAD} bash
_bifora() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" at='' words='' files='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${at:+$at }$word" in
      ${commandPattern(commands)}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at" in
${cases.join('\n')}
  esac
  case "$before" in
    ${files.join('|')}) words='' files=1 ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -n "$files" ]]; then
    compopt -o filenames 2>/dev/null
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -F _bifora bifora
`
}

function commandPattern(commands: readonly Typed[]): string {
  return commands
    .filter(({ words }) => words.length > 0)
    .map(({ words }) => `'${words.join(' ')}'`)
    .join('|')
}

function fileOptions(commands: readonly Typed[]): string[] {
  const options = commands.flatMap((command) => command.options).filter(({ takesFile }) => takesFile)
  return [...new Set(options.flatMap(({ flags }) => flags))]
}

function zshScript(commands: readonly Typed[]): string {
  const cases = commands.map((command) => {
    const items = [
      ...command.subcommands.map(({ name, description }) => [name, description]),
      ...command.choices.map((choice) => [choice, '']),
      ...command.options.flatMap(({ flags, description }) => flags.map((flag) => [flag, description])),
    ]
    const lines = items.map(
      ([name = '', text = '']) => `        ${quoted(`${name.replaceAll(':', '\\:')}:${text}`)}`,
    )
    const then = command.takesFiles ? '\n      files=1' : ''
    return `    '${command.words.join(' ')}')\n      items=(\n${lines.join('\n')}\n      )${then}\n      ;;`
  })
  return `#compdef bifora
${HEAD} zsh
_bifora() {
  local at='' files='' word
  local -a items
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "\${at:+$at }$word" in
      ${commandPattern(commands)}) at="\${at:+$at }$word" ;;
    esac
  done
  case "\${words[CURRENT-1]}" in
    ${fileOptions(commands).join('|')}) _files; return ;;
  esac
  case "$at" in
${cases.join('\n')}
  esac
  _describe 'bifora' items
  [[ -n "$files" ]] && _files
}
if [[ "\${funcstack[1]}" == _bifora ]]; then _bifora "$@"; else compdef _bifora bifora; fi
`
}

function fishScript(commands: readonly Typed[]): string {
  const lines = commands.flatMap((command) => {
    const here = fishCondition(command)
    const start = `complete -c bifora -n ${quoted(here)}`
    return [
      ...(command.takesFiles ? [`${start} -F`] : []),
      ...command.subcommands.map(({ name, description }) => `${start} -a ${name} -d ${quoted(description)}`),
      ...command.choices.map((choice) => `${start} -a ${choice}`),
      ...command.options.map(({ flags, description, takesFile }) => {
        const named = flags.map((flag) =>
          flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
        )
        return `${start} ${named.join(' ')}${takesFile ? ' -r -F' : ''} -d ${quoted(description)}`
      }),
    ]
  })
  return `${HEAD} fish\ncomplete -c bifora -f\n${lines.join('\n')}\n`
}

/** Whether this command is the one being typed. */
function fishCondition({ words, subcommands }: Typed): string {
  if (words.length === 0) return '__fish_use_subcommand'
  const inside = words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ')
  const names = subcommands.map(({ name }) => name).join(' ')
  return names === '' ? inside : `${inside}; and not __fish_seen_subcommand_from ${names}`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

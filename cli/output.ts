/** What commands write: to readers that may have gone, and on terminals that must show what they are given, not obey it. */
import { EXIT } from './exit.ts'

/** What this program itself tells a terminal, at any place: bold, and no longer. */
const STYLES = ['\x1b[1m', '\x1b[0m']
/** Where a line is drawn again it begins with `first`, at its first column, and ends with `last`: nothing stays behind it. */
const REDRAW = { first: '\r', last: '\x1b[K' }

/** Control characters, and those that turn the direction of writing or break lines unseen. */
const CONTROL = /\p{Cc}|[\u2028-\u202e\u2066-\u2069]/gu

/**
 * A text with every character that a terminal would obey written out: `\u001b`. Line breaks and tabs stay. JSON means the
 * same afterwards.
 */
export function printable(text: string): string {
  return text.replace(CONTROL, written)
}

/** A name or another text that has one line: {@link printable}, its line breaks and tabs written out as well. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}

function written(character: string): string {
  if (character === '\n' || character === '\t') return character
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** {@link printable}, but for what this program itself tells a terminal. */
function printableOnTerminal(text: string): string {
  const isOurs = (at: number): boolean =>
    STYLES.some((style) => text.startsWith(style, at)) ||
    (at === 0 && text.startsWith(REDRAW.first)) ||
    (at === text.length - REDRAW.last.length && text.endsWith(REDRAW.last))
  return text.replace(CONTROL, (character, at: number) => (isOurs(at) ? character : written(character)))
}

/**
 * Makes whatever is written to a stream from now on safe to be shown: names of files, words of queries and titles come
 * from anywhere.
 */
export function keepPrintable(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean
  const safe = (text: string): string => (stream.isTTY ? printableOnTerminal(text) : printable(text))
  stream.write = (chunk: unknown, ...rest: unknown[]): boolean =>
    write(typeof chunk === 'string' ? safe(chunk) : chunk, ...rest)
}

/**
 * Takes a reader that has gone (`bifora search chip | head -1`) for one that has read enough: the command goes on to
 * its end, and a service goes on serving. Any other failure to write ends the process.
 */
export function tolerateClosedOutputs(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      if (stream === process.stdout)
        process.stderr.write(`bifora: the output cannot be written (${error.message}).\n`)
      process.exit(EXIT.failed)
    })
  }
}

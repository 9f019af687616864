/** What a page in roff defines for itself, and how its names are written. */

/** Macros, strings, numbers and replaced characters, as far as the page has been read. */
export type Definitions = {
  macros: Map<string, readonly string[]>
  strings: Map<string, string>
  registers: Map<string, number>
  /** What `.tr` shows in place of a named character. */
  shown: Map<string, string>
}

/** Nothing is defined but what shows that this is read like groff reads for a terminal. */
export function createDefinitions(): Definitions {
  return {
    macros: new Map(),
    strings: new Map([
      ['lq', '“'],
      ['rq', '”'],
      ['R', '®'],
      ['Tm', '™'],
      ['S', ''],
      // mdoc(7)
      ['Lq', '“'],
      ['Rq', '”'],
      ['L"', '“'],
      ['R"', '”'],
      ['q', '"'],
      ['Am', '&'],
      ['Ba', '|'],
      ['Ge', '≥'],
      ['Le', '≤'],
      ['Ne', '≠'],
      ['Gt', '>'],
      ['Lt', '<'],
      ['Pm', '±'],
      ['If', '∞'],
      ['Pi', 'π'],
    ]),
    registers: new Map([['.g', 1]]),
    shown: new Map(),
  }
}

/** An argument of a macro; what stood in quotation marks is no name of another macro. */
export type Argument = { text: string; isQuoted: boolean }

/** The arguments of a line, as written: separated by spaces, or in `"`, within which `""` is one of them. */
export function argumentsOf(rest: string): Argument[] {
  return [...rest.matchAll(/"((?:[^"]|"")*)(?:"|$)|((?:\\.|[^\s\\]|\\$)+)/gs)].map(
    ([, quoted, plain = '']) =>
      quoted === undefined
        ? { text: plain, isQuoted: false }
        : { text: quoted.replaceAll('""', '"'), isQuoted: true },
  )
}

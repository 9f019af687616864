/** The state of an RTF reader: what a group sets and its end takes back, and what words lead into which destination. */

/** Where text of a group goes. */
export type Destination =
  | 'body'
  | 'skip'
  | 'note'
  | 'list text'
  | 'field code'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'title'
  | 'keywords'
  | 'subject'

/** What holds inside of a group. */
export type RtfState = {
  destination: Destination
  /** Characters that stand behind `\u` for programs that do not know it. */
  fallback: number
  font: number
  isHidden: boolean
  isDeleted: boolean
  isBold: boolean
  /** Half points. */
  size: number
  /** Whether the group is a field that makes a table of contents. */
  isContents: boolean
  /** Whether `\*` has come: a destination that is not known is skipped. */
  isOptional: boolean
}

/** The state that a document begins in. */
export const INITIAL_STATE: RtfState = {
  destination: 'body',
  fallback: 1,
  font: -1,
  isHidden: false,
  isDeleted: false,
  isBold: false,
  size: 24,
  isContents: false,
  isOptional: false,
}

/** Words that lead into another destination. */
export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['info', 'info'],
  ['title', 'title'],
  ['keywords', 'keywords'],
  ['footnote', 'note'],
  ['shptxt', 'note'],
  ['listtext', 'list text'],
  ['pntext', 'list text'],
  ['fldinst', 'field code'],
  ...[
    ...['colortbl', 'pict', 'nonshppict', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl'],
    ...['footerr', 'footerf', 'ftnsep', 'ftnsepc', 'aftnsep', 'aftnsepc', 'xe', 'tc', 'tcn', 'rxe', 'author'],
    ...[
      'operator',
      'company',
      'manager',
      'category',
      'doccomm',
      'subject',
      'hlinkbase',
      'private',
      'objdata',
    ],
    ...['listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'filetbl', 'annotation', 'atnid', 'atnauthor'],
    ...['bkmkstart', 'bkmkend', 'sp', 'shprslt', 'upr', 'template', 'themedata', 'falt', 'panose', 'docvar'],
    ...[
      'nonesttables',
      'background',
      'do',
      'pn',
      'pnseclvl',
      'objclass',
      'objname',
      'datafield',
      'userprops',
    ],
  ].map((word) => [word, 'skip'] as const),
])

/** Optional destinations that are passed through. */
export const TRANSPARENT: ReadonlySet<string> = new Set(['shpinst', 'ud', 'nesttableprops', 'shpgrp'])

/** Words that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['~', '\u00A0'],
  ['_', '-'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
])

/** A line of AsciiDoc → the words that a reader sees: links, macros, emphasis and attributes resolved. */
import { toSingleLine } from './characters.ts'
import { stripHtml } from './html.ts'

/** What `{name}` stands for, by names in small letters. */
export type Attributes = ReadonlyMap<string, string>

const SIGNS: Readonly<Record<string, string>> = {
  nbsp: ' ',
  zwsp: '',
  empty: '',
  sp: ' ',
  apos: "'",
  quot: '"',
  lt: '<',
  gt: '>',
  amp: '&',
  plus: '+',
  asterisk: '*',
  tilde: '~',
  caret: '^',
  backtick: '`',
  startsb: '[',
  endsb: ']',
  vbar: '|',
  litdd: '--',
}
const MARK = /\uE000(\d+)\uE001/g

/** Longer paragraphs are none that a person wrote: they are left as they are. */
const MAX_LENGTH = 64 * 1024

/** The words of a text on one line. */
export function wordsOfAsciidoc(text: string, attributes: Attributes): string {
  if (!/[`*_+#{[<(^~\\:&]/.test(text) || text.length > MAX_LENGTH) return toSingleLine(text)
  const codes: string[] = []
  const keep = (code: string): string => `\uE000${codes.push(code) - 1}\uE001`
  const words = text
    .replace(/\{([A-Za-z\d][\w-]{0,60})\}/g, (whole, name: string) => {
      const key = name.toLowerCase()
      return attributes.get(key) ?? SIGNS[key] ?? whole
    })
    // An address that is defined elsewhere: its words are here.
    .replace(/\{[\w-]{1,60}\}[^\s[\]{}]{0,200}\[([^\]\n]{1,300})\]/g, (whole, label: string) =>
      wordsOfMacro(whole, 'link', whole, label),
    )
    .replace(/``(?=\S)((?:[^`']|'(?!')){1,300}?)(?<=\S)''|"`(?=\S)([^`]{1,300}?)(?<=\S)`"/g, '“$1$2”')
    .replace(
      /(?<![\w`])`(?=[^\s`])([^`']{1,300}?)(?<=\S)'(?![\w'])|'`(?=\S)([^`]{1,300}?)(?<=\S)`'/g,
      '‘$1$2’',
    )
    .replace(/\(\(\([^()\n]{1,300}\)\)\)/g, '')
    .replace(/\(\(([^()\n]{1,300})\)\)/g, '$1')
    .replace(/\[\[[^\]\n]{1,200}\]\]/g, '')
    .replace(
      /<<([^<>,\n]{1,200})(?:,\s*([^<>\n]{1,300}))?>>/g,
      (_, id: string, label?: string) => label ?? id,
    )
    .replace(
      /(?<![\w/])([a-z][\w-]{0,30}):([^\s[\]:][^\s[\]]{0,300}|)\[([^\]\n]{0,300})\]/g,
      (whole, name: string, target: string, label: string) => wordsOfMacro(whole, name, target, label),
    )
    .replace(/``?(?!`)([^`\n]{1,300}?)`{1,2}/g, (_, code: string) => keep(code.replace(/^\+(.*)\+$/, '$1')))
    .replace(/\[[.#%][^\]\n]{0,100}\](?=[#*_`])/g, '')
    .replace(/(?<![\w*])\*{1,2}(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\*{1,2}(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_{1,2}(?=[^\s_])([^\n]{1,300}?)(?<=[^\s_])_{1,2}(?![\w_])/g, '$1')
    .replace(/(?<![\w#])#{1,2}(?=[^\s#])([^#\n]{1,300}?)(?<=[^\s#])#{1,2}(?![\w#])/g, '$1')
    .replace(/(?<![\w+])\+{1,3}(?=[^\s+])([^+\n]{1,300}?)(?<=[^\s+])\+{1,3}(?![\w+])/g, '$1')
    .replace(/\^([^\s^]{1,40})\^|~([^\s~]{1,40})~/g, '$1$2')
    .replace(/\s\+$/gm, '')
  // Marks may stand inside what others stand for.
  const restored = (text: string): string =>
    text.replace(MARK, (_, at) => (codes[at] ?? '').replace(MARK, (_inner, below) => codes[below] ?? ''))
  return toSingleLine(restored(words).replace(/&#?\w{1,31};/g, (entity) => stripHtml(entity)))
}

/** Of `link:a.html[words]`, `https://a.it[words]`, `image:a.png[words]`, `linkgit:git-add[1]`. */
function wordsOfMacro(whole: string, name: string, target: string, label: string): string {
  const first = /^"([^"]*)"/.exec(label)?.[1] ?? (/^[\w-]+=/.test(label) ? '' : label.split(/,\s*\w+=/)[0])
  const words = (first ?? '').replace(/\^$/, '')
  if (name === 'http' || name === 'https' || name === 'ftp' || name === 'mailto')
    return words === '' ? `${name === 'mailto' ? '' : `${name}:`}${target}` : words
  if (name === 'image' || name === 'icon') return name === 'icon' ? '' : (words.split(',')[0] ?? '')
  if (name === 'footnote' || name === 'footnoteref') return ` (${label})`
  if (name === 'anchor' || name === 'indexterm') return ''
  if (name === 'menu') return label === '' ? target : `${target} > ${label}`
  if (['link', 'xref', 'kbd', 'btn', 'pass', 'stem', 'latexmath', 'asciimath', 'indexterm2'].includes(name))
    return words === '' ? target : words
  if (/^\d\w{0,3}$/.test(label) && target !== '') return `${target}(${label})`
  return target === '' ? whole : words === '' ? target : words
}

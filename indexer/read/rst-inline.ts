/** A line of reStructuredText → the words that a reader sees: roles, links, emphasis and substitutions resolved. */
import { toSingleLine } from './characters.ts'

/** What `|name|` stands for. */
export type Substitutions = ReadonlyMap<string, string>

const MARK = /\uE000(\d+)\uE001/g

/** The words of a text on one line. Code in lines (``like this``) stays as it is. */
export function wordsOfRst(text: string, substitutions: Substitutions): string {
  if (!/[`*|_\\[]/.test(text)) return toSingleLine(text)
  const codes: string[] = []
  const keep = (code: string): string => `\uE000${codes.push(code) - 1}\uE001`
  const words = text
    .replace(/``([^\n]{1,1000}?)``/g, (_, code: string) => keep(code))
    .replace(/\\(\s|$)/g, '')
    .replace(/\\(.)/g, (_, sign: string) => keep(sign))
    .replace(
      /(?::[a-zA-Z][\w.+:-]{0,60}:)?`([^`]{1,2000})`(?::[a-zA-Z][\w.+:-]{0,60}:)?_{0,2}/g,
      (_, inside: string) => keep(wordsOfRole(inside)),
    )
    .replace(
      /\|(\S[^|\n]{0,100}?)\|_{0,2}/g,
      (whole, name: string) => substitutions.get(name.toLowerCase()) ?? whole,
    )
    .replace(/\s?\[(?:\d{1,4}|#[\w.-]*|\*)\]_(?!\w)/g, '')
    .replace(/\[([\w.-]{1,60})\]_(?!\w)/g, '$1')
    .replace(/(?<![\w*])\*\*(?=\S)([^*\n]{1,1000}?)(?<=\S)\*\*(?!\w)/g, '$1')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])([\p{L}\p{N}][\p{L}\p{N}.-]*)__?(?![\w_])/gu, '$1')
  return toSingleLine(words.replace(MARK, (_, at) => codes[at] ?? ''))
}

/** Of `text <target>`, `~package.Name`, `!name`. */
function wordsOfRole(inside: string): string {
  const titled = /^(.*?)\s*<[^<>]{0,1000}>$/s.exec(inside)?.[1]
  if (titled !== undefined && titled !== '') return titled
  const plain = inside.replace(/^[!]/, '').replace(/^<([^<>]*)>$/, '$1')
  return plain.startsWith('~') ? (plain.split('.').at(-1) ?? '').replace('~', '') : plain
}

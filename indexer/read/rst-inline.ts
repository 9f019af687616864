/** A line of reStructuredText → the words that a reader sees: roles, links, emphasis and substitutions resolved. */
import { toSingleLine } from './characters.ts'

/** What `|name|` stands for. */
export type Substitutions = ReadonlyMap<string, string>

const MARK = /\uE000(\d+)\uE001/g

/** Longer paragraphs are none that a person wrote: they are left as they are. */
const MAX_LENGTH = 64 * 1024

/** The words of a text on one line. Code in lines (``like this``) stays as it is. */
export function wordsOfRst(text: string, substitutions: Substitutions): string {
  if (!/[`*|_\\[]/.test(text) || text.length > MAX_LENGTH) return toSingleLine(text)
  const codes: string[] = []
  const keep = (code: string): string => `\uE000${codes.push(code) - 1}\uE001`
  const words = text
    .replace(/``(\S[\s\S]{0,300}?)``/g, (_, code: string) => keep(code))
    .replace(/\\(\s|$)/g, '')
    .replace(/\\(.)/g, (_, sign: string) => keep(sign))
    .replace(
      /(?::[a-zA-Z][\w.+:-]{0,60}:)?`([^`]{1,300})`(?::[a-zA-Z][\w.+:-]{0,60}:)?_{0,2}/g,
      (_, inside: string) => keep(wordsOfRole(inside)),
    )
    .replace(
      /\|(\S[^|\n]{0,100}?)\|_{0,2}/g,
      (whole, name: string) => substitutions.get(name.toLowerCase()) ?? whole,
    )
    .replace(/\s?\[(?:\d{1,4}|#[\w.-]*|\*)\]_(?!\w)/g, '')
    .replace(/\[([\w.-]{1,60})\]_(?!\w)/g, '$1')
    .replace(/(?<![\w*])\*\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*\*(?!\w)/g, '$1')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])([\p{L}\p{N}][\p{L}\p{N}.-]*)__?(?![\w_])/gu, '$1')
  // Marks may stand inside what others stand for.
  const restored = (text: string): string =>
    text.replace(MARK, (_, at) => (codes[at] ?? '').replace(MARK, (_inner, below) => codes[below] ?? ''))
  return toSingleLine(restored(words))
}

/** Of `text <target>`, `~package.Name`, `!name`. */
function wordsOfRole(inside: string): string {
  const titled = /^(.*?)\s*<[^<>]{0,300}>$/s.exec(inside)?.[1]
  if (titled !== undefined && titled !== '') return titled
  const plain = inside.replace(/^[!]/, '').replace(/^<([^<>]*)>$/, '$1')
  return plain.startsWith('~') ? (plain.split('.').at(-1) ?? '').replace('~', '') : plain
}

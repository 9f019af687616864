/** Code pages of Windows and Macintosh, by number → decoders; also by the character sets of fonts in RTF. */
import { decodeWindows1252 } from './windows-1252.ts'

const LABELS: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
  ...[1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => [page, `windows-${page}`] as const),
])

const PAGES_OF_CHARSETS: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
])

/** The code page of a character set of Windows (`\fcharset`), or undefined if it is that of the document. */
export function codePageOfCharset(charset: number): number | undefined {
  return PAGES_OF_CHARSETS.get(charset)
}

/** Decodes bytes of a code page; of one that is not known as Windows-1252. */
export function decodeCodePage(bytes: Buffer, page: number): string {
  const label = LABELS.get(page)
  return label === undefined ? decodeWindows1252(bytes) : new TextDecoder(label).decode(bytes)
}

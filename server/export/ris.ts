/** A document as an entry of a RIS file, as Zotero, EndNote and Mendeley read it. Pure. */
import type { ExportedDocument } from '../schemas/export.ts'

/**
 * Tags and values a line each, `XX  - value`, CRLF behind each.
 *
 * @param accessed the day on which it was read, YYYY-MM-DD
 */
export function risEntry(document: ExportedDocument, accessed?: string): string {
  const { id, title, lang, date, source, url, topics, tags, path } = document
  const lines: [tag: string, value: string | null][] = [
    ['TY', url === null ? 'GEN' : 'ELEC'],
    ['ID', id],
    ['TI', title || path],
    ['PB', source],
    ['PY', date?.slice(0, 4) ?? null],
    // The format has a slash behind each part, also behind those that are not known.
    ['DA', date === null ? null : `${date.split('-').join('/')}${'/'.repeat(4 - date.split('-').length)}`],
    ['LA', lang === 'und' ? null : lang],
    ['UR', url],
    ['Y2', accessed === undefined ? null : `${accessed.replaceAll('-', '/')}/`],
    ...topics.map(({ label }): [string, string] => ['KW', label]),
    ...tags.map((tag): [string, string] => ['KW', tag]),
  ]
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []))
  return `${[...written, 'ER  - '].join('\r\n')}\r\n\r\n`
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

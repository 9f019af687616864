/** A document as an entry of a BibTeX file, in UTF-8. Pure. */
import type { ExportedDocument } from '../schemas/export.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LANGUAGES: Readonly<Record<string, string>> = { it: 'italian', en: 'english' }

/**
 * `@misc`, with the publisher as its author in double braces: it is one name, not a first and a last one.
 *
 * @param accessed the day on which it was read, YYYY-MM-DD: `urldate`, as BibLaTeX has it
 */
export function bibtexEntry(document: ExportedDocument, accessed?: string): string {
  const { id, title, lang, date, source, url, topics, tags, path } = document
  const [year, month] = date?.split('-') ?? []
  const keywords = [...topics.map(({ label }) => label), ...tags].map(escaped).join(', ')
  const fields: [name: string, value: string | undefined][] = [
    // Braces inside keep capitals as they are.
    ['title', `{{${escaped(title || path)}}}`],
    ['author', source === null ? undefined : `{{${escaped(source)}}}`],
    ['year', year && `{${year}}`],
    ['month', month && MONTHS[Number(month) - 1]],
    ['url', url === null ? undefined : `{${safeUrl(url)}}`],
    ['urldate', accessed && `{${accessed}}`],
    ['langid', LANGUAGES[lang] && `{${LANGUAGES[lang]}}`],
    ['keywords', keywords && `{${keywords}}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []))
  return `@misc{bifora-${id},\n${lines.join(',\n')}\n}\n\n`
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** What means something to TeX, as itself; one line. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\~^{}$&#_%]/g, (character) => SPECIAL[character] ?? `\\${character}`)
}

/** Within an address only what would end the field, or begin a comment or a command, is in the way. */
function safeUrl(url: string): string {
  return url.replace(/[\s{}\\]/g, (character) => encodeURIComponent(character)).replace(/%/g, '\\%')
}

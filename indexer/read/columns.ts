/** The columns of a table → which of them is what of a document, told by their names and by what stands in them. Pure. */
import { IndexingError } from '../errors.ts'
import { type ColumnMap, columnKey, MAPPED_FIELDS, type MappedField, USUAL_NAMES } from './column-map.ts'

/** A row of a table or a value of JSON: its columns with what stands in them, in order; values of a list one by one. */
export type Cells = ReadonlyMap<string, readonly string[]>

/** Which column is what; absent where no column is. */
export type Columns = Partial<Record<MappedField, string>>

/** A column of prose has so many words a value on average. */
const PROSE_WORDS = 8
/** One that is named like a text has at least so many. */
const NAMED_TEXT_WORDS = 3
/** Titles that make documents by themselves have at least so many. */
const TITLE_WORDS = 2

/**
 * Which column of a table is what.
 *
 * @param sample its first rows
 * @param map what somebody said about it; columns that are not named there are not guessed, except the one of tags
 * @returns undefined where nothing says that a row is a document: no column is mapped, and none has prose
 * @throws {IndexingError} `UNREADABLE` where a mapped column does not exist, naming those that do
 */
export function chooseColumns(sample: readonly Cells[], map?: ColumnMap): Columns | undefined {
  const names = [...new Set(sample.flatMap((cells) => [...cells.keys()]))]
  if (map !== undefined) return mappedColumns(names, map)
  const words = new Map(names.map((name) => [name, averageWords(sample, name)]))
  const columns: Columns = {}
  for (const field of MAPPED_FIELDS) {
    const least = field === 'text' ? NAMED_TEXT_WORDS : 0
    const isFit = (name: string): boolean => (words.get(name) ?? 0) >= least
    const found = usualColumn(names, field, Object.values(columns), isFit)
    if (found !== undefined) columns[field] = found
  }
  if (columns.text === undefined) {
    const taken = Object.values(columns)
    const [longest] = names
      .filter((name) => !taken.includes(name) && isMostlyFilled(sample, name))
      .sort((a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0))
    if (longest !== undefined && (words.get(longest) ?? 0) >= PROSE_WORDS) columns.text = longest
  }
  // A list of works has titles and no texts, one of measurements a name or a date.
  const isTitled = columns.title !== undefined && (words.get(columns.title) ?? 0) >= TITLE_WORDS
  return columns.text === undefined && !isTitled ? undefined : columns
}

function mappedColumns(names: readonly string[], map: ColumnMap): Columns {
  const columns: Columns = {}
  for (const field of MAPPED_FIELDS) {
    const wanted = map[field]
    if (wanted === undefined) continue
    const found =
      names.find((name) => name === wanted) ??
      names.find((name) => columnKey(name) === columnKey(wanted)) ??
      (/^\d{1,4}$/.test(wanted) ? names[Number(wanted) - 1] : undefined)
    if (found === undefined) {
      const shown = names.slice(0, 30).join(', ')
      throw new IndexingError('UNREADABLE', `no column "${wanted}" for ${field}; its columns are: ${shown}`)
    }
    columns[field] = found
  }
  // Tags are no text of a document, whether or not somebody thought of them.
  const tags = map.tags === undefined ? usualColumn(names, 'tags', Object.values(columns)) : undefined
  if (tags !== undefined) columns.tags = tags
  return columns
}

/** The column that is named as one of a field usually is, of those that are nothing else. */
function usualColumn(
  names: readonly string[],
  field: MappedField,
  taken: readonly string[],
  isFit: (name: string) => boolean = () => true,
): string | undefined {
  return USUAL_NAMES[field]
    .map((usual) => {
      const free = names.filter((name) => !taken.includes(name))
      return free.find((name) => lastPart(name) === usual) ?? free.find((name) => firstPart(name) === usual)
    })
    .find((name) => name !== undefined && isFit(name))
}

/** `properties.title` counts as `title`, `dc:title` as well. */
function lastPart(name: string): string {
  return columnKey(name.split(/[.:]/).pop() ?? '')
}

/** What a thing of a table is, or the language of a column. */
const BELONGS_TO =
  /[\s_-]+(?:(?:del(?:la)?|dell|of)[\s_'’-]+)?(?:notizia|news|articolo|article|comunicato|documento|document|pagina|page|post|avviso|scheda|libro|book|ita?|en|eng)$/i

/** `titolo_notizia` and `title_it` count as `titolo` and `title`, where no column is named so. */
function firstPart(name: string): string {
  return BELONGS_TO.test(name) ? lastPart(name.replace(BELONGS_TO, '')) : ''
}

/** A text that nobody named one stands in most rows, a remark in some. */
function isMostlyFilled(sample: readonly Cells[], name: string): boolean {
  return sample.filter((cells) => cells.has(name)).length * 2 > sample.length
}

/** Words that a value of a column has on average, where there is one; those of a list count one by one. */
function averageWords(sample: readonly Cells[], name: string): number {
  const values = sample.flatMap((cells) => cells.get(name) ?? []).filter((value) => value.trim() !== '')
  if (values.length === 0) return 0
  const words = values.map((value) => countWords(value.slice(0, 2000).replace(/<[^<>]*>/g, ' ')))
  return words.reduce((sum, count) => sum + count, 0) / values.length
}

/** Words with two letters or more and no signs inside, as names of things have them that are no prose. */
function countWords(text: string): number {
  return text.match(/(?<!\S)["'«“(]?\p{L}[\p{L}'’-]+(?:[.,;:!?)»”"']*)(?!\S)/gu)?.length ?? 0
}

/** Whether a text is prose rather than a name or a note. */
export function isProse(text: string): boolean {
  return countWords(text.slice(0, 2000)) >= PROSE_WORDS
}

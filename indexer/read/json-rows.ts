/** JSON and JSON Lines → rows: a list of objects, one object with such a list, an object that is a document, or an object a line. */
import { IndexingError } from '../errors.ts'
import { chooseColumns, isProse } from './columns.ts'
import type { Content } from './content.ts'
import { decodeBytes } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import type { Member, ReadOptions } from './formats.ts'
import { cellsOf, isObject } from './json-cells.ts'
import { jsonElements, MAX_ELEMENT_LENGTH } from './json-elements.ts'
import { documentOfRow } from './row-document.ts'
import { membersOfRows, type Row } from './rows.ts'

/** Lists of objects are looked for so deep in an object. */
const MAX_LIST_DEPTH = 3
/** So many objects of a list tell whether there is prose in it. */
const MAX_SAMPLE = 200

/** So many lines at the beginning that are no JSON: it is something else. */
const MAX_BROKEN_LINES = 20

/**
 * The documents of a JSON file: one for each object of a list. Lists of any length are read as a stream; an object that
 * has the list inside is read as a whole.
 *
 * @throws {IndexingError} `UNREADABLE` where it is no JSON, naming the line, or has no list of objects
 */
export async function* readJson(content: Content, { map }: ReadOptions): AsyncGenerator<Member> {
  const elements = jsonElements(decodeBytes(content.pieces(), await detectEncoding(content)))
  const first = await elements.next()
  if (first.done === true) throw new IndexingError('EMPTY_FILE', 'empty file')
  const second = await elements.next()
  if (second.done === true && !first.value.isInList) {
    yield* membersOfObject(parseElement(first.value.text, first.value.line), map)
    return
  }
  const rows = async function* (): AsyncGenerator<Row> {
    let number = 0
    for (const { value } of second.done === true ? [first] : [first, second]) {
      number += 1
      yield rowOf(parseElement(value.text, value.line), number)
    }
    for await (const { text, line } of elements) {
      number += 1
      yield rowOf(parseElement(text, line), number)
    }
  }
  yield* membersOfRows(rows(), map)
}

/**
 * The documents of JSON Lines. A line that is broken fails by itself.
 *
 * @throws {IndexingError} `UNREADABLE` if most of its lines are no JSON
 */
export async function* readJsonLines(content: Content, { map }: ReadOptions): AsyncGenerator<Member> {
  const pieces = decodeBytes(content.pieces(), await detectEncoding(content))
  yield* membersOfRows(rowsOfLines(pieces), map)
}

async function* rowsOfLines(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  let number = 0
  // Broken lines above the first one that is not; then whether there was one.
  let early: Row[] | undefined = []
  for await (const text of wholeLines(pieces)) {
    number += 1
    if (text.trim() === '') continue
    let row: Row
    try {
      row = rowOf(JSON.parse(text), number)
    } catch (cause) {
      row = { number, broken: `line ${number} is not valid JSON` }
      if (early?.push(row) === MAX_BROKEN_LINES) {
        throw new IndexingError('UNREADABLE', 'no JSON Lines: its lines are not JSON', { cause })
      }
      if (early !== undefined) continue
    }
    if (early !== undefined) yield* early
    early = undefined
    yield row
  }
  if (early !== undefined) yield* early
}

async function* wholeLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    const lines = (held + piece).split('\n')
    held = lines.pop() as string
    if (held.length > MAX_ELEMENT_LENGTH)
      throw new IndexingError('TOO_LARGE', 'a line of more than 32 MB: split it')
    yield* lines
  }
  if (held !== '') yield held
}

function parseElement(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const at = /at position (\d+)/.exec(String(cause))?.[1]
    const below = at === undefined ? 0 : (text.slice(0, Number(at)).match(/\n/g)?.length ?? 0)
    throw new IndexingError(
      'UNREADABLE',
      `broken JSON at line ${line + below}: what stands before it was read`,
      { cause },
    )
  }
}

function rowOf(value: unknown, number: number): Row {
  if (typeof value === 'string') return { number, cells: new Map([['text', [value]]]) }
  return isObject(value)
    ? { number, cells: cellsOf(value) }
    : { number, broken: 'no object with names and values' }
}

async function* rowsOfValues(values: readonly unknown[]): AsyncGenerator<Row> {
  for (const [index, value] of values.entries()) yield rowOf(value, index + 1)
}

/** The longest list of objects in a value; the one that is nearest, of two as long. */
function listIn(value: unknown, depth: number): unknown[] | undefined {
  if (!isObject(value) || depth > MAX_LIST_DEPTH) return undefined
  const lists = Object.values(value).flatMap((item) => {
    if (!Array.isArray(item)) return [listIn(item, depth + 1) ?? []]
    return item.length > 0 && item.every(isObject) ? [item] : []
  })
  const [longest] = lists.sort((a, b) => b.length - a.length)
  return longest === undefined || longest.length === 0 ? undefined : longest
}

/**
 * The documents of a single object: those of its list, if there is prose in it and more of it than in the object itself,
 * or else the object, if it has a text (one that was taken from a page, say).
 */
async function* membersOfObject(value: unknown, map: ReadOptions['map']): AsyncGenerator<Member> {
  const list = listIn(value, 0) ?? []
  const inList = textLength(list.slice(0, MAX_SAMPLE), map)
  const own = isObject(value) ? textLength([value], map) : undefined
  if (inList !== undefined && inList >= (own ?? 0)) {
    yield* membersOfRows(rowsOfValues(list), map)
  } else if (own !== undefined && isObject(value)) {
    const cells = cellsOf(value)
    const columns = chooseColumns([cells], map) ?? {}
    const document = documentOfRow(cells, { columns, hasOwnIds: map?.id !== undefined })
    yield typeof document === 'string' ? { path: '', failed: document } : { path: '', read: document }
  } else {
    throw new IndexingError(
      'UNREADABLE',
      'JSON without documents: neither a list of objects with texts nor a text',
    )
  }
}

/** How much text objects have in their column of text; undefined if they have none. */
function textLength(values: readonly unknown[], map: ReadOptions['map']): number | undefined {
  const rows = values.filter(isObject).map(cellsOf)
  const column = rows.length === 0 ? undefined : chooseColumns(rows, map)?.text
  if (column === undefined) return undefined
  const texts = rows.map((cells) => cells.get(column)?.join(' ') ?? '')
  // Files of settings have names and descriptions.
  const isNamed = /(?:^|\.)(?:text|testo|body|corpo|content|contenuto)$/i.test(column)
  if (map === undefined && !isNamed && !texts.some(isProse)) return undefined
  return texts.reduce((sum, text) => sum + text.length, 0)
}

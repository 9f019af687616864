/** The text of a JSON file → the texts of what stands in it, one at a time: a file of any size is never held as a whole. */
import { IndexingError } from '../errors.ts'

/** A value at the top, or in the list that is the top. */
export type JsonElement = {
  text: string
  /** Line that it begins on, from 1. */
  line: number
  /** Whether it stands in a list. */
  isInList: boolean
}

/** Longer values are not read. */
export const MAX_ELEMENT_LENGTH = 32 * 1024 ** 2

/** What a scan has to look at; an escaped sign goes with its backslash. */
const SIGNS = /\\[\s\S]?|["{}[\],\n]/g

/**
 * The elements of a JSON text: those of the list that it is, or else its values, of which there may be several in a row.
 *
 * @param pieces as decoded: text that was cleaned may have lost what JSON needs
 * @throws {IndexingError} `TOO_LARGE` for an element of more than 32 million characters
 */
export async function* jsonElements(pieces: AsyncIterable<string>): AsyncGenerator<JsonElement> {
  let [text, line, startLine] = ['', 1, 1]
  let [depth, isInList, isInString] = [0, false, false]
  let skipped = 0
  const take = function* (): Generator<JsonElement> {
    if (text.trim() !== '') yield { text, line: startLine, isInList }
    text = ''
    startLine = line
  }
  for await (const piece of pieces) {
    let from = 0
    const add = (end: number): void => {
      if (text === '') text = piece.slice(from, end).trimStart()
      else text += piece.slice(from, end)
      from = end
      if (text.length > MAX_ELEMENT_LENGTH) {
        throw new IndexingError(
          'TOO_LARGE',
          `the value that begins on line ${startLine} is larger than 32 MB: split it`,
        )
      }
    }
    SIGNS.lastIndex = skipped
    skipped = 0
    for (const { 0: sign, index } of piece.matchAll(SIGNS)) {
      if (sign[0] === '\\') {
        if (sign.length === 1) skipped = 1
      } else if (sign === '\n') {
        line += 1
        add(index)
        if (text === '') startLine = line
      } else if (sign === '"') isInString = !isInString
      else if (isInString) continue
      else if (sign === '[' && depth === 0 && !isInList) {
        add(index)
        yield* take()
        isInList = true
        from = index + 1
      } else if (sign === '{' || sign === '[') depth += 1
      else if (sign === ']' && depth === 0 && isInList) {
        add(index)
        yield* take()
        isInList = false
        from = index + 1
      } else if (sign === '}' || sign === ']') {
        depth -= 1
        add(index + 1)
        if (depth === 0 && !isInList) yield* take()
      } else if (sign === ',' && depth === 0 && isInList) {
        add(index)
        yield* take()
        from = index + 1
      }
    }
    add(piece.length)
  }
  yield* take()
}

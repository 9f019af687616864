/**
 * Dictionaries for dictd, as FreeDict publishes them: an `.index` and a `.dict`, or a `.dict.dz` (dictzip, which is
 * gzip with a table of chunks). Bytes in, pairs out; no I/O.
 */
import { gunzipSync } from 'node:zlib'
import { LexiconError } from '../lexicon.ts'
import { type Definition, readDefinition } from './definition.ts'
import { type IndexLine, parseDictdIndex } from './dictd-index.ts'
import { createPairs, type Imported } from './pairs.ts'

/** A file in memory and how errors call it. */
export type NamedBytes = { name: string; bytes: Uint8Array }

/** Largest dictionary, unpacked. */
const MAX_DICT_BYTES = 512 * 1024 * 1024

/**
 * The pairs of a dictionary, in the order of its index.
 *
 * @throws {LexiconError} if a file is damaged, is cut short, or does not belong to the other
 */
export function readDictd(index: NamedBytes, dict: NamedBytes): Imported {
  const lines = parseDictdIndex(utf8(index.bytes, index.name), index.name)
  const definitions = unpack(dict)
  const pairs = createPairs(dict.name)
  for (const line of lines) {
    const { headwords, translations } = readDefinition(definitionAt(line, definitions, index.name, dict.name))
    const headword = headwordOf(line.headword, headwords)
    for (const translation of translations) pairs.add(headword, translation)
  }
  const imported = pairs.imported()
  if (imported.entries.length === 0) {
    throw new LexiconError(`${index.name} and ${dict.name} hold no word with translations.`)
  }
  return imported
}

function unpack({ name, bytes }: NamedBytes): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_DICT_BYTES })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new LexiconError(
        `${name} is larger than ${MAX_DICT_BYTES} bytes unpacked, the most that is read.`,
      )
    }
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new LexiconError(`${name} is damaged or was cut short (${what}). Get the file again.`)
  }
}

function definitionAt(
  { headword, offset, length, line }: IndexLine,
  definitions: Uint8Array,
  indexName: string,
  dictName: string,
): string {
  if (offset + length > definitions.length) {
    throw new LexiconError(
      `${indexName}, line ${line}: "${headword}" is at bytes ${offset} to ${offset + length}, but ${dictName} has only ${definitions.length}. One of the two files was cut short, or they do not belong together.`,
      line,
    )
  }
  return utf8(
    definitions.subarray(offset, offset + length),
    `${dictName} at "${headword}" (${indexName}, line ${line})`,
  )
}

function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new LexiconError(`${name} is not UTF-8. Convert the dictionary, or get the files again.`)
  }
}

/** An index may hold headwords without capitals, apostrophes and hyphens; the definition has them as written. */
function headwordOf(inIndex: string, written: Definition['headwords']): string {
  return written.find((headword) => bareForm(headword) === bareForm(inIndex)) ?? inIndex
}

function bareForm(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

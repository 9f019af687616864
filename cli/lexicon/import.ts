/** A file of any kind that holds pairs → a lexicon. By the end of its name: TSV, dictd or SKOS. */
import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { readDictd } from '../../language/bridge/import/dictd.ts'
import type { Imported } from '../../language/bridge/import/pairs.ts'
import type { RdfFormat } from '../../language/bridge/import/rdf.ts'
import { readSkos } from '../../language/bridge/import/skos.ts'
import { type Lexicon, LexiconError, type Origin, parseLexicon } from '../../language/bridge/lexicon.ts'
import { fileError, readBytes, readText } from './disk.ts'
import { DEFAULT_DIRECTION, type Direction, directionOf } from './files.ts'

/** What became of a file. */
export type ImportedFile = { lexicon: Lexicon; passedOver: number }

type Importer = (path: string, direction: Direction, signal: AbortSignal) => Imported | Promise<Imported>
type Kind = { ending: RegExp; via: Origin; read: Importer }

const DICTD_ENDING = /\.(?:index|dict|dict\.dz)$/i

const KINDS: readonly Kind[] = [
  { ending: DICTD_ENDING, via: 'dictionary', read: (path) => importDictd(path) },
  { ending: /\.(?:ttl|nt)$/i, via: 'thesaurus', read: importSkos('turtle') },
  { ending: /\.(?:rdf|xml)$/i, via: 'thesaurus', read: importSkos('rdfxml') },
]
const TSV_ENDING = /\.tsv$/i

/** Whether a name is one of a file that can be imported, whether it exists or not. */
export function isLexiconFile(path: string): boolean {
  return TSV_ENDING.test(path) || KINDS.some(({ ending }) => ending.test(path))
}

/** The name a lexicon gets from its file: `freedict-ita-eng.dict.dz` → `freedict-it-en`. */
export function nameOf(path: string): string {
  const stem = basename(path)
    .replace(DICTD_ENDING, '')
    .replace(/\.[a-z]+$/i, '')
  const said = directionOf(stem)
  const name = said === undefined ? stem : stem.replace(/[a-z]+-[a-z]+$/i, `${said.from}-${said.to}`)
  return (
    name
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[._-]+/, '')
      .slice(0, 64) || 'lexicon'
  )
}

/**
 * Reads a file.
 *
 * @param direction as given, or as the name of the file says; absent: Italian to English, but a dictionary must say
 * @throws {LexiconError} with what is wrong and where
 */
export async function importFile(
  path: string,
  direction: Direction | undefined,
  signal: AbortSignal,
): Promise<ImportedFile> {
  const between = direction ?? DEFAULT_DIRECTION
  if (TSV_ENDING.test(path)) {
    const lexicon = parseLexicon(readText(path), between.from, between.to, path)
    if (lexicon.entries.length === 0)
      throw new LexiconError(`${path} has no pairs. Write word, tab, translation; one pair a line.`)
    return { lexicon: lexicon.via === 'lexicon' ? { ...lexicon, via: 'own' } : lexicon, passedOver: 0 }
  }
  const kind = KINDS.find(({ ending }) => ending.test(path))
  if (kind === undefined) {
    throw new LexiconError(
      `${path} is no kind of file that holds pairs. Use .tsv (word, tab, translation), .index with .dict or .dict.dz (dictd), .ttl, .nt, .rdf or .xml (SKOS).`,
    )
  }
  if (direction === undefined && kind.via === 'dictionary') {
    throw new LexiconError(
      `The name ${basename(path)} does not say which languages the dictionary is between. Give --from and --to, such as --from it --to en.`,
    )
  }
  try {
    const { entries, passedOver } = await kind.read(path, between, signal)
    return { lexicon: { ...between, via: kind.via, entries }, passedOver }
  } catch (error) {
    throw fileError(error, path)
  }
}

/** What a file is a part of: the same for index and definitions of a dictionary. */
export function sourceOf(path: string): string {
  return path.replace(DICTD_ENDING, '')
}

function importDictd(path: string): Imported {
  const index = `${sourceOf(path)}.index`
  const packed = `${sourceOf(path)}.dict.dz`
  // Where there are both, the one that is named counts.
  const dict = path.endsWith('.dict') || !existsSync(packed) ? `${sourceOf(path)}.dict` : packed
  const missing = [index, dict].find((part) => !existsSync(part))
  if (missing !== undefined) {
    throw new LexiconError(
      `${path} is half of a dictionary: ${missing} is not beside it. Put both files into one folder.`,
    )
  }
  return readDictd({ name: index, bytes: readBytes(index) }, { name: dict, bytes: readBytes(dict) })
}

function importSkos(format: RdfFormat): Importer {
  return (path, { from, to }, signal) => readSkos(chunksOf(path, signal), { format, from, to, name: path })
}

/** Opens the file when it is read first: a stream that fails before anyone listens would end the process. */
async function* chunksOf(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { signal })
}

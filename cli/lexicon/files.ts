/**
 * Lexicons as files: the packaged one and those of the data directory, `<DATA_DIR>/lexicon/<name>.tsv`. Finds and reads
 * them; what is in them is the bridge's business.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Lexicon, LexiconError, lexiconIn } from '../../language/bridge/lexicon.ts'
import { parseVariants } from '../../language/bridge/variants.ts'
import { languages } from '../../language/languages.ts'
import { atOnce, type Steps } from '../../language/slices.ts'
import { installationDir } from '../installation.ts'
import { fileError, textOf } from './disk.ts'

/** A lexicon that is a file. */
export type LexiconFile = {
  /** File name without `.tsv`. */
  name: string
  /** Absolute. */
  path: string
  /** ISO 639-1. */
  from: string
  to: string
  /** Whether it comes with Bifora. */
  isPackaged: boolean
}

/** What could be read, and what could not. */
export type LexiconsInUse = { lexicons: StoredLexicon[]; problems: LexiconError[] }

/** The entries of a file and where they are from. */
export type StoredLexicon = Lexicon & LexiconFile

/** Entries of all lexicons together: half a gigabyte in each process that translates. */
const MAX_ENTRIES_IN_USE = 500_000

/** Name of the lexicon of pairs that were added one by one. */
export const OWN_NAME = 'own'
/** Name of the lexicon of pairs that are no translations. */
export const REJECTED_NAME = 'rejected'
/** Name of the lexicon that was learned from the indexed documents. */
export const INDEX_NAME = 'learned-from-index-it-en'
/** Direction of a lexicon whose name does not say. */
export const DEFAULT_DIRECTION: Direction = { from: 'it', to: 'en' }

/** ISO 639-1 codes of the two columns of a lexicon. */
export type Direction = { from: string; to: string }

/** The lexicon that comes with Bifora. */
export const packagedLexicon: LexiconFile = packaged('it-en', DEFAULT_DIRECTION)

/** The variants that come with Bifora, language by language. */
export const packagedVariants: readonly LexiconFile[] = [...languages.keys()].map((lang) =>
  packaged(lang, { from: lang, to: lang }),
)

function packaged(name: string, direction: Direction): LexiconFile {
  return {
    name,
    path: join(installationDir, 'seeds', 'lexicon', `${name}.tsv`),
    ...direction,
    isPackaged: true,
  }
}

/** Where the lexicons of a data directory are. */
export function lexiconDir(dataDir: string): string {
  return join(dataDir, 'lexicon')
}

/** The path of a lexicon of a data directory. */
export function lexiconPath(dataDir: string, name: string): string {
  return join(lexiconDir(dataDir), `${name}.tsv`)
}

/**
 * The direction that the end of a name says: `glossario-en-it` is English to Italian. Codes of two or three letters
 * (ISO 639), of languages that Bifora analyzes.
 */
export function directionOf(name: string): Direction | undefined {
  const codes = /(?:^|-)([a-z]{2,3})-([a-z]{2,3})$/i.exec(name)
  const [from, to] = [codes?.[1], codes?.[2]].map((code) => code && Intl.getCanonicalLocales(code)[0])
  if (!from || !to || from === to || !languages.has(from) || !languages.has(to)) return undefined
  return { from, to }
}

/**
 * The lexicon files of a data directory, by name.
 *
 * @throws {LexiconError} if the directory cannot be read
 */
export function storedLexicons(dataDir: string): LexiconFile[] {
  return storedNames(dataDir).map((name) => ({
    name,
    path: lexiconPath(dataDir, name),
    ...(directionOf(name) ?? DEFAULT_DIRECTION),
    isPackaged: false,
  }))
}

function storedNames(dataDir: string): string[] {
  try {
    return readdirSync(lexiconDir(dataDir), { withFileTypes: true })
      .filter((file) => !file.isDirectory() && file.name.endsWith('.tsv') && !file.name.startsWith('.'))
      .map((file) => file.name.slice(0, -'.tsv'.length))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fileError(error, lexiconDir(dataDir))
  }
}

/**
 * Reads every lexicon in use: the packaged one, then those of the data directory by name. What cannot be used is a
 * problem of its own, with file and line; the others are there all the same.
 */
export function readLexicons(dataDir: string): LexiconsInUse {
  return atOnce(lexiconsOf(dataDir))
}

/** {@link readLexicons}, line by line. */
export function* lexiconsOf(dataDir: string): Steps<LexiconsInUse> {
  const problems: LexiconError[] = []
  const noteProblem = (error: unknown): void => {
    if (!(error instanceof LexiconError)) throw error
    problems.push(error)
  }
  const files = [packagedLexicon, ...packagedVariants]
  try {
    files.push(...storedLexicons(dataDir))
  } catch (error) {
    noteProblem(error)
  }
  const read = new Map<LexiconFile, StoredLexicon>()
  let left = MAX_ENTRIES_IN_USE
  for (const file of files.toSorted((a, b) => urgency(a) - urgency(b))) {
    try {
      const lexicon = yield* lexiconOf(file)
      if (lexicon.entries.length > left) throw tooMany(file)
      left -= lexicon.entries.length
      read.set(file, {
        ...lexicon,
        ...file,
        isOfIndex: file.name === INDEX_NAME,
        isRejecting: file.name === REJECTED_NAME,
      })
    } catch (error) {
      noteProblem(error)
    }
  }
  return { lexicons: files.flatMap((file) => read.get(file) ?? []), problems }
}

/** Where there are too many entries, what comes along and what was decided pair by pair is there in any case. */
function urgency({ isPackaged, name }: LexiconFile): number {
  return isPackaged ? 0 : name === OWN_NAME || name === REJECTED_NAME ? 1 : 2
}

function tooMany({ path }: LexiconFile): LexiconError {
  return new LexiconError(
    `${path} is one too many: with it all lexicons would have more than ${MAX_ENTRIES_IN_USE} entries, the most that are used. Remove one, or keep the entries that matter: bifora lexicon list`,
  )
}

function* lexiconOf({ path, from, to }: LexiconFile): Steps<Lexicon> {
  const text = yield* textOf(path)
  return from === to ? parseVariants(text, from, path) : yield* lexiconIn(text, from, to, path)
}

/**
 * The lexicons in use that people wrote. What recognizes translations and learns from them goes by these: what was
 * learned before would confirm itself, wrong pairs too.
 */
export function givenLexicons(dataDir: string): StoredLexicon[] {
  return readLexicons(dataDir).lexicons.filter(({ via }) => via !== 'learned')
}

/**
 * Lexicons as files: the packaged one and those of the data directory, `<DATA_DIR>/lexicon/<name>.tsv`. Finds and reads
 * them; what is in them is the bridge's business.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Lexicon, LexiconError, parseLexicon } from '../language/bridge/lexicon.ts'
import { languages } from '../language/languages.ts'
import { installationDir } from './installation.ts'
import { fileError, readText } from './lexicon-disk.ts'

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

/** The entries of a file and where they are from. */
export type StoredLexicon = Lexicon & LexiconFile

/** Name of the lexicon of pairs that were added one by one. */
export const OWN_NAME = 'own'
/** Direction of a lexicon whose name does not say. */
export const DEFAULT_DIRECTION: Direction = { from: 'it', to: 'en' }

/** ISO 639-1 codes of the two columns of a lexicon. */
export type Direction = { from: string; to: string }

const packaged: LexiconFile = {
  name: 'it-en',
  path: join(installationDir, 'seeds', 'lexicon', 'it-en.tsv'),
  ...DEFAULT_DIRECTION,
  isPackaged: true,
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

/** All lexicon files in use: the packaged one first, then those of the data directory by name. */
export function findLexicons(dataDir: string): LexiconFile[] {
  return [packaged, ...storedNames(dataDir).map((name) => fileOf(dataDir, name))]
}

function storedNames(dataDir: string): string[] {
  try {
    const files = readdirSync(lexiconDir(dataDir), { withFileTypes: true })
    return files
      .filter((file) => !file.isDirectory() && file.name.endsWith('.tsv') && !file.name.startsWith('.'))
      .map((file) => file.name.slice(0, -'.tsv'.length))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fileError(error, lexiconDir(dataDir))
  }
}

function fileOf(dataDir: string, name: string): LexiconFile {
  return {
    name,
    path: lexiconPath(dataDir, name),
    ...(directionOf(name) ?? DEFAULT_DIRECTION),
    isPackaged: false,
  }
}

/**
 * Reads every lexicon in use. A file that cannot be used is a problem of its own; the others are there all the same.
 */
export function readLexicons(dataDir: string): { lexicons: StoredLexicon[]; problems: LexiconError[] } {
  const lexicons: StoredLexicon[] = []
  const problems: LexiconError[] = []
  for (const file of findLexicons(dataDir)) {
    try {
      lexicons.push({ ...parseLexicon(readText(file.path), file.from, file.to, file.path), ...file })
    } catch (error) {
      if (!(error instanceof LexiconError)) throw error
      problems.push(error)
    }
  }
  return { lexicons, problems }
}

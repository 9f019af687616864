/**
 * The single words of the lexicons of a data directory, as recognizing translations asks for them. The bridge that says
 * them takes a second or two to be made, so they can be kept in a file as long as the lexicons are the same.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ANALYZER_VERSION } from '../../language/analyzer.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { formatSingleWords, parseSingleWords, type SingleWords } from '../../language/bridge/single-words.ts'
import { installationDir } from '../installation.ts'
import { INDEX_NAME, packagedLexicon, packagedVariants, readLexicons, storedLexicons } from './files.ts'

/** Changes between releases when the bridge says something else of the same words. */
const WORDS_VERSION = 1

/** Single words, and how to have them sooner the next time. */
export type ReadWords = {
  words: SingleWords
  /** Problems of lexicons, for people. */
  problems: string[]
  /** Keeps the words. Takes as long as making the bridge did; does nothing where they are kept, or cannot be. */
  keep: () => void
}

/** Reads them. What was learned from translations that were recognized is left out: it would confirm them, wrong ones too. */
export function readSingleWords(dataDir: string): ReadWords {
  const path = join(dataDir, 'cache', 'single-words')
  const key = keyOf(dataDir)
  const kept = key === undefined ? undefined : textIn(path, key)
  if (kept !== undefined) return { words: parseSingleWords(kept), problems: [], keep: () => {} }
  const { lexicons, problems } = readLexicons(dataDir)
  const bridge = createBridge(lexicons.filter(({ isOfIndex }) => isOfIndex !== true))
  return {
    words: bridge,
    problems: problems.map(({ message }) => message),
    keep: () => {
      // Problems are to be told each time.
      if (key !== undefined && problems.length === 0) write(path, key, formatSingleWords(bridge))
    },
  }
}

/** Stands for the lexicons and for what is made of them; `undefined` if they cannot be read. */
function keyOf(dataDir: string): string | undefined {
  try {
    const hash = createHash('sha256').update(`${ANALYZER_VERSION} ${WORDS_VERSION}`)
    // Another release may make something else of them.
    hash.update(readFileSync(join(installationDir, 'package.json')))
    const stored = storedLexicons(dataDir).filter(({ name }) => name !== INDEX_NAME)
    for (const { name, path } of [packagedLexicon, ...packagedVariants, ...stored]) {
      const bytes = readFileSync(path)
      hash.update(`\n${name} ${bytes.length}\n`).update(bytes)
    }
    return hash.digest('hex')
  } catch {
    // Whoever reads them says what is the matter.
    return undefined
  }
}

/** A file is a line with its key and the hash of the rest, and the rest. Whatever is not as it was written is none. */
function textIn(path: string, key: string): string | undefined {
  try {
    const bytes = readFileSync(path)
    const end = bytes.indexOf('\n')
    const text = bytes.subarray(end + 1)
    return bytes.subarray(0, end).toString() === headOf(key, text) ? text.toString() : undefined
  } catch {
    return undefined
  }
}

function write(path: string, key: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`
  // Where it cannot be kept it is made again.
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  } catch {
    return
  }
  try {
    writeFileSync(beside, `${headOf(key, text)}\n${text}`, { mode: 0o600 })
    renameSync(beside, path)
  } catch {
    rmSync(beside, { force: true })
  }
}

function headOf(key: string, text: string | Buffer): string {
  return `${key} ${createHash('sha256').update(text).digest('hex')}`
}

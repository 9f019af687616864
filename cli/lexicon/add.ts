/** `bifora lexicon add`: files of pairs, dictionaries and thesauri, or a single pair, into the data directory. */
import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { formatLexicon, LexiconError, parseLexicon } from '../../language/bridge/lexicon.ts'
import { languages } from '../../language/languages.ts'
import { whileLocked } from '../lock.ts'
import { decideHere } from './decisions.ts'
import { fileError, replaceFiles } from './disk.ts'
import {
  DEFAULT_DIRECTION,
  type Direction,
  directionOf,
  INDEX_NAME,
  lexiconDir,
  lexiconPath,
  OWN_NAME,
  REJECTED_NAME,
} from './files.ts'
import { importFile, isLexiconFile, nameOf, sourceOf } from './import.ts'

/** What to add, as given. */
export type AddOptions = {
  dataDir: string
  /** ISO 639-1; both or none. */
  from: string | undefined
  to: string | undefined
  name: string | undefined
  signal: AbortSignal
}

/**
 * Adds files, or a pair if the two words given are no files.
 *
 * @returns lines that say what was done
 * @throws {LexiconError} if something is wrong; then everything stays as it was
 */
export async function addToLexicons(given: readonly string[], options: AddOptions): Promise<string[]> {
  const direction = directionGiven(options)
  if (options.name !== undefined) requireName(options.name)
  const [source, target, ...more] = given
  const arePair = given.every((word) => !isFile(word) && !isLexiconFile(word))
  if (arePair && source !== undefined && target !== undefined && more.length === 0) {
    const add = () => addPair(source, target, direction ?? DEFAULT_DIRECTION, options)
    return changeLexicons(options.dataDir, options.signal, add)
  }
  const missing = given.find((path) => !existsSync(path))
  if (missing !== undefined) {
    throw new LexiconError(
      `There is no file "${missing}". Give files, or a pair as two words: bifora lexicon add parola word`,
    )
  }
  return addFiles(given, direction, options)
}

async function addFiles(
  paths: readonly string[],
  given: Direction | undefined,
  { dataDir, name: givenName, signal }: AddOptions,
): Promise<string[]> {
  const additions = new Map<string, { path: string; text: string; line: string }>()
  // Both parts of a dictionary may be named; it is added once.
  const sources = new Map(paths.map((path) => [sourceOf(path), path]))
  for (const path of sources.values()) {
    const direction = given ?? directionOf(nameOf(path))
    const { lexicon, passedOver } = await importFile(path, direction, signal)
    const name = storedName(givenName ?? nameOf(path), lexicon)
    if (name === OWN_NAME || name === REJECTED_NAME) {
      throw new LexiconError(
        `"${name}" is for pairs that are ${name === OWN_NAME ? 'added' : 'rejected'} one by one. Give another name with --name.`,
      )
    }
    if (name === INDEX_NAME) {
      throw new LexiconError(
        `"${INDEX_NAME}" is for what is learned from the indexed documents. Give another name with --name.`,
      )
    }
    if (additions.has(name)) {
      throw new LexiconError(
        `Two of the files would both be the lexicon "${name}". Add them one by one, with --name.`,
      )
    }
    const target = lexiconPath(dataDir, name)
    const text = formatLexicon(lexicon)
    parseLexicon(text, lexicon.from, lexicon.to, basename(path))
    const left = passedOver > 0 ? ` Passed over ${passedOver} pairs that no lexicon takes.` : ''
    const line = `${name}: ${lexicon.entries.length} pairs, ${lexicon.from}–${lexicon.to}, ${lexicon.via}.${left} ${target}`
    additions.set(name, { path: target, text, line })
  }
  return changeLexicons(dataDir, signal, () => {
    const lines = [...additions.values()].map(
      ({ path, line }) => `${existsSync(path) ? 'Replaced' : 'Added'} ${line}`,
    )
    replaceFiles([...additions.values()], lexiconDir(dataDir))
    return lines
  })
}

function addPair(
  source: string,
  target: string,
  direction: Direction,
  { dataDir, name }: AddOptions,
): string[] {
  if (name !== undefined) throw new LexiconError(`A pair is always added to "${OWN_NAME}"; leave --name out.`)
  const isReversed = direction.from === DEFAULT_DIRECTION.to
  const given = isReversed ? { it: target, en: source } : { it: source, en: target }
  const { decision, did } = decideHere(dataDir, { ...given, rejected: false })
  const pair = `"${decision.it}" – "${decision.en}"`
  const path = lexiconPath(dataDir, OWN_NAME)
  if (did === 'nothing') return [`${pair} is already in ${path}.`]
  return [`Added ${pair} to ${path}.${did === 'changed' ? ' It was rejected before.' : ''}`]
}

/** Others may add to the same files at the same time. */
async function changeLexicons(
  dataDir: string,
  signal: AbortSignal,
  change: () => string[],
): Promise<string[]> {
  try {
    return await whileLocked(dataDir, signal, change)
  } catch (error) {
    throw fileError(error, dataDir)
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function directionGiven({ from, to }: AddOptions): Direction | undefined {
  if (from === undefined && to === undefined) return undefined
  const known = [...languages.keys()].join(' and ')
  if (from === undefined || to === undefined)
    throw new LexiconError(`Give --from and --to together, out of ${known}.`)
  for (const code of [from, to]) {
    if (!languages.has(code)) throw new LexiconError(`"${code}" is no language of Bifora. Use ${known}.`)
  }
  if (from === to)
    throw new LexiconError(`--from and --to are both "${from}". A lexicon is between two languages.`)
  return { from, to }
}

/** The direction is part of a stored name, except the usual one. */
function storedName(name: string, { from, to }: Direction): string {
  const said = directionOf(name) ?? DEFAULT_DIRECTION
  return said.from === from && said.to === to ? name : `${name}-${from}-${to}`
}

function requireName(name: string): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name)) {
    throw new LexiconError(
      `"${name}" cannot name a lexicon. Use up to 64 letters, digits, points, hyphens and underscores.`,
    )
  }
}

/** Decisions about single pairs in the files of a data directory, one change at a time, whoever makes it. */
import { existsSync } from 'node:fs'
import {
  type Decided,
  type Decision,
  type DecisionTexts,
  decide,
  decisionsIn,
  objectionsTo,
  type Pair,
  takeBack,
  tidyPair,
} from '../../language/bridge/decisions.ts'
import { LexiconError } from '../../language/bridge/lexicon.ts'
import type { Decisions } from '../../server/lexicon/decisions.ts'
import { whileLocked } from '../lock.ts'
import { readText, replaceFiles } from './disk.ts'
import { lexiconDir, lexiconPath, OWN_NAME, REJECTED_NAME } from './files.ts'

/**
 * Decides of a pair. To be called while nobody else changes lexicons.
 *
 * @throws {LexiconError} if it cannot be decided; then everything stays as it was
 */
export function decideHere(dataDir: string, decision: Decision): Decided {
  const [objection] = objectionsTo(decision)
  if (objection !== undefined) throw new LexiconError(objection.detail.en)
  const decided = decide(readTexts(dataDir), { ...decision, ...tidyPair(decision) })
  if (decided.did !== 'nothing') writeTexts(dataDir, decided.texts)
  return decided
}

/** Rejects a pair, and says so in a line for people. */
export async function rejectPair(pair: Pair, dataDir: string, signal: AbortSignal): Promise<string> {
  const { decision, did } = await whileLocked(dataDir, signal, () =>
    decideHere(dataDir, { ...pair, rejected: true }),
  )
  const path = lexiconPath(dataDir, REJECTED_NAME)
  const shown = `"${decision.it}" – "${decision.en}"`
  if (did === 'nothing') return `${shown} is already in ${path}.`
  return `Rejected ${shown} in ${path}.${did === 'changed' ? ' It was a pair of your own before.' : ''}`
}

/**
 * The decisions of a data directory, for a service.
 *
 * @param refresh makes the service use what the files have now; resolves to whether it does
 */
export function decisionsOf(dataDir: string, refresh: () => Promise<boolean>): Decisions {
  const locked = <T>(change: () => T): Promise<T> =>
    whileLocked(dataDir, new AbortController().signal, change)
  return {
    list: async () => decisionsIn(readTexts(dataDir)),
    decide: async (decision) => {
      const decided = await locked(() => decideHere(dataDir, decision))
      return { decision: decided.decision, did: decided.did, isInUse: await refresh() }
    },
    takeBack: async (pair) => {
      const taken = await locked(() => {
        const taken = takeBack(readTexts(dataDir), tidyPair(pair))
        if (taken !== undefined) writeTexts(dataDir, taken.texts)
        return taken
      })
      return taken && { decisions: taken.decisions, isInUse: await refresh() }
    },
  }
}

function readTexts(dataDir: string): DecisionTexts {
  const textOf = (name: string): string => {
    const path = lexiconPath(dataDir, name)
    return existsSync(path) ? readText(path) : ''
  }
  return { own: textOf(OWN_NAME), rejected: textOf(REJECTED_NAME) }
}

/** Only what has changed: a text that was empty and stays so makes no file. */
function writeTexts(dataDir: string, texts: DecisionTexts): void {
  const before = readTexts(dataDir)
  const changed = (['own', 'rejected'] as const).filter((name) => texts[name] !== before[name])
  replaceFiles(
    changed.map((name) => ({ path: lexiconPath(dataDir, name), text: texts[name] })),
    lexiconDir(dataDir),
  )
}

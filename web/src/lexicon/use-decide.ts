/** Deciding of pairs, with what it does to searches, and undoing it. */
import type { BiforaError, Client, LexiconPair } from '@bifora/client'
import { useState } from 'preact/hooks'
import { useClient } from '../api.tsx'
import { type Measure, type Pair, undoOf } from './decisions.ts'

/** What a decision did. */
export type Effect = {
  pair: Pair
  did: 'added' | 'rejected' | 'takenBack' | 'undone'
  /** For each side of the pair, before and after. */
  measures: { before: Measure; after: Measure }[]
  undo: (() => void) | undefined
}

/** How deciding goes. */
export type Deciding = {
  /** Adds or rejects a pair; undefined takes back what was decided of it. */
  decide: (pair: Pair, rejected: boolean | undefined) => void
  isBusy: boolean
  effect: Effect | undefined
  error: BiforaError | undefined
}

/** The most that the service lists. */
const ALL = 1000

/** @param onDone called after each change, when searches go by it */
export function useDecide(onDone: () => void): Deciding {
  const client = useClient()
  const [state, setState] = useState<Omit<Deciding, 'decide'>>({
    isBusy: false,
    effect: undefined,
    error: undefined,
  })

  const change = (pair: Pair, did: Effect['did'], act: () => Promise<unknown>): void => {
    setState((before) => ({ ...before, isBusy: true, error: undefined }))
    const run = async (): Promise<Effect> => {
      const [earlier, before] = await Promise.all([decided(client), measured(client, pair)])
      await act()
      const [later, after] = await Promise.all([decided(client), measured(client, pair)])
      const { takeBack, decide } = undoOf(earlier, later)
      const undo = async (): Promise<void> => {
        for (const one of takeBack) await client.deleteLexiconPair(one)
        for (const one of decide) await client.putLexiconPair(one)
      }
      const isUndone = did === 'undone' || takeBack.length + decide.length === 0
      return {
        pair,
        did,
        measures: before.map((one, index) => ({ before: one, after: after[index] ?? one })),
        undo: isUndone ? undefined : () => change(pair, 'undone', undo),
      }
    }
    run().then(
      (effect) => {
        setState({ isBusy: false, effect, error: undefined })
        onDone()
      },
      (error: BiforaError) => setState({ isBusy: false, effect: undefined, error }),
    )
  }

  return {
    ...state,
    decide: (pair, rejected) => {
      if (rejected === undefined) change(pair, 'takenBack', () => client.deleteLexiconPair(pair))
      else {
        change(pair, rejected ? 'rejected' : 'added', () => client.putLexiconPair({ ...pair, rejected }))
      }
    },
  }
}

async function decided(client: Client): Promise<LexiconPair[]> {
  return (await client.lexiconPairs({ size: ALL })).pairs
}

/** What searches for both sides find. */
function measured(client: Client, pair: Pair): Promise<Measure[]> {
  return Promise.all(
    (['it', 'en'] as const).map(async (lang): Promise<Measure> => {
      const q = pair[lang]
      const { total, expansions } = await client.search({ q, queryLang: lang, exact: true, size: 0 })
      return { q, lang, found: total.value, expansions: expansions.map(({ to }) => to) }
    }),
  )
}

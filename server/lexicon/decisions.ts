/** What the service needs to take decisions about pairs of words, wherever they are kept. */
import type { Decided, Decision, Pair } from '../../language/bridge/decisions.ts'

/** Decisions about pairs that were made here. What fails while they are kept is thrown as it comes. */
export type Decisions = {
  /** All of them, added pairs first. */
  list: () => Promise<Decision[]>
  /** Decides of a pair; resolves when searches go by it, or cannot. */
  decide: (decision: Decision) => Promise<Pick<Decided, 'decision' | 'did'> & InUse>
  /** Takes back what was decided of a pair; undefined if nothing was. */
  takeBack: (pair: Pair) => Promise<({ decisions: Decision[] } & InUse) | undefined>
}

/** Whether searches go by it: a lexicon that cannot be read keeps changes of all others from being used. */
type InUse = { isInUse: boolean }

/** Who may do what: the one decision, without a request or a reply. */
import { ProblemError } from '../problem.ts'
import type { KeysState } from './follow-keys.ts'
import type { Verdict } from './keys.ts'
import { allows, type Scope, scopesFor } from './scopes.ts'

/** On what grounds a request was let in. */
export type Caller = { by: 'key'; id: string; label: string } | { by: 'local' } | { by: 'anyone' }

/** What the decision depends on besides the key. */
export type Circumstances = {
  keys: KeysState
  /** Whether reading needs a key, too. */
  requiresKey: boolean
  /** Whether this machine may write without a key. */
  writesLocally: boolean
  /** Whether the request comes from this machine; asked only where it matters. */
  isFromHere: () => boolean
}

/**
 * Lets a request in, or says why not. Of this machine only what `index` stands for is taken without a key.
 *
 * @throws {ProblemError} `key-missing`, `key-unknown`, `key-expired`, `scope-missing`, `writing-closed` or
 *   `keys-unusable`
 */
export function admit(
  verdict: Verdict,
  needed: Scope,
  { keys, requiresKey, writesLocally, isFromHere }: Circumstances,
): Caller {
  const isClosed = needed !== 'search' || requiresKey
  if (keys.are === 'unusable' && (isClosed || verdict.is !== 'absent')) {
    throw new ProblemError(
      'keys-unusable',
      'Nobody can be let in with a key at the moment. The operator finds the reason in the log.',
    )
  }
  switch (verdict.is) {
    case 'unknown':
      throw new ProblemError(
        'key-unknown',
        'The key is not known here: it is mistyped, was removed, or belongs to another service. Ask for a new one.',
      )
    case 'expired':
      throw new ProblemError(
        'key-expired',
        `The key was good until ${verdict.key.expiresAt}. Ask for a new one.`,
      )
    case 'valid': {
      const { id, label, scopes } = verdict.key
      if (allows(scopes, needed)) return { by: 'key', id, label }
      throw new ProblemError(
        'scope-missing',
        `This needs a key with the scope ${scopesFor(needed)}; the one that was sent has ${scopes.join(', ')}.`,
      )
    }
  }
  if (!isClosed) return { by: 'anyone' }
  if (needed === 'index' && writesLocally && isFromHere()) return { by: 'local' }
  if (needed !== 'search' && keys.are === 'usable' && keys.keys.length === 0) {
    throw new ProblemError('writing-closed', closedDetail(needed, writesLocally))
  }
  throw new ProblemError(
    'key-missing',
    `This needs a key with the scope ${scopesFor(needed)}. Send it as Authorization: Bearer … or as X-API-Key.`,
  )
}

function closedDetail(needed: Scope, writesLocally: boolean): string {
  const make = `make a key (bifora keys add --label … --scope ${needed}) and send it as Authorization: Bearer …`
  if (needed === 'admin') return `This is closed as long as there are no keys: ${make}.`
  return writesLocally
    ? `Without a key, only programs on the machine of the service may write, directly and under a name such as localhost. From elsewhere, ${make}.`
    : `Writing is closed as long as there are no keys: ${make}; or, where the service listens on a loopback address, set WRITE=local to let programs on the same machine write without one.`
}

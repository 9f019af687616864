/** Who may do what: the one decision, without a request or a reply. */
import { ProblemError } from '../problem.ts'
import type { Sentence } from '../sentence.ts'
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
    throw new ProblemError('keys-unusable', {
      en: 'Nobody can be let in with a key at the moment. The operator finds the reason in the log.',
      it: 'Al momento nessuno può entrare con una chiave. Chi gestisce il servizio ne trova la ragione nel registro.',
    })
  }
  switch (verdict.is) {
    case 'unknown':
      throw new ProblemError('key-unknown', {
        en: 'The key is not known here: it is mistyped, was removed, or belongs to another service. Ask for a new one.',
        it: 'Qui la chiave non è conosciuta: è scritta male, è stata tolta o è di un altro servizio. Chiedine una nuova.',
      })
    case 'expired':
      throw new ProblemError('key-expired', {
        en: `The key was good until ${verdict.key.expiresAt}. Ask for a new one.`,
        it: `La chiave valeva fino al ${verdict.key.expiresAt}. Chiedine una nuova.`,
      })
    case 'valid': {
      const { id, label, scopes } = verdict.key
      if (allows(scopes, needed)) return { by: 'key', id, label }
      throw new ProblemError('scope-missing', {
        en: `This needs a key with the scope ${scopesFor(needed)}; the one that was sent has ${scopes.join(', ')}.`,
        it: `Serve una chiave con il permesso ${scopesFor(needed)}; quella inviata ha ${scopes.join(', ')}.`,
      })
    }
  }
  if (!isClosed) return { by: 'anyone' }
  if (needed === 'index' && writesLocally && isFromHere()) return { by: 'local' }
  if (needed !== 'search' && keys.are === 'usable' && keys.keys.length === 0) {
    throw new ProblemError('writing-closed', closedDetail(needed, writesLocally))
  }
  throw new ProblemError('key-missing', {
    en: `This needs a key with the scope ${scopesFor(needed)}. Send it as Authorization: Bearer … or as X-API-Key.`,
    it: `Serve una chiave con il permesso ${scopesFor(needed)}. Inviala come Authorization: Bearer … o come X-API-Key.`,
  })
}

function closedDetail(needed: Scope, writesLocally: boolean): Sentence {
  const command = `bifora keys add --label … --scope ${needed}`
  const make = {
    en: `make a key (${command}) and send it as Authorization: Bearer …`,
    it: `crea una chiave (${command}) e inviala come Authorization: Bearer …`,
  }
  if (needed === 'admin')
    return {
      en: `This is closed as long as there are no keys: ${make.en}.`,
      it: `È chiuso finché non ci sono chiavi: ${make.it}.`,
    }
  return writesLocally
    ? {
        en: `Without a key, only programs on the machine of the service may write, directly and under a name such as localhost. From elsewhere, ${make.en}.`,
        it: `Senza chiave possono scrivere solo i programmi sulla macchina del servizio, direttamente e con un nome come localhost. Da altrove, ${make.it}.`,
      }
    : {
        en: `Writing is closed as long as there are no keys: ${make.en}; or, where the service listens on a loopback address, set WRITE=local to let programs on the same machine write without one.`,
        it: `La scrittura è chiusa finché non ci sono chiavi: ${make.it}; oppure, se il servizio ascolta su un indirizzo locale, imposta WRITE=local perché i programmi della stessa macchina scrivano senza.`,
      }
}

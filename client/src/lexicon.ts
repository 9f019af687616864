/** What connects the languages: what lexicons know of words, and what is decided of single pairs. */
import { queryOf } from './address.ts'
import { asJson, type CallOptions, type Requester } from './request.ts'
import type {
  LexiconPair,
  LexiconPairsParams,
  LexiconPairsResponse,
  LexiconResponse,
  PostedPair,
} from './types.ts'

const PAIRS = '/v1/lexicon/pairs'

/** The functions of a client for lexicons. Those that decide need a key, unless the service lets this machine write. */
export function lexiconOf(request: Requester) {
  return {
    /** Translations of a word or term that lexicons know, those that are rejected too. */
    lexicon: (q: string, { signal }: CallOptions = {}) =>
      request({ path: `/v1/lexicon${queryOf({ q })}`, signal }, asJson<LexiconResponse>),
    /** What was decided of pairs. */
    lexiconPairs: (params: LexiconPairsParams = {}, { signal }: CallOptions = {}) =>
      request({ path: PAIRS + queryOf(params), signal }, asJson<LexiconPairsResponse>),
    /** Adds a pair, or rejects it; the next search goes by it. */
    putLexiconPair: (pair: PostedPair, { signal }: CallOptions = {}) =>
      request(
        {
          method: 'PUT',
          path: PAIRS,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(pair),
          signal,
          isRepeatable: true,
        },
        asJson<LexiconPair>,
      ),
    /** Takes back what was decided of a pair; status 404 if nothing was. */
    deleteLexiconPair: ({ it, en }: Pick<PostedPair, 'it' | 'en'>, { signal }: CallOptions = {}) =>
      request({ method: 'DELETE', path: PAIRS + queryOf({ it, en }), signal }, asJson<LexiconPairsResponse>),
  }
}

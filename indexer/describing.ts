/** What documents are described and analyzed with: prepared once, and used for every document. */
import { createHash } from 'node:crypto'
import type { DocumentRecord } from '../engine/schema.ts'
import type { SingleWords } from '../language/bridge/single-words.ts'
import type { Topic } from './describe/wordings.ts'
import { createDraftMeans, type DraftMeans } from './draft.ts'
import { createInlineDrafting, type Drafting } from './drafting/drafting.ts'
import { completeSignature, type SignatureParts } from './translations/signature.ts'

/** What documents are described and analyzed with. */
export type Describing = DraftMeans & {
  topics: readonly Topic[]
  /** Whether the bridge knows a term of a language; what is compared with translations is made of such terms. */
  isKnown: (lang: string, term: string) => boolean
  /** To recognize translations by; without one, only those are known that authors name. */
  bridge: SingleWords | undefined
  /** Makes drafts of files and texts. */
  drafting: Drafting
}

/**
 * Prepares what documents are described with.
 *
 * @param drafting default: on the thread that asks, without limits
 */
export function createDescribing(
  topics: readonly Topic[],
  bridge?: SingleWords,
  drafting?: Drafting,
): Describing {
  const known = new Map<string, boolean>()
  const means = createDraftMeans(topics)
  return {
    ...means,
    topics,
    isKnown: (lang, term) => {
      if (bridge === undefined) return false
      const key = `${lang} ${term}`
      const found = known.get(key)
      if (found !== undefined) return found
      const isKnown = bridge.knows(lang, term)
      if (known.size < MAX_REMEMBERED) known.set(key, isKnown)
      return isKnown
    },
    bridge,
    drafting: drafting ?? createInlineDrafting(means),
  }
}

/** Terms that it is remembered of whether they are known: some megabytes. */
const MAX_REMEMBERED = 200_000

/** Stands for the topics that documents are sorted into: where it differs, an index is built anew. */
export function topicsFingerprint(topics: readonly Topic[]): string {
  return createHash('sha256').update(JSON.stringify(topics)).digest('hex').slice(0, 16)
}

/**
 * What is stored to recognize translations of a document by; nothing where nothing is compared.
 *
 * @param terms its distinct terms in its language, in the order of their first mention
 */
export function signatureFields(
  parts: SignatureParts | undefined,
  lang: string,
  terms: readonly string[],
  { bridge, isKnown }: Pick<Describing, 'bridge' | 'isKnown'>,
): Pick<DocumentRecord, 'signature' | 'mark'> {
  if (bridge === undefined || parts === undefined) return {}
  return completeSignature(parts, terms, (term) => isKnown(lang, term))
}

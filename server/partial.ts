/**
 * Reading an index that is spread over several servers, where one may be missing: the rest answers, and the answer says
 * what it is without. For what shows or counts matches; whoever changes, exports or checks an index needs all of it.
 */
import type { FastifyRequest } from 'fastify'
import type { Engine } from '../engine/engine.ts'
import { partsWith } from '../engine/parts/parts.ts'
import type { Corpus } from './live.ts'
import type { PartialIndex } from './schemas/common.ts'
import type { Sentence } from './sentence.ts'

/** An engine for one request, and what its answers were without. */
export type Allowing = {
  engine: Engine
  /** To be put in the answer. */
  partial: (corpus: Pick<Corpus, 'indexes'>) => { partial?: PartialIndex }
}

/** The engine for a request that can do without a part. Its answer is not remembered as if it were whole. */
export function allowMissing(engine: Engine, request: FastifyRequest): Allowing {
  const { parts } = engine
  if (parts === undefined) return { engine, partial: () => ({}) }
  const missing = new Set<number>()
  return {
    engine: { ...engine, read: parts.reading((part) => missing.add(part)) },
    partial: ({ indexes }) => {
      if (missing.size === 0) return {}
      request.entityTag = undefined
      return {
        partial: {
          parts: partsWith(engine, indexes.name).length,
          missing: [...missing].map((part) => part + 1).sort((a, b) => a - b),
        },
      }
    },
  }
}

/** What people are told of it. */
export function missingParts({ parts, missing }: PartialIndex): Sentence {
  const en = missing.length === 1 ? `part ${missing[0]}` : `parts ${missing.join(', ')}`
  const it = missing.length === 1 ? `la parte ${missing[0]}` : `le parti ${missing.join(', ')}`
  const does = missing.length === 1 ? 'does' : 'do'
  const risponde = missing.length === 1 ? 'risponde' : 'rispondono'
  return {
    en: `Not everything was searched: of the ${parts} parts of the index, ${en} ${does} not answer at the moment. There may be more documents than are counted here.`,
    it: `Non tutto è stato cercato: delle ${parts} parti dell’indice, ${it} al momento non ${risponde}. I documenti possono essere più di quelli contati qui.`,
  }
}

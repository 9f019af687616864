/** Documents that are where translations of one that has just come would be, found through the engine by their keys. */
import { and, isIn, not } from '../../engine/filters.ts'
import { idOfKey } from '../../engine/schema.ts'
import { ask, type IndexReader, matches } from '../../engine/search.ts'
import { someDocuments } from '../../engine/stored-documents.ts'
import { bestFirst } from './hints.ts'
import { createHintJudge } from './judge-hint.ts'
import { signatureOf } from './signature.ts'
import type { TermNumbers } from './term-numbers.ts'
import { COMPARED_FIELDS, type ComparedDocument } from './translations.ts'

/** A key in more documents than this is that of an index page, which all of them name. */
const MAX_FREQUENCY = 48

/** Documents in other languages that are where translations of this one would be, and may be some; one of each. */
export async function hintedWith(
  document: ComparedDocument,
  named: readonly ComparedDocument[],
  termNumbers: TermNumbers,
  reader: IndexReader,
): Promise<ComparedDocument[]> {
  if (document.signature == null || document.mirror.length === 0) return []
  const { mirrored } = await ask(reader, {
    mirrored: document.mirror.map((key) =>
      matches(reader.indexes, and([isIn('mirror', [key]), not(isIn('lang', [document.lang, 'und']))]), {
        keys: MAX_FREQUENCY,
      }),
    ),
  })
  const kinds = new Map<string, Set<string>>()
  for (const [index, { total, keys }] of mirrored.entries()) {
    const kind = document.mirror[index]?.charAt(0) ?? ''
    for (const key of total > MAX_FREQUENCY ? [] : keys) {
      kinds.set(idOfKey(key), (kinds.get(idOfKey(key)) ?? new Set()).add(kind))
    }
  }
  const has = new Set(named.map(({ lang }) => lang))
  const others = (await compared(reader, [...kinds.keys()])).filter(({ lang }) => !has.has(lang))
  const signatures = [document, ...others].map((one) =>
    signatureOf(one, one.signature ?? NOTHING, termNumbers),
  )
  const judge = createHintJudge(signatures, termNumbers)
  const pairs = others.flatMap(({ id }, index) =>
    [...(kinds.get(id) ?? [])].flatMap((kind) => {
      const score = judge(0, index + 1, kind)
      return score === undefined ? [] : [{ first: 0, second: index + 1, score }]
    }),
  )
  const best = bestFirst(pairs, (place) => signatures[place]?.lang ?? 'und')
  const found = best.flatMap(({ second }) => others[second - 1] ?? [])
  const taken = await Promise.all(found.map((other) => isTaken(other, document, reader)))
  return found.filter((_, index) => taken[index] === false)
}

const NOTHING = { length: 0, numbers: [], names: [], sequences: [], terms: [] }

/** Whether a document has another translation in the language of this one already. */
export async function isTaken(
  { translations }: ComparedDocument,
  document: ComparedDocument,
  reader: IndexReader,
): Promise<boolean> {
  const others = await compared(reader, translations)
  return others.some(({ id, lang }) => lang === document.lang && id !== document.id)
}

/** Names that authors give may be anything; the engine refuses a whole call for an id that cannot be one. */
const ID = /^[\w-]{1,511}$/

/** Documents by id, as they are compared; those that are not there are left out. */
export function compared(reader: IndexReader, ids: readonly string[]): Promise<ComparedDocument[]> {
  return someDocuments(
    reader,
    ids.filter((id) => ID.test(id)),
    COMPARED_FIELDS,
  )
}

/**
 * The translations of some documents that have just come, found through the engine: by what authors name, and by marks
 * that few documents have. For many documents at once follow.ts is faster, which compares all with all.
 */
import { posix } from 'node:path'
import type { Engine } from '../../engine/engine.ts'
import { and, isIn, not } from '../../engine/filters.ts'
import { type DocumentRecord, idOfKey } from '../../engine/schema.ts'
import { ask, type IndexReader, matches } from '../../engine/search.ts'
import type { Writer } from '../../engine/writer.ts'
import type { SingleWords } from '../../language/bridge/single-words.ts'
import { documentId } from '../record.ts'
import { createWeights } from './evidence.ts'
import { compared, hintedWith, isTaken } from './hinted-nearby.ts'
import { MAX_VERSIONS } from './join.ts'
import { createJudge, isPossible } from './judge.ts'
import { LOOKUP_MARKS, lookupMarks, markValue, type Signature, signatureOf } from './signature.ts'
import { createTermNumbers, type TermNumbers } from './term-numbers.ts'
import type { ComparedDocument } from './translations.ts'

/** What has changed. */
export type Arrived = {
  /** Ids of documents that have come or were replaced. */
  put: readonly string[]
  /** Documents that have gone, with what were their translations. */
  removed: readonly { id: string; translations: readonly string[] }[]
}

/** What to look in. */
export type NearbyOptions = {
  engine: Engine
  writer: Writer
  bridge: SingleWords | undefined
  signal: AbortSignal
}

/** A mark in more documents than this says little. */
const MAX_FREQUENCY = 40
/** Documents that are compared with one. */
const MAX_CANDIDATES = 3
/** By how much a pair must be better than the next one. */
const MIN_MARGIN = 0.1

/**
 * Finds the translations of what has come, tells both sides, and takes what has gone off the lists of the others.
 *
 * @returns how many documents have other translations than before
 */
export async function followNearby(arrived: Arrived, options: NearbyOptions): Promise<number> {
  const { engine, writer, bridge, signal } = options
  const reader = { engine, indexes: writer.indexes, signal }
  const termNumbers = bridge === undefined ? undefined : createTermNumbers(bridge)
  const before = new Map<string, ComparedDocument>()
  const now = new Map<string, Set<string>>()
  const know = (documents: readonly ComparedDocument[]): void => {
    for (const document of documents) {
      if (before.has(document.id)) continue
      before.set(document.id, document)
      now.set(document.id, new Set(document.translations))
    }
  }
  for (const { id, translations } of arrived.removed) {
    know(await compared(reader, translations))
    for (const other of translations) now.get(other)?.delete(id)
  }
  for (const document of await compared(reader, arrived.put)) {
    know([document])
    know(await compared(reader, document.translations))
    for (const other of document.translations) {
      now.get(other)?.delete(document.id)
      now.get(document.id)?.delete(other)
    }
    const named = await namedWith(document, reader)
    know(named)
    const hinted = termNumbers === undefined ? [] : await hintedWith(document, named, termNumbers, reader)
    const settled = [...named, ...hinted]
    const recognized =
      termNumbers === undefined ? [] : await recognize(document, settled, termNumbers, reader)
    know([...hinted, ...recognized])
    for (const partner of [...settled, ...recognized]) {
      const others = await compared(reader, [...(now.get(partner.id) ?? [])])
      know(others)
      const versions = [partner, ...others.filter(({ lang }) => lang !== document.lang && lang !== 'und')]
      if (versions.length > MAX_VERSIONS) continue
      for (const { id } of versions) {
        if (id === document.id) continue
        now.get(id)?.add(document.id)
        now.get(document.id)?.add(id)
      }
    }
  }
  const langOf = (id: string): string => before.get(id)?.lang ?? ''
  const links: Pick<DocumentRecord, 'id' | 'translations'>[] = []
  for (const [id, others] of now) {
    const translations = [...others].sort((a, b) =>
      langOf(a) < langOf(b) ? -1 : langOf(a) > langOf(b) ? 1 : 0,
    )
    const known = before.get(id)?.translations ?? []
    if (translations.length !== known.length || known.some((other) => !others.has(other))) {
      links.push({ id, translations })
    }
  }
  await writer.link(links)
  return links.length
}

/** Documents that name this one, and those that it names. */
async function namedWith(document: ComparedDocument, reader: IndexReader): Promise<ComparedDocument[]> {
  const plain = document.named.map((name) => posix.join('/', name).slice(1))
  const ids = [...document.named, ...plain].flatMap((name) => [name, documentId(name)])
  const { naming, atPaths } = await ask(reader, {
    naming: [
      matches(
        reader.indexes,
        isIn('named', [...document.paths.flatMap(({ path }) => [path, `/${path}`]), document.id]),
        {
          keys: MAX_VERSIONS,
        },
      ),
    ],
    atPaths:
      plain.length === 0 ? [] : [matches(reader.indexes, isIn('paths.path', plain), { keys: MAX_VERSIONS })],
  })
  const found = [...naming, ...atPaths].flatMap(({ keys }) => keys.map(idOfKey))
  return (await compared(reader, [...new Set([...ids, ...found])])).filter(({ id }) => id !== document.id)
}

/** Documents in other languages that are translations of this one by all that is known of them. */
async function recognize(
  document: ComparedDocument,
  named: readonly ComparedDocument[],
  termNumbers: TermNumbers,
  reader: IndexReader,
): Promise<ComparedDocument[]> {
  if (document.signature == null || document.lang === 'und') return []
  const has = new Set(named.map(({ lang }) => lang))
  const known: Frequencies = new Map()
  const own = await look(lookupMarks(document.signature), document.lang, known, reader)
  const total = own.documents
  const shared = new Map<string, number>()
  for (const { keys, frequency } of own.marks) {
    if (frequency > MAX_FREQUENCY) continue
    for (const key of keys) shared.set(key, (shared.get(key) ?? 0) + Math.log(1 + total / frequency))
  }
  const best = [...shared]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, MAX_CANDIDATES)
    .map(([key]) => idOfKey(key))
  const signature = reduced(signatureOf(document, document.signature, termNumbers))
  const candidates: { document: ComparedDocument; signature: Signature }[] = []
  for (const other of await compared(reader, best)) {
    if (other.signature == null || has.has(other.lang)) continue
    const signed = reduced(signatureOf(other, other.signature, termNumbers))
    if (!isPossible(signature, signed)) continue
    await look(lookupMarks(other.signature), other.lang, known, reader)
    candidates.push({ document: other, signature: signed })
  }
  const weights = createWeights(
    {
      frequency: (mark) => known.get(markValue(mark))?.frequency ?? 1,
      isIn: (mark, lang) => known.get(markValue(mark))?.langs.has(lang) === true,
    },
    total,
  )
  const judge = createJudge(signature, termNumbers, weights, LOOKUP_MARKS)
  const judged = candidates
    .map((one) => ({ ...judge(one.signature), document: one.document }))
    .sort((a, b) => b.score - a.score)
  const [first, next] = judged
  if (first?.isLikely !== true || first.score - (next?.score ?? 0) < MIN_MARGIN) return []
  return (await isTaken(first.document, document, reader)) ? [] : [first.document]
}

/** Of marks: in how many documents they are, and in which languages. */
type Frequencies = Map<string, { frequency: number; langs: ReadonlySet<string> }>

/** Looks marks up, with the keys of documents in other languages than `lang` that have them, and notes what they are in. */
async function look(
  marks: readonly string[],
  lang: string,
  known: Frequencies,
  reader: IndexReader,
): Promise<{ documents: number; marks: { keys: string[]; frequency: number }[] }> {
  const { all, having, others } = await ask(reader, {
    all: [matches(reader.indexes, '')],
    having: marks.map((mark) => matches(reader.indexes, isIn('mark', [mark]), { facets: ['lang'] })),
    others: marks.map((mark) =>
      matches(reader.indexes, and([isIn('mark', [mark]), not(isIn('lang', [lang, 'und']))]), {
        keys: MAX_FREQUENCY,
      }),
    ),
  })
  for (const [index, mark] of marks.entries()) {
    const { total: frequency = 1, facets = {} } = having[index] ?? {}
    known.set(mark, { frequency: Math.max(1, frequency), langs: new Set(Object.keys(facets.lang ?? {})) })
  }
  return {
    documents: all[0]?.total ?? 0,
    marks: marks.map((mark, index) => ({
      keys: others[index]?.keys ?? [],
      frequency: known.get(mark)?.frequency ?? 1,
    })),
  }
}

/** With no more marks than can be looked up. */
function reduced(signature: Signature): Signature {
  return {
    ...signature,
    numbers: signature.numbers.subarray(0, LOOKUP_MARKS),
    names: signature.names.subarray(0, LOOKUP_MARKS),
    sequences: signature.sequences.subarray(0, LOOKUP_MARKS),
  }
}

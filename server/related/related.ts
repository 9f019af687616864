/**
 * A document → what is about the same, in every language: its rarest words, with what they say in the other languages,
 * asked as a query of its own.
 *
 *   its passages → rare terms → bridge → candidates, language by language → rank → group → what is shared
 */
import { copyGroups } from '../../engine/copies.ts'
import {
  documentsById,
  documentsByKey,
  type ShownDocument,
  type ShownTranslation,
  translationsById,
} from '../../engine/fetch.ts'
import { and, documentHas, isIn, not } from '../../engine/filters.ts'
import { mass, planCandidates } from '../../engine/plan.ts'
import { ask, type Candidate, candidates, type IndexReader, matches } from '../../engine/search.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { inSlices } from '../../language/slices.ts'
import { groupByDocument, type RankedDocument } from '../../ranking/by-document.ts'
import { rank } from '../../ranking/score.ts'
import type { Statistics } from '../../ranking/statistics.ts'
import type { Corpus } from '../live.ts'
import { findCandidates } from '../search/finding/candidates.ts'
import { type Copies, copiesOf } from '../search/finding/copies.ts'
import type { QueryGroup } from '../search/understanding/readings.ts'
import { asWritten, wordsToLookFor } from './words.ts'

/** A word that two documents share. */
export type SharedWord = {
  /** As the document that was asked for has it. */
  word: string
  /** As the related one has it; the same, its translation, or null where its passages were not looked at for it. */
  as: string | null
}

/** A related document. */
export type Related = {
  document: ShownDocument
  relation: 'translation' | 'copy' | 'similar'
  /** Absent of translations and copies that were not ranked. */
  score?: number
  shared: SharedWord[]
  copies: Copies
}

/** What was found. */
export type RelatedDocuments = {
  /** The words of the document that were looked for, those that say most first. */
  words: string[]
  related: Related[]
  /** All translations of these documents, in no order. */
  translations: ShownTranslation[]
}

/** Of a long document so many passages are read. */
const MAX_PASSAGES = 100
/** Related documents share so many of these words, with such a part of what they weigh together. */
const MIN_SHARED = 2
const MIN_SHARE = 0.25

/**
 * The documents that are about the same as one, its translations and copies before the others.
 *
 * @param size similar documents of each language
 * @param langs languages of the documents
 */
export async function relatedTo(
  document: ShownDocument,
  { size, langs }: { size: number; langs: readonly string[] },
  corpus: Corpus,
  bridge: Bridge,
  reader: IndexReader,
): Promise<RelatedDocuments> {
  const { statistics } = corpus
  const { own } = await ask(reader, {
    own: [candidates(reader.indexes, isIn('document', [document.key]), MAX_PASSAGES)],
  })
  const passages = own.flatMap(({ passages }) => passages)
  const groups = wordsToLookFor(passages, corpus, bridge)
  const known = await copyGroups(reader, [document])
  const copies = copiesOf(document, known).others.map(({ id }) => id)
  const others = new Set([document.id, ...document.translations, ...copies])

  const found = await Promise.all(
    langs.map((lang) => similarIn(lang, { document, groups, others, size, statistics, reader })),
  )
  const ranked = found.flat()
  const [similar, said] = await Promise.all([
    documentsByKey(
      reader,
      ranked.map(({ key }) => key),
    ),
    documentsById(reader, [...document.translations, ...copies]),
  ])
  const same = said.filter(({ lang }) => langs.includes(lang))
  const all = [...same, ...similar]
  const [having, translations, groupsOfCopies] = await Promise.all([
    documentsHaving(groups, all, reader),
    translationsById(reader, [...new Set(all.flatMap(({ translations }) => translations))]),
    copyGroups(reader, all),
  ])
  const isSimilar = new Map(ranked.map((one) => [one.key, one]))
  const related = all.map((one): Related => {
    const { score, passages = [] } = isSimilar.get(one.key) ?? {}
    const shared = groups.flatMap((group, index) =>
      having[index]?.has(one.key)
        ? [{ word: group.word, as: asWritten(group, passages, corpus, bridge) }]
        : [],
    )
    const relation = document.translations.includes(one.id)
      ? 'translation'
      : copies.includes(one.id)
        ? 'copy'
        : 'similar'
    const ofOne = { folded: [], ...copiesOf(one, groupsOfCopies) }
    return { document: one, relation, ...(score === undefined ? {} : { score }), shared, copies: ofOne }
  })
  const weights = new Map(
    groups.map((group) => [group.word, mass(group, [...statistics.languages.keys()], statistics)]),
  )
  const weightOf = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
  const whole = weightOf([...weights.keys()])
  const isEnough = ({ shared }: Related): boolean =>
    shared.length >= Math.min(MIN_SHARED, groups.length) &&
    weightOf(shared.map(({ word }) => word)) >= MIN_SHARE * whole
  return {
    words: groups.map(({ word }) => word),
    related: related
      .filter((one) => one.relation !== 'similar' || isEnough(one))
      .sort((a, b) => ORDER[a.relation] - ORDER[b.relation] || (b.score ?? 0) - (a.score ?? 0)),
    translations,
  }
}

const ORDER = { translation: 0, copy: 1, similar: 2 }

async function similarIn(
  lang: string,
  {
    document,
    groups,
    others,
    size,
    statistics,
    reader,
  }: {
    document: ShownDocument
    groups: readonly QueryGroup[]
    others: ReadonlySet<string>
    size: number
    statistics: Statistics
    reader: IndexReader
  },
): Promise<RankedDocument<Candidate>[]> {
  const scope = and([isIn('documentLang', [lang]), not(isIn('document', [document.key]))])
  const found = await findCandidates(planCandidates(groups, [lang], statistics), scope, reader)
  const byId = new Map(found.candidates.map((candidate) => [candidate.id, candidate]))
  const ranking = rank(byId.values(), groups, [document.lang], statistics)
  return groupByDocument(await inSlices(ranking, reader.signal))
    .filter(({ key }) => !others.has(key.slice(0, key.lastIndexOf('-'))))
    .slice(0, size)
}

/** For each group the keys of those documents that have it. */
async function documentsHaving(
  groups: readonly QueryGroup[],
  documents: readonly ShownDocument[],
  reader: IndexReader,
): Promise<ReadonlySet<string>[]> {
  if (documents.length === 0) return []
  const among = isIn(
    'key',
    documents.map(({ key }) => key),
  )
  const { having } = await ask(reader, {
    having: groups.map((group) =>
      matches(reader.indexes, and([among, documentHas(group)]), { keys: documents.length }),
    ),
  })
  return having.map(({ keys }) => new Set(keys))
}

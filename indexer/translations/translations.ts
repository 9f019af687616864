/**
 * Which documents of an index are translations of each other: those whose authors say so, then those that are
 * recognized.
 *
 *   resolve names → match signatures → join
 */
import type { DocumentRecord } from '../../engine/schema.ts'
import type { SingleWords } from '../../language/bridge/single-words.ts'
import { createHints, type HintedPair } from './hints.ts'
import { joinTranslations, type Link, MAX_VERSIONS } from './join.ts'
import { createHintJudge } from './judge-hint.ts'
import { keptPairs } from './kept.ts'
import { matchTranslations } from './match.ts'
import { createDirectory, type Naming, type Remark, resolveNamed } from './named.ts'
import { type Signature, signatureOf } from './signature.ts'
import { createTermNumbers } from './term-numbers.ts'

/** What is compared of a document. */
export const COMPARED_FIELDS = [
  'id',
  'path',
  'paths',
  'lang',
  'named',
  'mirror',
  'date',
  'dateEnd',
  'signature',
  'translations',
] as const satisfies (keyof DocumentRecord)[]

/** A document as it is compared with others. */
export type ComparedDocument = Pick<DocumentRecord, (typeof COMPARED_FIELDS)[number]>

/** What was found. */
export type FoundTranslations = {
  /** Documents that have translations, with the ids of those, language by language. */
  records: { id: string; translations: string[] }[]
  /** Number of pairs that authors name, and of pairs that were recognized. */
  named: number
  recognized: number
  remarks: Remark[]
}

/** Documents that are compared; their signatures take half a gigabyte. */
const MAX_COMPARED = 1_000_000

/** How to find translations. */
export type FindOptions = {
  /** Waited for now and then, so that others get a turn; may throw to end the work. */
  pause: () => Promise<void>
  /** Ids of documents that have come, changed or gone: pairs of others stay as they are. Default: none stays. */
  touched?: ReadonlySet<string> | undefined
}

/**
 * Finds the translations among documents.
 *
 * @param bridge without one only those are found that authors name
 */
export async function findTranslations(
  documents: AsyncIterable<ComparedDocument> | Iterable<ComparedDocument>,
  bridge: SingleWords | undefined,
  { pause, touched }: FindOptions,
): Promise<FoundTranslations> {
  const termNumbers = bridge === undefined ? undefined : createTermNumbers(bridge)
  const directory = createDirectory()
  const langs: string[] = []
  const namings: Naming[] = []
  const signatures: Signature[] = []
  /** Places of the documents that the signatures are of. */
  const places: number[] = []
  const hints = createHints()
  const before: Pick<ComparedDocument, 'id' | 'translations'>[] = []
  for await (const document of documents) {
    const place = directory.add(document)
    if (touched !== undefined) before.push({ id: document.id, translations: document.translations })
    langs.push(document.lang)
    if (document.named.length > 0) namings.push({ place, path: document.path, names: document.named })
    if (termNumbers === undefined || document.signature == null || signatures.length >= MAX_COMPARED) continue
    hints.add(signatures.length, document.mirror)
    signatures.push(signatureOf(document, document.signature, termNumbers))
    places.push(place)
  }
  const langOf = (place: number): string => langs[place] ?? 'und'
  const named = resolveNamed(namings, directory)
  const kept = touched === undefined ? undefined : keptPairs(before, touched)
  const known = joinTranslations(named.links, langOf).translations
  const placeOf = (index: number): number => places[index] ?? 0
  const needsBeside =
    (links: typeof known) =>
    (index: number, lang: string): boolean =>
      ![...(links.get(placeOf(index)) ?? [])].some((other) => langOf(other) === lang)
  const linkOf = ({ first, second }: Pick<HintedPair, 'first' | 'second'>): Link => [
    placeOf(first),
    placeOf(second),
  ]
  const recognized = (kept?.links ?? []).filter(([place, other]) => known.get(place)?.has(other) !== true)
  if (termNumbers !== undefined) {
    const judge = createHintJudge(signatures, termNumbers)
    const needs = needsBeside(joinTranslations([...named.links, ...recognized], langOf).translations)
    recognized.push(...(await hints.pairs(signatures, { judge, needs, pause })).map(linkOf))
    const settled = joinTranslations([...named.links, ...recognized], langOf).translations
    const isMeant = kept && ((index: number): boolean => kept.open.has(placeOf(index)))
    const how = { needs: needsBeside(settled), pause, isMeant }
    recognized.push(...(await matchTranslations(signatures, termNumbers, how)).map(linkOf))
  }
  const { translations, tooMany } = joinTranslations([...named.links, ...recognized], langOf)
  const records = [...translations].map(([place, others]) => ({
    id: directory.idOf(place),
    translations: [...others]
      .sort((a, b) => compare(langOf(a), langOf(b)) || a - b)
      .map((other) => directory.idOf(other)),
  }))
  return {
    records,
    named: [...known.values()].reduce((sum, others) => sum + others.size, 0) / 2,
    recognized: recognized.length,
    remarks: [...named.remarks, ...tooMany.map((places) => tooManyRemark(places, namings))],
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function tooManyRemark(places: readonly number[], namings: readonly Naming[]): Remark {
  const members = new Set(places)
  const path = namings.find(({ place }) => members.has(place))?.path ?? ''
  return {
    path,
    remark: `front matter translations ignored: by way of others it would be one of ${places.length} translations of the same text, and more than ${MAX_VERSIONS} are a mistake`,
  }
}

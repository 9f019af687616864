/**
 * The second half of the indexing flow: described documents with their passages → terms → records → a new
 * generation, which goes live in one step when all of it is stored.
 */
import { setImmediate } from 'node:timers/promises'
import type { Engine } from '../engine/engine.ts'
import { createGeneration, discard, publish, sweep } from '../engine/generation.ts'
import { createLoader } from '../engine/load.ts'
import { type DocumentRecord, INDEX_VERSION, type PassageRecord } from '../engine/schema.ts'
import { analyze, type Term } from '../language/analyzer.ts'
import type { Bridge } from '../language/bridge/bridge.ts'
import { passageLanguage } from '../language/detect.ts'
import { lengthOf } from '../ranking/encoded-terms.ts'
import type { StatisticsRecord } from '../ranking/statistics.ts'
import { createStatisticsBuilder } from '../ranking/statistics-builder.ts'
import type { Topic } from './describe/wordings.ts'
import type { Passage } from './document.ts'
import { createFieldAnalyzer } from './field-terms.ts'
import { createLabelTerms } from './label-terms.ts'
import { createMeanLengths } from './mean-length.ts'
import {
  type AnalyzedPassage,
  documentRecord,
  type IdentifiedDocument,
  passageRecord,
  termLanguage,
  termLevels,
} from './record.ts'
import { createTranslationFinder, type FoundTranslations } from './translations/translations.ts'

/** A document on its way into the index. */
export type IncomingDocument = {
  document: IdentifiedDocument
  passages: AsyncIterable<Passage> | Iterable<Passage>
  /** Paths or ids of documents that are translations of it, as its author names them. */
  translations: string[]
}

/** What a build made. */
export type BuildCounts = {
  documents: number
  passages: number
  /** Documents per language, most frequent first. */
  languages: Record<string, number>
  /** Pairs of documents that are translations of each other: those that authors name, and those recognized. */
  translations: { named: number; recognized: number }
}

/** What a build reports while it runs. */
export type BuildOptions = {
  /** Stored with the generation, to see later whether anything has changed. */
  fingerprint: string
  /** Stored too: whether this is the sample corpus. Default false. */
  isSample?: boolean
  /** Topics whose labels are words of their documents, weakly; default: none. */
  topics?: readonly Pick<Topic, 'id' | 'labels'>[]
  /** To recognize translations by; default: only those that authors name are known. */
  bridge?: Bridge | undefined
  signal: AbortSignal
  /** Called after each document. */
  onDocument?: (counts: { documents: number; passages: number }) => void
  /** Called with the path of a document that has no passage; it is not indexed. */
  onEmpty?: (path: string) => void
  /** Called with a plain sentence for what is odd about a document among the others. */
  onRemark?: (path: string, remark: string) => void
}

/**
 * Builds a new generation out of documents and makes it live. If anything fails, or `signal` aborts, what was live
 * stays live and the unfinished generation is removed.
 *
 * @returns what was indexed; nothing is made live if that is no document at all
 * @throws {EngineError} if the engine fails, `DISK_FULL` among others
 */
export async function buildGeneration(
  engine: Engine,
  incoming: AsyncIterable<IncomingDocument>,
  options: BuildOptions,
): Promise<BuildCounts> {
  await sweep(engine)
  await engine.checkSpace()
  const generation = await createGeneration(engine)
  try {
    const passages = createLoader<PassageRecord>(engine, generation.passages, options.signal)
    const documents = createLoader<DocumentRecord>(engine, generation.documents, options.signal)
    const statistics = createStatisticsBuilder()
    const labelsOf = createLabelTerms(options.topics ?? [])
    const translationFinder = createTranslationFinder(options.bridge)
    const counts = { documents: 0, passages: 0 }
    const byLanguage = new Map<string, number>()

    const store = async (document: IdentifiedDocument, analyzed: AnalyzedPassage, meanLength: number) => {
      const levels = termLevels(analyzed.terms, meanLength)
      statistics.addPassage(termLanguage(analyzed.lang), lengthOf(analyzed.terms), levels)
      await passages.add(passageRecord(document, analyzed, levels))
    }
    const meanLengths = createMeanLengths(store)

    for await (const { document, passages: pieces, translations } of incoming) {
      options.signal.throwIfAborted()
      const terms = new Map<string, Set<string>>()
      const langs = new Set<string>()
      let count = 0
      const countWords = (lang: string, found: readonly Term[]): void => {
        for (const { term, word } of found) statistics.addWord(termLanguage(lang), term, word)
      }
      const fields = createFieldAnalyzer(document, labelsOf, countWords)
      const signature = translationFinder.open(document, translations)
      for await (const passage of pieces) {
        const lang = passageLanguage(passage.text, document.lang)
        const found = analyze(passage.text, lang)
        const analyzed = { passage, lang, terms: fields(passage, lang, found) }
        langs.add(lang)
        const filedUnder = termLanguage(lang)
        const { title, heading, text } = analyzed.terms
        collect(terms, filedUnder, [title, heading, text])
        countWords(lang, found)
        signature.add(found)
        await meanLengths.add(document, analyzed)
        count += 1
      }
      if (count === 0) {
        options.onEmpty?.(document.path)
        continue
      }
      signature.finish(terms.get(termLanguage(document.lang)) ?? [])
      // Labels say nothing about what a document is a translation of: all documents of a topic have them.
      for (const lang of langs) collect(terms, termLanguage(lang), labelsOf(document.topics, lang))
      for (const [lang, ofLanguage] of terms) statistics.addDocument(lang, ofLanguage)
      await documents.add(documentRecord(document, count, terms, langs))
      counts.documents += 1
      counts.passages += count
      byLanguage.set(document.lang, (byLanguage.get(document.lang) ?? 0) + 1)
      options.onDocument?.(counts)
    }
    await meanLengths.finish()
    await passages.finish()
    await documents.finish()
    const found = await translationFinder.find(() => takeTurn(options.signal))
    for (const { path, remark } of found.remarks) options.onRemark?.(path, remark)
    const result = {
      ...counts,
      languages: Object.fromEntries([...byLanguage].sort(([, a], [, b]) => b - a)),
      translations: { named: found.named, recognized: found.recognized },
    }
    if (counts.documents === 0) {
      await discard(engine, generation)
      return result
    }
    await storeTranslations(engine, generation.documents, found, options.signal)
    const blocks = createLoader<StatisticsRecord>(engine, generation.statistics, options.signal)
    let statisticsRecords = 0
    for (const record of statistics.records()) {
      await blocks.add(record)
      statisticsRecords += 1
    }
    await blocks.finish()
    options.signal.throwIfAborted()
    await publish(engine, {
      generation: generation.name,
      builtAt: new Date().toISOString(),
      version: INDEX_VERSION,
      fingerprint: options.fingerprint,
      isSample: options.isSample ?? false,
      documents: counts.documents,
      passages: counts.passages,
      statistics: statisticsRecords,
      languages: [...statistics.languages()].map(([lang, totals]) => ({ lang, ...totals })),
    })
    return result
  } catch (error) {
    // The engine may be what failed; what stays behind is swept before the next build.
    await discard(engine, generation).catch(() => {})
    throw error
  }
}

/** Lets timers, signals and answers be dealt with in the middle of long work. */
async function takeTurn(signal: AbortSignal): Promise<void> {
  await setImmediate()
  signal.throwIfAborted()
}

async function storeTranslations(
  engine: Engine,
  index: string,
  { records }: FoundTranslations,
  signal: AbortSignal,
): Promise<void> {
  const updates = createLoader<Pick<DocumentRecord, 'id' | 'translations'>>(engine, index, signal, 'update')
  for (const record of records) await updates.add(record)
  await updates.finish()
}

function collect(terms: Map<string, Set<string>>, lang: string, fields: readonly string[][]): void {
  let ofLanguage = terms.get(lang)
  if (ofLanguage === undefined) {
    ofLanguage = new Set()
    terms.set(lang, ofLanguage)
  }
  for (const field of fields) for (const term of field) ofLanguage.add(term)
}

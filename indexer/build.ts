/**
 * The second half of the indexing flow: described documents with their passages → terms → records → a new
 * generation, which goes live in one step when all of it is stored.
 */
import type { Engine } from '../engine/engine.ts'
import { createGeneration, discard, publish, sweep } from '../engine/generation.ts'
import { createLoader } from '../engine/load.ts'
import type { DocumentRecord, PassageRecord, StatisticsRecord } from '../engine/schema.ts'
import { createStatisticsBuilder } from '../engine/statistics.ts'
import { lengthOf } from '../engine/terms.ts'
import { analyze, type Term } from '../language/analyzer.ts'
import { passageLanguage } from '../language/detect.ts'
import type { Passage } from './document.ts'
import { createMeanLengths } from './mean-length.ts'
import {
  type AnalyzedPassage,
  documentRecord,
  type IdentifiedDocument,
  passageRecord,
  termLanguage,
  termLevels,
} from './record.ts'

/** A document on its way into the index. */
export type IncomingDocument = {
  document: IdentifiedDocument
  passages: AsyncIterable<Passage> | Iterable<Passage>
  /** Ids of documents that are translations of it. */
  translations: string[]
}

/** What a build made. */
export type BuildCounts = {
  documents: number
  passages: number
  /** Documents per language, most frequent first. */
  languages: Record<string, number>
}

/** What a build reports while it runs. */
export type BuildOptions = {
  /** Stored with the generation, to see later whether anything has changed. */
  fingerprint: string
  /** Stored too: whether this is the sample corpus. Default false. */
  isSample?: boolean
  signal: AbortSignal
  /** Called after each document. */
  onDocument?: (counts: { documents: number; passages: number }) => void
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
      const fields = createFieldAnalyzer(document)
      for await (const passage of pieces) {
        const lang = passageLanguage(passage.text, document.lang)
        const found = analyze(passage.text, lang)
        const analyzed = { passage, lang, terms: fields(passage, lang, found) }
        langs.add(lang)
        const filedUnder = termLanguage(lang)
        collect(terms, filedUnder, analyzed)
        for (const { term, word } of found) statistics.addWord(filedUnder, term, word)
        await meanLengths.add(document, analyzed)
        count += 1
      }
      if (count === 0) continue
      for (const [lang, ofLanguage] of terms) statistics.addDocument(lang, ofLanguage)
      await documents.add(documentRecord(document, count, terms, langs, translations))
      counts.documents += 1
      counts.passages += count
      byLanguage.set(document.lang, (byLanguage.get(document.lang) ?? 0) + 1)
      options.onDocument?.(counts)
    }
    await meanLengths.finish()
    await passages.finish()
    await documents.finish()
    const result = {
      ...counts,
      languages: Object.fromEntries([...byLanguage].sort(([, a], [, b]) => b - a)),
    }
    if (counts.documents === 0) {
      await discard(engine, generation)
      return result
    }
    const blocks = createLoader<StatisticsRecord>(engine, generation.statistics, options.signal)
    for (const record of statistics.records()) await blocks.add(record)
    await blocks.finish()
    options.signal.throwIfAborted()
    await publish(engine, {
      generation: generation.name,
      builtAt: new Date().toISOString(),
      fingerprint: options.fingerprint,
      isSample: options.isSample ?? false,
      documents: counts.documents,
      passages: counts.passages,
      languages: [...statistics.languages()].map(([lang, totals]) => ({ lang, ...totals })),
    })
    return result
  } catch (error) {
    // The engine may be what failed; what stays behind is swept before the next build.
    await discard(engine, generation).catch(() => {})
    throw error
  }
}

/** Analyzes the title once a document and the headings once a section, however many passages they have. */
function createFieldAnalyzer(document: IdentifiedDocument) {
  const ownTitle = document.titleFrom === 'first-sentence' || document.titleFrom === 'file-name' ? '' : document.title
  const remembered = new Map<string, string[]>()
  const termsOf = (text: string, lang: string): string[] => {
    const key = `${lang} ${text}`
    let terms = remembered.get(key)
    if (terms === undefined) {
      terms = analyze(text, lang).map(({ term }) => term)
      if (remembered.size > 1000) remembered.clear()
      remembered.set(key, terms)
    }
    return terms
  }
  return (passage: Passage, lang: string, found: Term[]) => ({
    title: termsOf(ownTitle, lang),
    heading: passage.heading.flatMap((heading) => termsOf(heading, lang)),
    text: found.map(({ term }) => term),
  })
}

function collect(terms: Map<string, Set<string>>, lang: string, analyzed: AnalyzedPassage): void {
  let ofLanguage = terms.get(lang)
  if (ofLanguage === undefined) {
    ofLanguage = new Set()
    terms.set(lang, ofLanguage)
  }
  const { title, heading, text } = analyzed.terms
  for (const field of [title, heading, text]) for (const term of field) ofLanguage.add(term)
}

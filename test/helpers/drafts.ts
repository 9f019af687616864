/** Small documents on their way into the index, described and analyzed as those of files are. */
import type { Draft } from '../../engine/drafts.ts'
import type { Engine } from '../../engine/engine.ts'
import { type Build, createGeneration, publish, readBuild } from '../../engine/generation.ts'
import { openWriter, type Writer, type WriterOptions } from '../../engine/writer.ts'
import { createLabelTerms } from '../../indexer/label-terms.ts'
import { documentDraft, passageDrafts } from '../../indexer/record.ts'

/** What a document is made of; passages are given as their texts. */
export type SmallDocument = {
  id: string
  passages: readonly string[]
  lang?: string
  place?: string
  year?: number
  source?: string
}

const labelsOf = createLabelTerms([])

/** The draft of a small document. */
export function smallDraft({
  id,
  passages,
  lang = 'it',
  place = 'api',
  year,
  source = '',
}: SmallDocument): Draft {
  const document = {
    id,
    path: `${id}.md`,
    title: id,
    titleFrom: 'file-name' as const,
    lang,
    date:
      year === undefined
        ? null
        : {
            value: String(year),
            precision: 'year' as const,
            basis: 'published' as const,
            words: String(year),
            evidence: String(year),
          },
    topics: [],
    references: [],
    tags: [],
    rejected: [],
    source,
    url: '',
    translations: [],
  }
  const texts = passages.map((text, position) => ({
    position,
    heading: [],
    text,
    start: 0,
    end: text.length,
  }))
  return {
    document: { id, ...documentDraft(document, { place, contentHash: passages.join() }) },
    passages: passageDrafts(document, texts, labelsOf),
  }
}

/** The live generation of an engine, made if there is none, and a writer of it without a lease. */
export async function openLiveWriter(
  engine: Engine,
  options: Partial<WriterOptions> = {},
): Promise<{ build: Build; writer: Writer }> {
  const signal = options.signal ?? new AbortController().signal
  const build = (await readBuild(engine, signal)) ?? (await beginEmpty(engine))
  return { build, writer: await openWriter(engine, build, { ...options, signal }) }
}

async function beginEmpty(engine: Engine): Promise<Build> {
  const build = await createGeneration(engine, 'of a test')
  await publish(engine, build)
  return build
}

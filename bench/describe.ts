/** The labelled corpus through reading and describing as indexing does it: what is right, and how long it takes. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTopics } from '../cli/installation.ts'
import type { PassageDraft } from '../engine/drafts.ts'
import { hashOfBytes } from '../indexer/content-hash.ts'
import { createDescribing } from '../indexer/describing.ts'
import type { Drafting } from '../indexer/drafting/drafting.ts'
import type { Source } from '../indexer/drafting/source.ts'
import { formatOfPath } from '../indexer/read/formats.ts'
import { type CorpusFile, makeCorpus, writeCorpus } from './corpus/make.ts'
import { readLabels } from './describe-labels.ts'
import { emptyScore, type Got, type Score, scoreDocument } from './describe-score.ts'
import type { Surroundings } from './surroundings.ts'

/** What is measured, and with what. */
export type DescribeOptions = Pick<Surroundings, 'signal' | 'say'> & {
  /** Directory with `files/` and `labels.jsonl`. */
  corpus: string
}

/** Documents of a format. */
export type FormatRow = { format: string; read: number; failed: number }

/** What was measured. */
export type DescribeReport = Score & {
  files: number
  documents: number
  formats: FormatRow[]
  /** Documents that came and that nobody labelled: paths. */
  unlabelled: string[]
  /** Milliseconds a document, of a second run. */
  msPerDocument: number
}

/** Runs the corpus through reading and describing. */
export async function measureDescribing({ corpus, signal, say }: DescribeOptions): Promise<DescribeReport> {
  const labels = await readLabels(join(corpus, 'labels.jsonl'))
  const files = await makeCorpus(join(corpus, 'files'))
  const dir = await mkdtemp(join(tmpdir(), 'bifora-corpus-'))
  const { drafting } = createDescribing(readTopics())
  try {
    await writeCorpus(files, dir)
    const sources = files.map((file) => corpusSource(file, dir))
    say(`${files.length} files, ${labels.length} labelled documents`)
    const got = await draftAll(drafting, sources, signal)
    const startedMs = performance.now()
    await draftAll(drafting, sources, signal)
    const msPerDocument = (performance.now() - startedMs) / got.length

    const byPath = new Map(got.map((one) => [one.path, one]))
    const score = emptyScore()
    for (const label of labels) scoreDocument(score, label, byPath.get(label.path))
    const known = new Set(labels.map(({ path }) => path))
    const unlabelled = got.map(({ path }) => path).filter((path) => !known.has(path))
    const documents = got.length
    return { ...score, files: files.length, documents, formats: formatsOf(got), unlabelled, msPerDocument }
  } finally {
    await drafting.close()
    await rm(dir, { recursive: true, force: true })
  }
}

/** A file of the corpus that was written below a directory, to be drafted. */
export function corpusSource({ path, bytes }: CorpusFile, dir: string): Source {
  const content = { absolutePath: join(dir, path), sizeBytes: bytes.length }
  return { path, place: 'corpus', content, contentHash: hashOfBytes(bytes) }
}

async function draftAll(drafting: Drafting, sources: readonly Source[], signal: AbortSignal): Promise<Got[]> {
  const got: Got[] = []
  for await (const event of drafting.draftAll(sources, signal)) {
    if ('isEnd' in event) {
      if (event.failed === undefined) continue
      got.push({
        path: event.source.path,
        format: formatOfName(event.source.path),
        failed: event.failed.message,
      })
      continue
    }
    const { path, format, ...of } = event.drafted
    if ('failed' in of) got.push({ path, format, failed: of.failed.message })
    else if ('draft' in of) {
      const passages: PassageDraft[] = []
      for await (const passage of of.draft.passages) passages.push(passage)
      // A document without a passage is none in the index.
      if (passages.length === 0) got.push({ path, format, failed: 'no text' })
      else got.push({ path, format, document: of.draft.document, passages })
    }
  }
  return got
}

function formatOfName(path: string): string {
  return formatOfPath(path)?.name ?? ''
}

function formatsOf(got: readonly Got[]): FormatRow[] {
  const rows = new Map<string, FormatRow>()
  for (const one of got) {
    const row = rows.get(one.format) ?? { format: one.format, read: 0, failed: 0 }
    if ('failed' in one) row.failed += 1
    else row.read += 1
    rows.set(one.format, row)
  }
  return [...rows.values()].sort((a, b) => (a.format < b.format ? -1 : 1))
}

/** Where the sentences of a speed measurement come from: a file of passages, or the sample corpus. */
import { sampleDocuments } from '../cli/installation.ts'
import { contentOfFile } from '../indexer/read/content.ts'
import { openDocument } from '../indexer/read/read.ts'
import { walkFiles } from '../indexer/read/walk.ts'
import { readPassages } from './documents.ts'
import { BenchError } from './errors.ts'
import { collectSentences, type Sentences } from './recombine.ts'

/** Fewer of one language would be recombined into the same passages over and over. */
const MIN_SENTENCES = 50

/**
 * The sentences of a file of passages; of the sample corpus if none is given.
 *
 * @throws {BenchError} if the file is not as it should be or has too few sentences
 */
export async function readSentences(path: string | undefined): Promise<Sentences> {
  const sentences = collectSentences(await readTexts(path))
  const enough = new Map([...sentences].filter(([, found]) => found.length >= MIN_SENTENCES))
  if (enough.size === 0) {
    throw new BenchError(
      `${path} has fewer than ${MIN_SENTENCES} sentences of any language: too few to recombine.`,
    )
  }
  return enough
}

/** A passage or paragraph. */
export type Text = { lang: string; text: string }

/** The texts of a file of passages; the paragraphs of the sample corpus if none is given. */
export async function readTexts(path: string | undefined): Promise<Text[]> {
  if (path === undefined) return await sampleTexts()
  return (await readPassages(path)).flatMap(({ lang, texts }) => texts.map((text) => ({ lang, text })))
}

/** The sample corpus keeps its languages apart in folders of their names. */
async function sampleTexts(): Promise<Text[]> {
  const texts: Text[] = []
  for await (const found of walkFiles([sampleDocuments])) {
    if ('reason' in found) continue
    const { read } = await openDocument(contentOfFile(found))
    const [lang = 'und'] = found.path.split('/')
    for await (const { kind, text } of read.blocks) if (kind === 'paragraph') texts.push({ lang, text })
  }
  return texts
}

/** A source → the documents that it gives, drafted one after another: read, described, chunked, analyzed. */
import { hashOfBytes, hashOfRead } from '../content-hash.ts'
import type { Block, ReadDocument } from '../document.ts'
import { type DraftMeans, draftOf } from '../draft.ts'
import { IndexingError, toIndexingError } from '../errors.ts'
import { type Content, contentOfFile, contentOfText } from '../read/content.ts'
import { formatNamed } from '../read/formats.ts'
import { type Opened, openAll } from '../read/read.ts'
import type { Drafted, Source } from './source.ts'

/**
 * Drafts what a source gives, and calls `onStep` with whatever has been read. A document that is asked for ends the one before: its passages must have been read.
 *
 * @throws {IndexingError} where the source itself cannot be read (further); what is inside of it fails one by one
 */
export async function* draftSource(
  source: Source,
  means: DraftMeans,
  onStep: () => void = () => {},
): AsyncGenerator<Drafted> {
  const format = source.format === undefined ? undefined : formatNamed(source.format)
  for await (const opened of openAll(contentOf(source), format, source.options)) {
    // Of a mail that was sent as one document its attachments are left out.
    if (source.isSingle === true && opened.path !== source.path) continue
    onStep()
    yield await draftOpened(opened, source, means, onStep)
    if (source.isSingle === true) return
  }
  if (source.isSingle === true) {
    throw new IndexingError('UNSUPPORTED_FORMAT', 'it holds documents, but is none itself')
  }
}

async function draftOpened(
  opened: Opened,
  source: Source,
  means: DraftMeans,
  onStep: () => void,
): Promise<Drafted> {
  const { path, format } = opened
  const failed = (error: IndexingError): Drafted => {
    return { path, format, failed: { code: error.code, message: error.message } }
  }
  if ('failed' in opened) return failed(opened.failed)
  if (source.only?.has(path) === false) return { path, format, contentHash: '' }
  try {
    const { read, contentHash } = await hashed(opened, source)
    if (source.isLookedAt === true || source.known?.get(path) === contentHash) {
      return { path, format, contentHash }
    }
    const metadata = { ...read.metadata, ...source.given }
    const { place, boilerplate, isExplained = false } = source
    const blocks = stepping(read.blocks, onStep)
    const whole = { ...read, metadata, blocks }
    const about = { place, path, contentHash, format, boilerplate, isExplained }
    const draft = await draftOf({ ...about, read: whole }, means)
    return { path, format, draft }
  } catch (error) {
    if (path === source.path && !opened.isPart) throw error
    return failed(toIndexingError(error))
  }
}

async function* stepping(blocks: AsyncIterable<Block>, onStep: () => void): AsyncGenerator<Block> {
  for await (const block of blocks) {
    onStep()
    yield block
  }
}

/** The hash of a source is known; a member's is that of its bytes, or of what was read where it has none of its own. */
async function hashed(
  { path, content, read, isPart }: Extract<Opened, { read: ReadDocument }>,
  source: Source,
): Promise<{ read: ReadDocument; contentHash: string }> {
  if (!isPart && path === source.path) return { read, contentHash: source.contentHash }
  if (!isPart) return { read, contentHash: hashOfBytes(await content.whole()) }
  const blocks: Block[] = []
  for await (const block of read.blocks) blocks.push(block)
  const again = async function* (): AsyncGenerator<Block> {
    yield* blocks
  }
  return { read: { ...read, blocks: again() }, contentHash: hashOfRead(read, blocks) }
}

function contentOf({ path, content }: Source): Content {
  if ('text' in content) return contentOfText(path, content.text)
  const { absolutePath, sizeBytes } = content
  return contentOfFile({
    absolutePath: typeof absolutePath === 'string' ? absolutePath : Buffer.from(absolutePath),
    path,
    sizeBytes,
  })
}

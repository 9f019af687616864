/**
 * What changing an index costs: from PUT until a search finds the document, beside giving the same records to Meilisearch
 * alone; searches while many documents come in; and a folder that is looked at again. All in one run, because only ratios
 * carry over from one machine to another.
 */
import { type BulkRow, measureBulk } from './bulk-change.ts'
import type { BenchDocument } from './documents.ts'
import { fill } from './fill.ts'
import { type FolderRow, measureFolder } from './folder-change.ts'
import { createClient } from './http.ts'
import { measurePuts, type PutRow } from './put-change.ts'
import { createRandom } from './random.ts'
import { recombine } from './recombine.ts'
import { searcher, times, whileSearching } from './searching.ts'
import { openStand, serveApart } from './stand.ts'
import type { OverSentences } from './surroundings.ts'

/** What is measured, and how. */
export type ChangeOptions = OverSentences & {
  /** Passages that the index has before. */
  passages: number
  /** Documents that are put, one after another, idle and under load. */
  puts: number
  /** Files of the folder. */
  files: number
}

/** What came out. */
export type ChangeReport = {
  documents: number
  puts: PutRow[]
  bulk: BulkRow
  folder: FolderRow[]
}

const PASSAGES_OF_DOCUMENT = 8
/** Searching clients beside the puts. */
const CLIENTS = 4
/** Documents of the stream. */
const STREAMED = 2000
/** What the service loads when it is first asked is no matter of changes. */
const WARMING = 30

/** Measures in places of its own, of which nothing stays. */
export async function measureChange(options: ChangeOptions): Promise<ChangeReport> {
  const index = await measureIndex(options)
  // Not before the other engine is gone: the two would share the machine.
  return { ...index, folder: await measureFolder(options) }
}

/** What changes cost in one index. */
async function measureIndex({
  sentences,
  passages,
  puts,
  seed,
  binary,
  signal,
  say,
}: ChangeOptions): Promise<Omit<ChangeReport, 'folder'>> {
  const random = createRandom(seed)
  const made = { sentences, topics: [], perDocument: PASSAGES_OF_DOCUMENT, random }
  const make = (count: number): BenchDocument[] =>
    recombine({ ...made, perDocumentAtLeast: PASSAGES_OF_DOCUMENT, passages: count * PASSAGES_OF_DOCUMENT })
  const documents = recombine({ ...made, perDocumentAtLeast: PASSAGES_OF_DOCUMENT, passages })
  const client = createClient()
  const stand = await openStand(binary)
  try {
    say(`indexing ${passages} passages in ${documents.length} documents`)
    await fill(stand.engine, documents, signal)
    const service = await serveApart(stand)
    try {
      const { url } = service
      const ask = searcher(client, url, documents, random)
      await times(WARMING, ask, signal)
      const rows: PutRow[] = []
      for (const clients of [0, CLIENTS]) {
        const load = clients === 0 ? 'idle' : `${clients} clients searching`
        say(`putting ${puts} documents, ${load}`)
        const work = () => measurePuts(make(puts), load, { stand, url, client, random, signal })
        rows.push((await whileSearching(clients, ask, work)).result)
      }
      say(`searching, idle and while ${STREAMED} documents come in`)
      const bulk = await measureBulk(make(STREAMED), ask, { stand, url, signal })
      return { documents: documents.length, puts: rows, bulk }
    } finally {
      client.close()
      await service.close()
    }
  } finally {
    await stand.close()
  }
}

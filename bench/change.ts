/**
 * What changing an index costs: from PUT until a search finds the document, beside giving the same records to Meilisearch
 * alone; searches while many documents come in; and a folder that is looked at again. All in one run, because only ratios
 * carry over from one machine to another.
 */
import type { BenchDocument } from './documents.ts'
import { BenchError } from './errors.ts'
import { fill } from './fill.ts'
import { type FolderRow, measureFolder } from './folder-change.ts'
import { percentile } from './percentile.ts'
import { putAlone } from './put-alone.ts'
import { createRandom, type Random } from './random.ts'
import { recombine, type Sentences } from './recombine.ts'
import { openStand, serveApart } from './stand.ts'

/** What is measured, and how. */
export type ChangeOptions = {
  sentences: Sentences
  /** Passages that the index has before. */
  passages: number
  /** Documents that are put, one after another, idle and under load. */
  puts: number
  /** Files of the folder. */
  files: number
  seed: number
  binary?: string | undefined
  signal: AbortSignal
  /** Told how far it is. */
  say: (line: string) => void
}

/** From PUT to found, in milliseconds; `alone` is Meilisearch with the same records. */
export type PutRow = {
  load: string
  puts: number
  p50Ms: number
  p95Ms: number
  aloneP50Ms: number
  aloneP95Ms: number
}

/** What came out. */
export type ChangeReport = {
  documents: number
  puts: PutRow[]
  /** Searches of one client: when nothing else happens, and while documents come in as a stream. */
  search: { idleP95Ms: number; loadingP95Ms: number; loaded: number; searches: number }
  folder: FolderRow[]
}

const PASSAGES_OF_DOCUMENT = 8
/** Searching clients beside the puts. */
const CLIENTS = 4
const SEARCHES = 300
/** Documents of the stream. */
const STREAMED = 2000

/** Measures in places of its own, of which nothing stays. */
export async function measureChange(options: ChangeOptions): Promise<ChangeReport> {
  const { sentences, passages, puts, seed, signal, say } = options
  const random = createRandom(seed)
  const make = (count: number): BenchDocument[] =>
    recombine({ sentences, topics: [], passages: count, perDocument: PASSAGES_OF_DOCUMENT, random })
  const documents = make(passages)
  const stand = await openStand(options.binary)
  try {
    say(`indexing ${passages} passages`)
    await fill(stand.engine, documents, signal)
    const service = await serveApart(stand)
    try {
      const ask = searcher(service.url, documents, random)
      for (let warm = 0; warm < 30; warm += 1) await ask()
      const rows: PutRow[] = []
      for (const clients of [0, CLIENTS]) {
        say(`putting ${puts} documents, ${clients} clients searching`)
        const fresh = make(puts * PASSAGES_OF_DOCUMENT).slice(0, puts)
        rows.push(await whileSearching(clients, ask, () => putRow(fresh, clients)))
      }
      say('searching, idle and while documents come in')
      const idle = await times(SEARCHES, ask)
      const stream = make(STREAMED * PASSAGES_OF_DOCUMENT)
      const loading: number[] = []
      let isLoading = true
      const loaded = postAll(service.url, stream).finally(() => {
        isLoading = false
      })
      while (isLoading) loading.push(await ask())
      await loaded
      const search = {
        idleP95Ms: percentile(idle, 0.95),
        loadingP95Ms: percentile(loading, 0.95),
        loaded: stream.length,
        searches: loading.length,
      }
      return { documents: documents.length, puts: rows, search, folder: await measureFolder(options) }

      async function putRow(fresh: readonly BenchDocument[], clients: number): Promise<PutRow> {
        const own: number[] = []
        const alone: number[] = []
        for (const [index, document] of fresh.entries()) {
          signal.throwIfAborted()
          const id = `put-${clients}-${index}`
          const word = `zq${random.below(1e9).toString(36)}${index}`
          const startedMs = performance.now()
          await put(service.url, id, `${document.texts.join('\n\n')} ${word}`)
          while ((await total(service.url, word)) !== 1);
          own.push(performance.now() - startedMs)
          alone.push(await putAlone(stand.engine, id))
        }
        return {
          load: clients === 0 ? 'idle' : `${clients} clients searching`,
          puts: fresh.length,
          p50Ms: percentile(own, 0.5),
          p95Ms: percentile(own, 0.95),
          aloneP50Ms: percentile(alone, 0.5),
          aloneP95Ms: percentile(alone, 0.95),
        }
      }
    } finally {
      await service.close()
    }
  } finally {
    await stand.close()
  }
}

/** Runs `work` while so many clients search all the time. */
async function whileSearching<T>(
  clients: number,
  ask: () => Promise<number>,
  work: () => Promise<T>,
): Promise<T> {
  let isOver = false
  const searching = Array.from({ length: clients }, async () => {
    while (!isOver) await ask()
  })
  try {
    return await work()
  } finally {
    isOver = true
    await Promise.all(searching)
  }
}

/** Searches for two words of a random passage, and gives the milliseconds. */
function searcher(url: string, documents: readonly BenchDocument[], random: Random): () => Promise<number> {
  return async () => {
    const text = random.pick(random.pick(documents).texts)
    const words = text.match(/\p{L}{5,}/gu) ?? ['testo']
    const q = `${random.pick(words)} ${random.pick(words)}`
    const startedMs = performance.now()
    await total(url, q)
    return performance.now() - startedMs
  }
}

async function times(count: number, work: () => Promise<number>): Promise<number[]> {
  const all: number[] = []
  for (let done = 0; done < count; done += 1) all.push(await work())
  return all
}

async function total(url: string, q: string): Promise<number> {
  const reply = await fetch(`${url}/v1/search?${new URLSearchParams({ q, facets: 'topic,lang,year' })}`)
  return ((await reply.json()) as { total?: { value: number } }).total?.value ?? 0
}

async function put(url: string, id: string, text: string): Promise<void> {
  const reply = await fetch(`${url}/v1/documents/${id}?wait=true`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })
  await reply.text()
  if (reply.status !== 201) throw new BenchError(`PUT answered ${reply.status}`)
}

async function postAll(url: string, documents: readonly BenchDocument[]): Promise<void> {
  const lines = documents.map(({ texts }, index) =>
    JSON.stringify({ id: `s${index}`, text: texts.join('\n\n') }),
  )
  const reply = await fetch(`${url}/v1/documents`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${lines.join('\n')}\n`,
  })
  await reply.text()
}

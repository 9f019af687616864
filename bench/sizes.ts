/**
 * What an index of a size costs, end to end: small documents as files, indexed by the command, served by the command and
 * searched by one client and by four. Sizes are measured one after another, so that their ratio shows how cost grows.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { biforaSystem } from './bifora.ts'
import { childrenOf } from './cpu.ts'
import type { BenchDocument } from './documents.ts'
import { drawQuery } from './draw.ts'
import { BenchError } from './errors.ts'
import { type Client, createClient } from './http.ts'
import { percentile } from './percentile.ts'
import { createRandom, type Random } from './random.ts'
import { recombine } from './recombine.ts'
import { askAtOnce } from './search-speed.ts'
import type { OverSentences } from './surroundings.ts'

/** What is measured, and how. */
export type SizesOptions = OverSentences & {
  /** Passages of each index. */
  sizes: readonly number[]
  /** Where files and indexes are put, and stay: a size that is there already is searched and not indexed again. */
  at: string
  /** Queries of each kind. */
  queries: number
}

/** Resident memory in MB: of the engine, without what it maps from files, with it, and of Node.js. */
export type Memory = { engineOwn: number; engine: number; node: number }

/** What one size came to. */
export type SizeRow = {
  passages: number
  documents: number
  /** What indexing took; absent where the index was there already. */
  indexing?: { seconds: number; most: Memory }
  diskGb: number
  startSeconds: number
  memory: Memory
  /** Searches of each kind, by one client and by four. */
  searches: { kind: string; clients: number; p50Ms: number; p95Ms: number; perSecond: number }[]
}

/** Words of a query; the last kind is all of the others in turn. */
const WORDS = [1, 2, 3, 5] as const
const CLIENTS = [1, 4] as const
/** Queries of each kind that are not counted. */
const WARMING = 30
/** Passages of a document at most. */
const PER_DOCUMENT = 4
/** Made at a time: a million passages at once would fill the memory. */
const PORTION = 20_000
const FILES_A_FOLDER = 500
const SAMPLED_EVERY_MS = 1000

/** Measures one size after another. Linux only. */
export async function measureSizes(options: SizesOptions): Promise<SizeRow[]> {
  const rows: SizeRow[] = []
  for (const size of options.sizes) rows.push(await measureSize(size, options))
  return rows
}

async function measureSize(passages: number, options: SizesOptions): Promise<SizeRow> {
  const { at, say, signal } = options
  const folder = join(at, String(passages))
  const [files, data] = [join(folder, 'files'), join(folder, 'data')]
  const env = { ...process.env, DATA_DIR: data, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn' }
  const wasThere = existsSync(data)
  if (!existsSync(files)) {
    say(`${passages} passages: writing files`)
    await writeFiles(passages, files, options)
  }
  const indexing = wasThere ? {} : { indexing: await indexAll(files, data, env, options) }
  say(`${passages} passages: serving`)
  const startedMs = performance.now()
  const service = run(['serve', '--json'], env, 'pipe')
  const client = createClient()
  try {
    const first = await Promise.race([
      once(createInterface(service.child.stdout as NodeJS.ReadableStream), 'line'),
      service.ended.then(() => undefined),
    ])
    if (first === undefined) throw new BenchError('The service ended before it was ready; see above why.')
    const { url } = JSON.parse(first[0] as string) as { url: string }
    const startSeconds = (performance.now() - startedMs) / 1000
    const { json } = await client.call({ url: `${url}/v1/stats` })
    const stats = json as { documents: number; passages: number }
    const searches = await search(client, url, passages, options)
    signal.throwIfAborted()
    return {
      passages: stats.passages,
      documents: stats.documents,
      ...indexing,
      diskGb: (await bytesOf(data)) / 1e9,
      startSeconds,
      memory: memoryOf(service.pid),
      searches,
    }
  } finally {
    client.close()
    service.child.kill()
    await service.ended
  }
}

/** Writes documents as Markdown, a portion at a time, so that an interrupted run leaves no half folder that looks whole. */
async function writeFiles(passages: number, files: string, options: SizesOptions): Promise<void> {
  const random = createRandom(options.seed)
  const unfinished = `${files}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  let written = 0
  for (let rest = passages; rest > 0; rest -= PORTION) {
    for (const document of portion(Math.min(rest, PORTION), random, options)) {
      options.signal.throwIfAborted()
      const folder = join(unfinished, String(Math.floor(written / FILES_A_FOLDER)))
      if (written % FILES_A_FOLDER === 0) await mkdir(folder, { recursive: true })
      await writeFile(join(folder, `${written}.md`), textOf(document))
      written += 1
    }
  }
  await rename(unfinished, files)
}

function portion(passages: number, random: Random, { sentences }: SizesOptions): BenchDocument[] {
  return recombine({ sentences, topics: [], passages, perDocument: PER_DOCUMENT, random })
}

/** Each passage has a heading: short ones would be joined. */
function textOf({ lang, date, texts }: BenchDocument): string {
  const [first = ''] = texts
  const titleOf = (text: string): string => text.split(' ').slice(0, 6).join(' ')
  const head = [`lang: ${lang}`, ...(date === '' ? [] : [`date: ${date}`])].join('\n')
  const body = texts.map((text, index) => `${index === 0 ? '#' : '##'} ${titleOf(text)}\n\n${text}\n`)
  return first === '' ? '' : `---\n${head}\n---\n\n${body.join('\n')}`
}

async function indexAll(
  files: string,
  data: string,
  env: NodeJS.ProcessEnv,
  { say, signal }: SizesOptions,
): Promise<NonNullable<SizeRow['indexing']>> {
  say('indexing')
  const startedMs = performance.now()
  const command = run(['index', files], env, 'ignore')
  const most: Memory = { engineOwn: 0, engine: 0, node: 0 }
  const sampling = setInterval(() => {
    const memory = memoryOf(command.pid)
    for (const part of ['engineOwn', 'engine', 'node'] as const)
      most[part] = Math.max(most[part], memory[part])
  }, SAMPLED_EVERY_MS)
  const stop = (): boolean => command.child.kill('SIGINT')
  signal.addEventListener('abort', stop)
  try {
    const code = await command.ended
    signal.throwIfAborted()
    if (code !== 0) {
      // Half an index would be taken for a whole one by the next run.
      await rm(data, { recursive: true, force: true })
      throw new BenchError(`Indexing ended with ${code}; see above why.`)
    }
    return { seconds: (performance.now() - startedMs) / 1000, most }
  } catch (error) {
    if (signal.aborted) await rm(data, { recursive: true, force: true })
    throw error
  } finally {
    clearInterval(sampling)
    signal.removeEventListener('abort', stop)
  }
}

function run(args: string[], env: NodeJS.ProcessEnv, out: 'pipe' | 'ignore') {
  const command = fileURLToPath(new URL('../cli/main.js', import.meta.url))
  const child = spawn(process.execPath, [command, ...args], { env, stdio: ['ignore', out, 'inherit'] })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, ended, pid: child.pid ?? 0 }
}

async function search(
  client: Client,
  url: string,
  passages: number,
  options: SizesOptions,
): Promise<SizeRow['searches']> {
  const { queries, seed, signal, say } = options
  const random = createRandom(seed + 1)
  const documents = portion(PORTION, random, options)
  const system = biforaSystem(client, url, ['topic', 'lang', 'year'])
  const drawn = new Map(
    WORDS.map((words) => [
      `${words}`,
      Array.from({ length: WARMING + queries }, () => drawQuery(documents, words, random)).filter(
        (query) => query !== undefined,
      ),
    ]),
  )
  const rows: SizeRow['searches'] = []
  for (const clients of CLIENTS) {
    for (const [kind, all] of drawn) {
      say(`${passages} passages: searching, ${kind} words, ${clients} clients`)
      signal.throwIfAborted()
      if (clients === CLIENTS[0]) await askAtOnce(system, all.slice(0, WARMING), 1)
      rows.push({ kind, clients, ...figuresOf(await askAtOnce(system, all.slice(WARMING), clients)) })
    }
    const mixed = random.sample(
      [...drawn.values()].flatMap((all) => all.slice(WARMING)),
      queries * WORDS.length,
    )
    rows.push({ kind: 'all', clients, ...figuresOf(await askAtOnce(system, mixed, clients)) })
  }
  return rows
}

function figuresOf({ ms, wallMs }: Awaited<ReturnType<typeof askAtOnce>>) {
  return {
    p50Ms: percentile(ms, 0.5),
    p95Ms: percentile(ms, 0.95),
    perSecond: ms.length / (wallMs / 1000),
  }
}

/** Memory of a process and of all that it has started; the engine is told by its name. */
function memoryOf(pid: number): Memory {
  const memory: Memory = { engineOwn: 0, engine: 0, node: 0 }
  for (const one of [pid, ...descendantsOf(pid)]) {
    const status = statusOf(one)
    const mb = (field: string): number =>
      Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024
    if (/^Name:\s+meilisearch/m.test(status)) {
      memory.engine += mb('VmRSS')
      memory.engineOwn += mb('RssAnon')
    } else memory.node += mb('VmRSS')
  }
  return memory
}

/** None of a process that went meanwhile. */
function descendantsOf(pid: number): number[] {
  try {
    return childrenOf(pid)
  } catch {
    return []
  }
}

/** Empty for a process that went meanwhile. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** Bytes that the files of a folder take on disk: an engine's files have holes. */
async function bytesOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).blocks * 512
  }
  return bytes
}

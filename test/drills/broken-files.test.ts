/**
 * Files that are broken in each way, and files that were made to harm: each ends as documents, or as a failure with a plain
 * reason, and what comes after it is read all the same. `DRILLS=long` for 2,000 of them and all that were made to harm, `FILES=` for another number,
 * `SEED=` for others.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import t from 'tap'
import { makeCorpus } from '../../bench/corpus/make.ts'
import { createRandom } from '../../bench/random.ts'
import { installationDir, readTopics } from '../../cli/installation.ts'
import { hashOfBytes } from '../../indexer/content-hash.ts'
import type { Drafting } from '../../indexer/drafting/drafting.ts'
import type { Source } from '../../indexer/drafting/source.ts'
import { createThreads } from '../../indexer/drafting/threads.ts'
import { BOMBS } from './bombs.ts'
import { breakOne, type SomeFile } from './breaking.ts'

const isLong = process.env.DRILLS === 'long'
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
const FILES = Number(process.env.FILES ?? (isLong ? 2000 : 150))
const signal = new AbortController().signal

/** What came of a source. */
type Outcome = { documents: number; passages: number; reasons: string[]; ends: number; warnings: string[] }

const dir = mkdtempSync(join(tmpdir(), 'bifora-broken-'))
t.teardown(() => rmSync(dir, { recursive: true, force: true }))

/** Writes a file under a number, so that none is in the way of another. */
function sourceOf({ path, bytes }: SomeFile, number: number): Source {
  const name = `${number}${extname(path)}`
  writeFileSync(join(dir, name), bytes)
  return {
    path: name,
    place: 'drill',
    content: { absolutePath: join(dir, name), sizeBytes: bytes.length },
    contentHash: hashOfBytes(bytes),
  }
}

async function run(drafting: Drafting, sources: readonly Source[]): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>(
    sources.map(({ path }) => [path, { documents: 0, passages: 0, reasons: [], ends: 0, warnings: [] }]),
  )
  for await (const event of drafting.draftAll(sources, signal)) {
    const outcome = outcomes.get(event.source.path) as Outcome
    if ('isEnd' in event) {
      outcome.ends += 1
      if (event.failed !== undefined) outcome.reasons.push(event.failed.message)
    } else if ('failed' in event.drafted) outcome.reasons.push(event.drafted.failed.message)
    else if ('draft' in event.drafted) {
      outcome.documents += 1
      for await (const _ of event.drafted.draft.passages) outcome.passages += 1
      outcome.warnings.push(...event.drafted.draft.rest.warnings)
    }
  }
  return outcomes
}

/** What no reason may have: places of this machine, and words of those who write programs. */
const INSIDE =
  /\/tmp|bifora-broken|node:|node_modules|\bat \S+:\d+|Error\b|\bundefined\b(?! entity)|\bnull\b|NaN|\[object|is not (?:a function|iterable|defined)|Cannot |\bE[A-Z]{5,}\b|\bERR_|\bZ_[A-Z]|\bheap\b|could not be read \(|\n/

/** Why what came of a source is not as it should be; undefined if it is. */
function fault({ ends, documents, reasons, warnings }: Outcome): string | undefined {
  if (ends !== 1) return `it ended ${ends} times`
  if (documents + reasons.length === 0) return 'neither a document nor a reason came of it'
  const odd = [...reasons, ...warnings].find(
    (reason) => INSIDE.test(reason) || reason.length > 300 || reason === '',
  )
  return odd === undefined ? undefined : `no plain reason: ${odd.slice(0, 300)}`
}

t.test(`${FILES} broken files, SEED=${SEED}`, async (t) => {
  const random = createRandom(SEED)
  const files = await makeCorpus(join(installationDir, 'bench', 'corpus', 'files'))
  const broken = Array.from({ length: FILES }, () => breakOne(files, random))
  const drafting = createThreads(readTopics(), { count: 2, stallMs: 20_000 })
  t.teardown(() => drafting.close())
  const sources = broken.map(sourceOf)
  const outcomes = await run(drafting, sources)
  const tooLong = /longer than the limit|more memory/
  for (const [index, { path }] of sources.entries()) {
    const outcome = outcomes.get(path) as Outcome
    const how = broken[index]?.how ?? ''
    const found = outcome.reasons.some((reason) => tooLong.test(reason))
      ? outcome.reasons.join('; ')
      : fault(outcome)
    if (found !== undefined) t.fail(`${how}: ${found}`)
  }
  const whole = [...outcomes.values()].filter(({ reasons }) => reasons.length === 0).length
  t.ok(whole > FILES / 4, `much can be read of broken files: ${whole} without a failure`)
  t.ok(whole < FILES, 'some cannot be read')
})

t.test(`files made to harm, SEED=${SEED}`, async (t) => {
  const drafting = createThreads(readTopics(), { count: 2, stallMs: 5000 })
  t.teardown(() => drafting.close())
  // Each takes seconds, and some their whole limit.
  const bombs = isLong ? BOMBS : createRandom(SEED).sample(BOMBS, 15)
  for (const [index, [what, path, make]] of bombs.entries()) {
    const source = sourceOf({ path, bytes: make() }, FILES + index)
    const good = sourceOf(
      { path: 'dopo.txt', bytes: Buffer.from('La nave entra in porto.\n\nPoi riparte.') },
      2 * FILES + index,
    )
    const outcomes = await run(drafting, [source, good])
    t.equal(fault(outcomes.get(source.path) as Outcome), undefined, what)
    t.match(outcomes.get(good.path), { documents: 1, reasons: [], ends: 1 }, `${what}: the next one is read`)
    rmSync(join(dir, source.path))
  }
})

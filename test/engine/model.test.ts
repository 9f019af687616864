/**
 * Whatever is done to an index, in whatever order: afterwards there is what a list of documents says there is. Operations
 * are drawn at random, the same ones for the same seed. `OPERATIONS=2000 SEED=7` for more and others.
 */
import t, { type Test } from 'tap'
import { createRandom } from '../../bench/random.ts'
import type { ChangeRequest } from '../../engine/change-request.ts'
import type { Engine } from '../../engine/engine.ts'
import { fold } from '../../engine/fold.ts'
import { violations } from '../../engine/invariants.ts'
import { openLive } from '../../engine/live-generation.ts'
import { partOf } from '../../engine/parts/placement.ts'
import { createWriting } from '../../engine/writing.ts'
import { createDescribing } from '../../indexer/describing.ts'
import { rebuild } from '../../indexer/rebuild.ts'
import type { Statistics } from '../../ranking/statistics.ts'
import { followLive } from '../../server/live.ts'
import { openKillable } from '../drills/killable.ts'
import { appOn, type SearchResponse, search } from '../helpers/app.ts'
import { type SmallDocument, smallDraft } from '../helpers/drafts.ts'
import { openServers, openSpread } from '../helpers/parts.ts'

const OPERATIONS = Number(process.env.OPERATIONS ?? 150)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
/** Between looks at the whole index. */
const LOOK_EVERY = 15
/** What others have changed a server sees within a moment; this is when it counts as never. */
const PATIENCE_MS = 10_000

const WORDS = {
  it: ['porto', 'nave', 'faro', 'molo', 'vela', 'remo', 'pesca', 'costa', 'isola'],
  en: ['harbor', 'ship', 'lighthouse', 'pier', 'sail', 'oar', 'coast', 'island'],
}
const LANGS = ['it', 'en'] as const
const YEARS = [2021, 2022, 2023, undefined]
const PLACES = ['api', 'verbali', 'rapporti']
const IDS = Array.from({ length: 40 }, (_, index) => `d${index}`)

const random = createRandom(SEED)
const signal = new AbortController().signal
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const describing = createDescribing([])

/** Of three parts, those on which a change may have happened. */
const SUBSETS = Array.from(
  { length: 8 },
  (_, bits) => new Set([0, 1, 2].filter((part) => bits & (1 << part))),
)

type ModelDocument = SmallDocument & { lang: 'it' | 'en'; place: string; words: ReadonlySet<string> }
type Model = Map<string, ModelDocument>

function randomDocument(id: string): ModelDocument {
  const lang = random.pick(LANGS)
  const passages = Array.from({ length: 1 + random.below(3) }, () =>
    Array.from({ length: 1 + random.below(5) }, () => random.pick<string>(WORDS[lang])).join(' '),
  )
  const year = random.pick(YEARS)
  return {
    id,
    passages,
    lang,
    place: random.pick(PLACES),
    words: new Set(passages.flatMap((text) => text.split(' '))),
    ...(year === undefined ? {} : { year }),
  }
}

function counted(documents: readonly ModelDocument[], keyOf: (one: ModelDocument) => string) {
  const counts: Record<string, number> = {}
  for (const one of documents) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1
  return counts
}

/** What a search has to give, and what it gave, in the same words. */
function wanted(documents: readonly ModelDocument[]) {
  return {
    total: documents.length,
    ids: documents.map(({ id }) => id).sort(),
    lang: counted(documents, ({ lang }) => lang),
    year: counted(documents, ({ year }) => String(year ?? 'unknown')),
    place: counted(documents, ({ place }) => place),
  }
}

function found({ total, results, facets = {} }: SearchResponse) {
  const countsOf = (facet: string): Record<string, number> => {
    const buckets = facets[facet]?.buckets ?? []
    return Object.fromEntries(
      buckets.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
    )
  }
  return {
    total: total.value,
    ids: results.map(({ id }) => id).sort(),
    lang: countsOf('lang'),
    year: countsOf('year'),
    place: countsOf('place'),
  }
}

function linesOf({ languages, terms }: Statistics): string[] {
  // Which language came first is no part of the statistics.
  const inOrder = [...languages].sort(([a], [b]) => (a < b ? -1 : 1))
  return inOrder.flatMap(([lang, totals]) => [
    `${lang} ${JSON.stringify(totals)}`,
    ...[...terms(lang)].map(({ term, documents, levels }) => `${lang} ${term} ${documents} ${levels}`).sort(),
  ])
}

type Stage = { engine: Engine; kill: () => Promise<void> }

/** One server, or three that hold one index; one of them is killed now and then. */
const STAGES: [name: string, open: (t: Test) => Promise<Stage>][] = [
  [
    'one server',
    async (t) => {
      const engine = await openKillable(t)
      return { engine, kill: engine.kill }
    },
  ],
  [
    'three servers',
    async (t) => {
      const servers = await openServers(t, 3)
      return { engine: await openSpread(t, servers), kill: () => random.pick(servers).kill() }
    },
  ],
]

for (const [name, open] of STAGES) {
  const title = `${name}: the index has what a list has, after ${OPERATIONS} operations (SEED=${SEED})`
  t.test(title, async (t) => operate(t, await open(t)))
}

async function operate(t: Test, { engine, kill }: Stage): Promise<void> {
  const writing = createWriting(engine, { what: 'the test of the model', topics: '' })
  const model: Model = new Map()
  await writing.write((writer) =>
    writer.change({ put: [smallDraft({ id: 'd0', passages: ['porto'] })], remove: [] }),
  )
  await writing.write((writer) => writer.change({ remove: ['d0'] }))
  const placement = { parts: engine.parts?.all.length ?? 1 }
  const app = await appOn(t, engine)
  const live = followLive(engine, silent)
  t.teardown(() => live.close())

  const ask = async (q: string | undefined, lang: string) => {
    const answer = await search(app, {
      ...(q === undefined ? {} : { q, words: 'all', expand: 'none', exact: 'true', queryLang: lang }),
      size: 100,
      facets: 'lang,year,place',
    })
    if (answer.partial !== undefined) throw new Error('a part is missing')
    return found(answer)
  }
  /** All documents as soon as nothing is missing. */
  const askAll = async () => {
    const untilMs = performance.now() + PATIENCE_MS
    for (;;) {
      try {
        return await ask(undefined, 'it')
      } catch (error) {
        if (performance.now() > untilMs) throw error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }
  /** Whether the service gives what the model has, within a moment. */
  const agrees = async (why: string, q?: string, lang = 'it'): Promise<boolean> => {
    const documents = [...model.values()].filter(({ words }) => q === undefined || words.has(q))
    const want = wanted(documents)
    const untilMs = performance.now() + PATIENCE_MS
    for (;;) {
      const got = await ask(q, lang).catch((error: unknown) => ({ error: String(error) }))
      if (sameAs(got, want)) return true
      if (performance.now() > untilMs) return t.strictSame(got, want, why)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const look = async (why: string): Promise<boolean> => {
    await writing.write((writer) => writer.settle())
    await live.refresh()
    const anew = await openLive(engine)
    return (
      t.strictSame(await violations(engine, signal), [], `${why}: the index is whole`) &&
      t.strictSame(
        linesOf((await live.current()).statistics),
        anew === undefined ? [] : linesOf(anew.statistics),
        `${why}: who followed every change knows what somebody new knows`,
      )
    )
  }
  type RandomChange = {
    request: () => ChangeRequest
    apply: (model: Model, parts?: ReadonlySet<number>) => void
  }
  const randomChange = (): RandomChange => {
    const kind = random.below(4)
    const ids = random.sample(IDS, 1 + random.below(4))
    const put = kind === 3 ? [] : ids.map(randomDocument)
    const remove =
      kind < 2
        ? []
        : random.sample(IDS, 1 + random.below(4)).filter((id) => put.every((one) => one.id !== id))
    return {
      request: () => ({ put: put.map(smallDraft), remove }),
      apply: (to, parts) => {
        const isOf = (id: string): boolean => parts?.has(partOf(id, placement)) ?? true
        for (const document of put) if (isOf(document.id)) to.set(document.id, document)
        for (const id of remove) if (isOf(id)) to.delete(id)
      },
    }
  }
  /** Changes the index, and the engine is killed meanwhile: on each part it has happened, or it has not. */
  const changeAndKill = async (): Promise<void> => {
    const { request, apply } = randomChange()
    const changing = writing
      .write((writer) => writer.change(request()))
      .then(
        () => true,
        () => false,
      )
    await new Promise((resolve) => setTimeout(resolve, random.below(80)))
    await kill()
    const isAcknowledged = await changing
    await writing.write((writer) => writer.settle())
    if (isAcknowledged) return apply(model)
    const there = await askAll()
    const happened = SUBSETS.find((parts) => {
      const after = new Map(model)
      apply(after, parts)
      return sameAs(there, wanted([...after.values()]))
    })
    // What is neither is told by whoever compares next.
    if (happened !== undefined) apply(model, happened)
  }
  const operations: [share: number, name: string, run: () => Promise<void>][] = [
    [
      60,
      'change',
      async () => {
        const { request, apply } = randomChange()
        await writing.write((writer) => writer.change(request()))
        apply(model)
      },
    ],
    [6, 'fold', async () => void (await writing.write((writer) => fold(engine, writer, signal)))],
    [
      3,
      'rebuild',
      async () => void (await writing.write((writer) => rebuild(writer, { engine, describing, signal }))),
    ],
    [3, 'restart', kill],
    [4, 'change and kill', changeAndKill],
  ]
  const all = operations.flatMap(([share, name, run]) => Array.from({ length: share }, () => ({ name, run })))
  for (let number = 1; number <= OPERATIONS; number += 1) {
    const { name, run } = random.pick(all)
    const why = `SEED=${SEED}, operation ${number} (${name})`
    await run()
    const lang = random.pick(LANGS)
    const isRight =
      (await agrees(why)) &&
      (await agrees(`${why}: a word`, random.pick<string>(WORDS[lang]), lang)) &&
      (number % LOOK_EVERY > 0 || (await look(why)))
    if (!isRight) break
  }
  await look('at the end')
  await writing.close()
  t.strictSame(await violations(engine, signal), [], 'when all is closed')
}

function sameAs(got: object, want: object): boolean {
  return canonical(got) === canonical(want)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

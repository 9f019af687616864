/**
 * Three servers that hold one index answer as one does: the same totals, facets, counts by date and pages, in the same
 * order but for documents of equal score. Tried with searches drawn at random. `QUERIES=1000 SEED=7` for more and others.
 */
import t from 'tap'
import { createRandom } from '../../bench/random.ts'
import type { App } from '../../server/app.ts'
import type { SearchHit } from '../../server/schemas/search-hit.ts'
import { type SearchParams, type SearchResponse, search } from '../helpers/app.ts'
import { openTestEngine } from '../helpers/engine.ts'
import { openServers, openSpread } from '../helpers/parts.ts'
import { createTrialOn } from '../helpers/trial.ts'

const QUERIES = Number(process.env.QUERIES ?? 300)
const SEED = Number(process.env.SEED ?? 1)
t.comment(`SEED=${SEED}`)
t.setTimeout(1_800_000)

const random = createRandom(SEED)
const one = await openTestEngine(t)
const servers = await openServers(t, 3)
const three = await openSpread(t, servers, { deadlineMs: 5_000 })
const { apps, asked } = await createTrialOn(t, [one, three], 'random', { queries: QUERIES, seed: SEED })

const FACETS = [
  'topic',
  'lang',
  'source',
  'tag',
  'place',
  'folder',
  'reference',
  'dateBasis',
  'year',
  'month',
]
const SORTS = ['relevance', 'relevance', 'date', '-date']

function randomPage(): SearchParams {
  return {
    sort: random.pick(SORTS),
    size: random.pick([5, 10, 10, 30]),
    page: random.pick([1, 1, 1, 2, 4]),
    facets: FACETS,
    interval: random.pick(['year', 'month']),
  }
}

/** What has to be equal, in the same words. */
function comparable({ total, undated, facets, histogram, page, relaxations, query }: SearchResponse) {
  const counts = Object.entries(facets).map(([facet, { buckets }]) => [
    facet,
    // Each index has a place of its own, with a name of its own.
    buckets.map(({ value, count }) => `${facet === 'place' ? '' : value}: ${count}`).sort(),
  ])
  return { total, undated, counts, histogram, page, relaxations, matching: query.matching }
}

/** Hits in their order; those of equal score, which may come in any, by id. */
function ordered(hits: readonly SearchHit[], isRanked: boolean): string[] {
  return hits
    .map(({ id, score, passages }) => ({ id, score, passages: passages.map(({ id }) => id).join() }))
    .map(({ id, score, passages }, index) => ({ id, score: isRanked ? score : -index, passages }))
    .sort((a, b) => (b.score ?? -1e9) - (a.score ?? -1e9) || (a.id < b.id ? -1 : 1))
    .map(({ id, score }) => `${id} ${score}`)
}

t.test(`one server and three agree about ${QUERIES} searches`, async (t) => {
  const differing: unknown[] = []
  const queue = asked.map(({ params, filters }) => ({ ...params, ...filters, ...randomPage() }))
  let found = 0
  const next = async (): Promise<void> => {
    for (let params = queue.shift(); params !== undefined; params = queue.shift()) {
      const [alone, together] = await Promise.all(
        apps.map((app) => patientSearch(app, params as SearchParams)),
      )
      if (alone === undefined || together === undefined) throw new Error('two were asked')
      found += alone.results.length
      const isRanked = params.sort === 'relevance'
      const a = { ...comparable(alone), hits: ordered(alone.results, isRanked) }
      const b = { ...comparable(together), hits: ordered(together.results, isRanked) }
      if (JSON.stringify(a) !== JSON.stringify(b)) differing.push({ params, ...difference(a, b) })
    }
  }
  await Promise.all([next(), next()])
  t.ok(found > QUERIES, `${found} documents were found`)
  t.equal(differing.length, 0, JSON.stringify(differing.slice(0, 5), null, 1))
})

/** A search that is asked again where a busy machine has no answer in time, or a part of one. */
async function patientSearch(app: App, params: SearchParams): Promise<SearchResponse> {
  for (let repetitions = 0; ; repetitions += 1) {
    try {
      const answer = await search(app, params)
      if (answer.partial === undefined) return answer
    } catch (error) {
      if (repetitions === 20 || !String(error).includes('gave 503')) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function difference(a: Record<string, unknown>, b: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(a).filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
  return Object.fromEntries(names.map((name) => [name, { one: a[name], three: b[name] }]))
}

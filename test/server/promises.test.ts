/**
 * What a search promises, whatever is asked: filters only narrow, a facet counts what a click on it finds, pages list
 * every match once, what is said to be missing is missing. Tried with searches drawn at random, some 500 of them, over
 * the sample corpus and over one that is put together at random.
 */
import t from 'tap'
import type { SearchHit } from '../../server/schemas/search-hit.ts'
import type { SearchParams, SearchResponse } from '../helpers/app.ts'
import type { Asker } from '../helpers/asker.ts'
import { hasSameExpansions, isAskedOf } from '../helpers/compare-answers.ts'
import { fulfillsFilters } from '../helpers/fulfills-filters.ts'
import { type Asked, createTrial, type Trial } from '../helpers/trial.ts'

/** Random searches, all together. `QUERIES=500` is the long run. */
const QUERIES = Number(process.env.QUERIES ?? 120)
/** Other searches with another seed. */
const SEED = Number(process.env.SEED ?? 1)
t.comment(`SEED=${SEED}`)
// Thousands of searches: a minute or two, and more where others keep the machine busy.
t.setTimeout(900_000)
const trials: [name: string, trial: Trial][] = [
  ['sample corpus', await createTrial(t, 'sample', { queries: Math.ceil(QUERIES * 0.3), seed: SEED })],
  ['random corpus', await createTrial(t, 'random', { queries: Math.ceil(QUERIES * 0.7), seed: SEED + 1 })],
]

/** Searches that are tried side by side. */
const AT_ONCE = 4

/** Tries a promise with all searches, or every so manieth, and expects that none breaks it. */
function promise(
  title: string,
  violations: (asker: Asker, asked: Asked, index: number) => Promise<unknown[]>,
  step = 1,
): void {
  for (const [name, { asker, asked }] of trials) {
    t.test(`${title}: ${name}`, async (t) => {
      const broken: unknown[] = []
      const places = [...asked.keys()].filter((index) => index % step === 0)
      const tryNext = async (): Promise<void> => {
        for (let index = places.shift(); index !== undefined; index = places.shift()) {
          const one = asked[index] as Asked
          const found = await violations(asker, one, index)
          if (found.length > 0) broken.push({ asked: one, found })
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, tryNext))
      t.strictSame(broken, [])
    })
  }
}

const idsOf = (hits: readonly SearchHit[]): string[] => hits.map(({ id }) => id)
const isExact = ({ total }: SearchResponse): boolean => total.relation === 'eq'

// The value `unknown` of months has documents of a year among those without any date: nothing chooses both.
const CHOOSING = {
  topic: (value: string): SearchParams => ({ topic: value }),
  lang: (value: string): SearchParams => ({ lang: value }),
  source: (value: string): SearchParams => ({ source: value }),
  tag: (value: string): SearchParams => ({ tag: value }),
  place: (value: string): SearchParams => ({ place: value }),
  folder: (value: string): SearchParams => ({ folder: value }),
  reference: (value: string): SearchParams => ({ reference: value }),
  dateBasis: (value: string): SearchParams => ({ dateBasis: value }),
  year: (value: string): SearchParams =>
    value === 'unknown' ? { undated: 'only' } : { from: value, to: value },
  month: (value: string): SearchParams => ({ from: value, to: value }),
}
/** Values that are no less right where a facet does not name them: they count nothing. */
const USUAL = {
  topic: ['energy', 'ai'],
  lang: ['it', 'en', 'fr', 'und'],
  source: ['Governo', 'Nobody'],
  tag: ['Ricerca, sviluppo'],
  place: ['sample'],
  folder: ['it', 'fr'],
  reference: ['eu:2016/679'],
  dateBasis: ['published', 'unknown'],
  year: ['2022', '2024'],
  month: ['2023-02'],
}

promise('a facet counts what choosing its value finds', async (asker, { params, filters }, index) => {
  const { facets } = await asker.ask({ ...params, ...filters, facets: Object.keys(CHOOSING) })
  const values = (Object.keys(CHOOSING) as (keyof typeof CHOOSING)[]).flatMap((facet) => {
    const counts = new Map(facets[facet]?.buckets.map(({ value, count }) => [value, count]))
    return [...new Set([...counts.keys(), ...USUAL[facet]])]
      .filter((value) => facet !== 'month' || value !== 'unknown')
      .map((value) => ({ facet, value, count: counts.get(value) ?? 0 }))
  })
  const isChosen = (place: number): boolean =>
    index % 10 === 0 || [0, 1, 2].some((one) => place === (index * 7 + one * 13) % values.length)
  const totals = values
    .filter((_, place) => isChosen(place))
    .map(async ({ facet, value, count }) => {
      // The click takes the place of the filter that the facet has.
      const { from: _, to: __, ...others } = filters
      const rest = facet === 'year' || facet === 'month' ? others : filters
      const total = await asker.total({ ...params, ...rest, ...CHOOSING[facet](value) })
      return total === count ? [] : [{ facet, value, count, total }]
    })
  return (await Promise.all(totals)).flat()
})

promise('a histogram counts what choosing a bucket finds', async (asker, { params, filters }, index) => {
  const { from: _, to: __, ...others } = filters
  const interval = ['year', 'month', 'day'][index % 3] as string
  const { histogram } = await asker.ask({ ...params, ...filters, interval, size: 1 })
  const { buckets = [], coarse = 0, undated = 0 } = histogram ?? {}
  const chosen = buckets.filter(
    ({ count }, place) => (count > 0 && place % 3 === index % 3) || place === index % buckets.length,
  )
  const totals = chosen.slice(0, 5).map(async ({ from, to, count }) => {
    const total = await asker.total({ ...params, ...others, from, to })
    return total === count ? [] : [{ from, to, count, total }]
  })
  const sum = buckets.reduce((sum, { count }) => sum + count, coarse + undated)
  const all = await asker.total({ ...params, ...others })
  // Of days that are too many only those are counted that the filter chooses.
  const isWhole = interval === 'day' || sum === all
  return [...(await Promise.all(totals)).flat(), ...(isWhole ? [] : [{ sum, all }])]
})

promise(
  'a filter only narrows',
  async (asker, { params, filters }, index) => {
    const names = Object.keys(filters)
    if (names.length === 0) return []
    const total = await asker.total({ ...params, ...filters })
    const broken: unknown[] = []
    for (const name of names) {
      const { [name]: _, ...others } = filters
      const without = await asker.total({ ...params, ...others })
      if (without < total) broken.push({ name, total, without })
    }
    const all = await asker.ask({ ...params, size: 1 })
    if (all.total.value > 40 && index % 20 !== 0) return broken
    const narrowed = new Set(idsOf(await asker.walk({ ...params, ...filters })))
    const expected = new Set(idsOf((await asker.walk(params)).filter((hit) => fulfillsFilters(hit, filters))))
    const strangers = [...narrowed].filter((id) => !expected.has(id))
    const lost = isExact(all) ? [...expected].filter((id) => !narrowed.has(id)) : []
    return [...broken, ...strangers.map((id) => ({ stranger: id })), ...lost.map((id) => ({ lost: id }))]
  },
  2,
)

promise(
  'who asks for all words finds some of what most of them find, and that is some of what any finds',
  async (asker, { params }) => {
    const [all, most, any] = (await Promise.all(
      ['all', 'most', 'any'].map(async (words) => new Set(idsOf(await asker.walk({ ...params, words })))),
    )) as [Set<string>, Set<string>, Set<string>]
    return [
      ...[...all].filter((id) => !most.has(id)).map((id) => ({ id, all: true, most: false })),
      ...[...most].filter((id) => !any.has(id)).map((id) => ({ id, most: true, any: false })),
    ]
  },
  5,
)

promise(
  'pages list each match once, in every order, and so do cursors',
  async (asker, { params, filters }, index) => {
    const asked = { ...params, ...filters }
    const { total } = await asker.ask({ ...asked, size: 1 })
    const size = Math.min(100, Math.max(1, Math.ceil(total.value / 4)))
    const lists = await Promise.all(
      ['relevance', 'date', '-date'].map(async (sort) => ({
        sort,
        ids: idsOf(await asker.walk({ ...asked, sort }, size)),
      })),
    )
    const sort = ['relevance', 'date', '-date'][index % 3] as string
    const byCursor: string[] = []
    for (let cursor: string | null | undefined = '*'; cursor != null; ) {
      const page = await asker.ask({ ...asked, sort, size, cursor })
      byCursor.push(...idsOf(page.results))
      cursor = page.nextCursor
    }
    lists.push({ sort: `${sort} by cursor`, ids: byCursor })
    const first = new Set(lists[0]?.ids)
    return lists.flatMap(({ sort, ids }) => {
      const distinct = new Set(ids)
      const isWhole = total.relation === 'eq' ? ids.length === total.value : ids.length <= total.value
      const isSame = distinct.size === first.size && ids.every((id) => first.has(id))
      return isWhole && isSame && distinct.size === ids.length
        ? []
        : [{ sort, total, listed: ids.length, distinct: distinct.size, byRelevance: first.size }]
    })
  },
  5,
)

promise(
  'what is missing is missing, all else is there, and any word finds what has one of them',
  async (asker, { params }, index) => {
    const q = params.q.replaceAll('"', ' ').replaceAll(/(?<=^|\s)-/g, '')
    const ways = {
      queryLang: index % 2 === 0 ? 'it' : 'en',
      exact: 'true',
      expand: index % 4 < 2 ? 'auto' : 'none',
    }
    const found = await asker.ask({ ...ways, q, words: 'any', size: 100 })
    const words = [...new Set(found.query.terms)]
    const havingByWord = new Map<string, Set<string>>()
    for (const word of words) {
      // Only where nothing that is read into the word depends on the others.
      const alone = await asker.ask({ ...ways, q: word, size: 1 })
      if (alone.query.terms.join() !== word || !hasSameExpansions(word, found, alone)) continue
      havingByWord.set(word, new Set(idsOf(await asker.walk({ ...ways, q: word }))))
    }
    const wrong = [...havingByWord].flatMap(([word, having]) =>
      found.results
        .filter(({ id, missing }) => missing.includes(word) === having.has(id))
        .map(({ path, missing }) => ({ word, path, missing })),
    )
    const union = new Set([...havingByWord.values()].flatMap((having) => [...having]))
    const isSum = havingByWord.size < words.length || words.length === 0 || union.size === found.total.value
    const all = await asker.ask({ ...ways, q, words: 'all', size: 100 })
    const lacking = all.results
      .map(({ path, lang, missing }) => ({
        path,
        lacks: missing.filter((word) => isAskedOf(lang, word, all)),
      }))
      .filter(({ lacks }) => lacks.length > 0)
    return [...wrong, ...(isSum ? [] : [{ any: found.total.value, union: union.size }]), ...lacking]
  },
  5,
)

promise(
  'the beginning of a word finds what the word finds',
  async (asker, { params, filters }, index) => {
    const word = params.q.split(/\s+/).findLast((one) => /^\p{L}{6,}$/u.test(one))
    if (word === undefined) return []
    const ways = { exact: 'true', expand: 'none', ...filters }
    const begun = await asker.ask({ ...ways, q: word.slice(0, 4 + (index % 3)), prefix: 'true', size: 1 })
    // Only so many words are looked for.
    if (!begun.completions.some(({ to }) => to === word.toLowerCase())) return []
    const found = new Set(
      idsOf(await asker.walk({ ...ways, q: word.slice(0, 4 + (index % 3)), prefix: 'true' })),
    )
    const whole = idsOf(await asker.walk({ ...ways, q: word }))
    return whole.filter((id) => !found.has(id)).map((id) => ({ word, id }))
  },
  2,
)

promise('a relaxation finds as much as it says', async (asker, { params, filters }) => {
  const { relaxations } = await asker.ask({ ...params, ...filters, size: 1 })
  const totals = relaxations.map(async (relaxation) => {
    const { kind, drop, q = params.q } = relaxation
    const { [kind === 'filter' ? drop : '']: _, ...rest } = filters
    const total = await asker.total({ ...params, ...rest, q })
    return total === relaxation.total ? [] : [{ relaxation, total }]
  })
  return (await Promise.all(totals)).flat()
})

promise(
  'a word that is nowhere is named',
  async (asker, { params, filters, unknown }) => {
    const { warnings } = await asker.ask({ ...params, ...filters, q: `${unknown} ${params.q}`, size: 1 })
    return warnings.some((warning) => warning.includes(`"${unknown}"`)) ? [] : [{ unknown, warnings }]
  },
  2,
)

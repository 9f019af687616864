/**
 * Which rung of its ladder each language gets, and what matches then: the strictest rung that enough of its documents
 * reach. Filters take no part in it.
 *
 * The statistics say which rungs it will probably be. Those are counted, total and facets too, with the next stricter
 * ones: in most cases that decides it in one round.
 */
import { sumOfFacets } from '../../../engine/facet-sums.ts'
import { and } from '../../../engine/filters.ts'
import { MAX_FACET_VALUES } from '../../../engine/schema.ts'
import { ask, type FacetCounts, type IndexReader, type Matches, matches } from '../../../engine/search.ts'
import { type Ladder, type Match, matchExpression, type Rung } from './match.ts'

/**
 * So many documents make a first page. With fewer, a lower rung is tried: some may say it in words that nothing leads
 * to. Who has more of the query still comes first.
 */
const ENOUGH = 10
/** Words that are asked for together are drawn to each other more than any words are: enough if so many are expected. */
const ENOUGH_EXPECTED = 5
/** More documents than this are not gone down to where a stricter rung has any. */
const CROWD = 200

/** What is asked of documents. */
export type Question = {
  /** What may count as a match, language by language. */
  ladders: readonly Ladder[]
  /** What the query demands besides its words. */
  required: string
  /** The filters of the request. */
  scope: string
  /** Fields whose values are counted over all matches. */
  facets: readonly string[]
}

/** What matches. */
export type Decision = {
  match: Match
  /** What a document must fulfill to match, the filters of the request left out. */
  matching: string
  /** The same with them. */
  expression: string
  /** Documents that do. */
  total: number
  facets: Matches['facets']
}

/** Chooses the rung of each language and counts what matches. Languages without any match on any rung are missing. */
export async function decide(question: Question, reader: IndexReader): Promise<Decision> {
  const { ladders } = question
  // Where nothing is to be chosen, all languages are counted in one go.
  if (ladders.every(({ rungs }) => rungs.length === 1)) return decideAtOnce(question, reader)
  const counts = new Map<Rung, Count>()
  const count = async (rungs: Match): Promise<void> => {
    const { narrowed, unfiltered } = await ask(reader, {
      narrowed: rungs.map((one) => countOf(one, question, reader, question)),
      unfiltered: question.scope === '' ? [] : rungs.map((one) => countOf(one, question, reader)),
    })
    for (const [index, { rung }] of rungs.entries()) {
      const found = narrowed[index] ?? NOTHING
      counts.set(rung, { all: (unfiltered[index] ?? found).total, found })
    }
  }
  const likely = ladders.flatMap((ladder) => {
    const place = guess(ladder)
    return [...rungAt(ladder, place), ...rungAt(ladder, place - 1)]
  })
  await count(likely)
  const totals = () => new Map([...counts].map(([rung, { all }]) => [rung, all]))
  const known = totals()
  const unsure = ladders
    .filter((ladder) => choose(ladder, known) === 'unsure')
    .flatMap((ladder) => ladder.rungs.filter((rung) => !known.has(rung)).map((rung) => ({ ladder, rung })))
  if (unsure.length > 0) await count(unsure)
  const match = matchOf(ladders, totals())
  // A document is in one language: what is counted by language adds up.
  const found = match.map(({ rung }) => counts.get(rung)?.found ?? NOTHING)
  return {
    match,
    ...expressionsOf(match, question),
    total: found.reduce((sum, { total }) => sum + total, 0),
    facets: sumOfFacets(
      found.map(({ facets }) => facets),
      MAX_FACET_VALUES,
    ),
  }
}

/** How many documents reach a rung, and how many of them the filters leave, with their facets. */
type Count = { all: number; found: Pick<Matches, 'total' | 'facets'> }

const NOTHING: Count['found'] = { total: 0, facets: {} }

async function decideAtOnce(question: Question, reader: IndexReader): Promise<Decision> {
  const { ladders, facets } = question
  const all = ladders.flatMap((ladder) => rungAt(ladder, 0))
  const whole = expressionsOf(all, question)
  const { found, unfiltered } = await ask(reader, {
    found: [matches(reader.indexes, whole.expression, { facets: [...new Set([...facets, 'lang'])] })],
    unfiltered:
      whole.expression === whole.matching
        ? []
        : [matches(reader.indexes, whole.matching, { facets: ['lang'] })],
  })
  const counted = found[0] ?? NOTHING
  const byLanguage = (unfiltered[0] ?? counted).facets.lang ?? {}
  const match = matchOf(
    ladders,
    new Map(all.map(({ ladder, rung }) => [rung, totalIn(ladder, byLanguage)] as const)),
  )
  // Languages that are missing have no match: it is all the same that they were counted.
  return { match, ...expressionsOf(match, question), total: counted.total, facets: counted.facets }
}

function matchOf(ladders: readonly Ladder[], totals: ReadonlyMap<Rung, number>): Match {
  return ladders.flatMap((ladder) => {
    const rung = choose(ladder, totals)
    return rung === 'none' || rung === 'unsure' ? [] : [{ ladder, rung }]
  })
}

/** Place of the rung that a ladder will probably come to: the strictest that enough documents should reach. */
function guess({ rungs }: Ladder): number {
  const reached = rungs.findIndex(({ expected }) => expected >= ENOUGH_EXPECTED)
  return reached === -1 ? rungs.length - 1 : reached
}

/**
 * The rung that a ladder comes to, by how many documents are known to reach each. Whoever reaches a rung reaches all
 * lower ones. `none` if nobody reaches any, `unsure` if more have to be counted.
 */
function choose({ rungs, isForeign }: Ladder, totals: ReadonlyMap<Rung, number>): Rung | 'none' | 'unsure' {
  const [only] = rungs
  // Where there is nothing to choose, a rung that nobody reaches says what was asked for.
  if (rungs.length === 1 && only !== undefined && !isForeign) return only
  const known = rungs.map((rung) => totals.get(rung))
  const lowest = known.at(-1)
  if (lowest === 0) return 'none'
  // Where a rung has enough, it does not matter how many the lower ones have.
  const enough = known.some((total) => (total ?? 0) >= ENOUGH) ? ENOUGH : lowest
  if (enough === undefined) return 'unsure'
  const reached = known.findIndex((total) => total !== undefined && total >= enough)
  const above = reached === 0 ? 0 : known[reached - 1]
  if (above === undefined) return 'unsure'
  // Better few that have much of the query than a crowd that has little of it.
  const place = (known[reached] ?? 0) > CROWD && above > 0 ? reached - 1 : reached
  return rungs[place] ?? 'none'
}

/** A rung of a ladder; nothing if it has none there. */
function rungAt(ladder: Ladder, place: number): Match {
  const rung = ladder.rungs[place]
  return rung === undefined ? [] : [{ ladder, rung }]
}

function expressionsOf(
  match: Match,
  { ladders, required, scope }: Question,
): Pick<Decision, 'matching' | 'expression'> {
  const matching = and([matchExpression(match, ladders), required])
  return { matching, expression: and([matching, scope]) }
}

/** Counts who reaches a rung; of these, if `narrowing` is given, those that the filters leave, with their facets. */
function countOf(
  { ladder, rung }: Match[number],
  { required }: Question,
  reader: IndexReader,
  { scope, facets }: Pick<Question, 'scope' | 'facets'> = { scope: '', facets: [] },
) {
  const expression = and([ladder.isInLanguage, rung.expression(), required, scope])
  return matches(reader.indexes, expression, { facets })
}

/** How many of the documents that were counted by language are of a ladder's. */
function totalIn({ covers }: Ladder, byLanguage: FacetCounts): number {
  return Object.entries(byLanguage).reduce((sum, [lang, count]) => (covers(lang) ? sum + count : sum), 0)
}

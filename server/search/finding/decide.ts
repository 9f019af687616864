/**
 * Which rung of its ladder each language gets, and what matches then: the strictest rung that enough of its documents
 * reach. Filters take no part in it.
 *
 * The statistics say which rungs it will probably be. Those are counted, total and facets too, with the next stricter
 * ones: in most cases that decides it in one round.
 */
import { and } from '../../../engine/filters.ts'
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
  const { ladders, required } = question
  const guessed = ladders.map(guess)
  const likely = ladders.flatMap((ladder, index) => rungAt(ladder, guessed[index] ?? 0))
  const whole = expressionsOf(likely, question)
  const stricter = ladders.flatMap((ladder, index) => rungAt(ladder, (guessed[index] ?? 0) - 1))
  const { found, unfiltered, above } = await ask(reader, {
    found: [
      matches(reader.indexes, whole.expression, { facets: [...new Set([...question.facets, 'lang'])] }),
    ],
    unfiltered:
      whole.expression === whole.matching
        ? []
        : [matches(reader.indexes, whole.matching, { facets: ['lang'] })],
    above: stricter.map((one) => countOf(one, required, reader)),
  })
  const counted = found[0] ?? NOTHING
  const byLanguage = (unfiltered[0] ?? counted).facets.lang ?? {}
  const totals = new Map<Rung, number>([
    ...likely.map(({ ladder, rung }) => [rung, totalIn(ladder, byLanguage)] as const),
    ...stricter.map(({ rung }, index) => [rung, above[index]?.total ?? 0] as const),
  ])
  const unsure = ladders
    .filter((ladder) => choose(ladder, totals) === 'unsure')
    .flatMap((ladder) => ladder.rungs.filter((rung) => !totals.has(rung)).map((rung) => ({ ladder, rung })))
  const { others } = await ask(reader, { others: unsure.map((one) => countOf(one, required, reader)) })
  for (const [index, { rung }] of unsure.entries()) totals.set(rung, others[index]?.total ?? 0)

  const match = ladders.flatMap((ladder) => {
    const rung = choose(ladder, totals)
    return rung === 'none' || rung === 'unsure' ? [] : [{ ladder, rung }]
  })
  // Languages that are missing have no match on any rung: it is all the same which one was counted.
  const isLikely = match.every(({ rung }) => likely.some((one) => one.rung === rung))
  const expressions = expressionsOf(match, question)
  if (isLikely) return { match, ...expressions, total: counted.total, facets: counted.facets }
  const { again } = await ask(reader, {
    again: [matches(reader.indexes, expressions.expression, { facets: question.facets })],
  })
  const { total, facets } = again[0] ?? NOTHING
  return { match, ...expressions, total, facets }
}

const NOTHING: Pick<Matches, 'total' | 'facets'> = { total: 0, facets: {} }

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

function countOf({ ladder, rung }: Match[number], required: string, reader: IndexReader) {
  return matches(reader.indexes, and([ladder.isInLanguage, rung.expression(), required]))
}

/** How many of the documents that were counted by language are of a ladder's. */
function totalIn({ covers }: Ladder, byLanguage: FacetCounts): number {
  return Object.entries(byLanguage).reduce((sum, [lang, count]) => (covers(lang) ? sum + count : sum), 0)
}

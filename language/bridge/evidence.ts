/**
 * How much each lexicon counts where several know a word. What people wrote counts by its kind; what was learned from
 * texts counts by how often it was seen, and by which texts they were.
 */
import type { Entry, Lexicon, Origin } from './lexicon.ts'

/** What a term or a unit of terms says in another language. */
export type Translation = {
  lang: string
  /** One term, or several that follow each other. */
  terms: readonly string[]
  /** As the lexicon writes it. */
  word: string
  /** The words that lexicons give this translation for, as they write them: of the term *stil*, *stile* and *stilare*. */
  sources: ReadonlyMap<string, Source>
  /** Probability of this translation among those known, 0 to 1. */
  weight: number
  /** Where most of the weight is from. */
  via: Origin
  /** Names of the lexicons that say so, those that count most first. */
  lexicons: readonly string[]
  /** What speaks for it, from whichever lexicon says so. */
  evidence?: string
  /** Pairs of sentences that were seen to have both, if it was learned. */
  times?: number
}

/** What lexicons say of a translation for one word. */
export type Source = {
  /** How much they say so. Compares only within one unit. */
  worth: number
  /** The translation as it is written for this word: *access* for *accesso*, though *accessible* has the same term. */
  word: string
  /** Whether people wrote it for this word: then it is a base form, or a form that says something else. */
  isWritten: boolean
}

/** Written by people, learned from the documents that are searched, or learned from other texts. */
export type Kind = 'written' | 'index' | 'texts'

/** What one lexicon says of a translation. */
export type Statement = {
  kind: Kind
  via: Origin
  /** Names of the lexicons that say so. */
  lexicons: readonly string[]
  /** The word that it is a translation of, as the lexicon writes it. */
  source: string
  /** The translation, as the lexicon writes it. */
  word: string
  /** Its likelihood as far as that can be relied on. */
  worth: number
  remark: Pick<Translation, 'evidence' | 'times'>
}

/** All that is said of a translation. */
export type Evidence = Omit<Translation, 'weight' | 'sources' | 'via' | 'lexicons' | 'evidence' | 'times'> & {
  statements: Statement[]
}

const WRITTEN_WEIGHTS: Record<Exclude<Origin, 'learned'>, number> = {
  own: 3,
  lexicon: 1,
  thesaurus: 1,
  dictionary: 0.7,
  variant: 1,
}
/** The documents themselves show how their words are used: they count more than a lexicon, less than one's own pairs. */
const INDEX_WEIGHT = { usual: 4, besideOwn: 2 }
/** Texts of another field use words otherwise: they count in full only for words that nothing else knows. */
const TEXTS_WEIGHT = { known: 0.5, unknown: 1 }
/** Times that a pair must be seen to be relied on by half. */
const HALF_RELIABLE_TIMES = 3
/**
 * The same where people wrote down what the words say, and not this: *capacità* and *abilities* seen twice in one text are
 * no reason to doubt *capacity* and *capability*.
 */
const HALF_RELIABLE_AGAINST_WRITTEN = 12
/**
 * Least agreement of both directions, as far as it can be relied on: less is nearly always wrong. More strictness costs
 * more matches than it saves errors.
 */
const MIN_CONFIDENCE = 0.03

/** Where the pairs of a lexicon are from. */
export function kindOf({ via, isOfIndex }: Lexicon): Kind {
  if (via !== 'learned') return 'written'
  return isOfIndex === true ? 'index' : 'texts'
}

/** Whether an entry is more than chance. What people wrote always is. */
export function isTrusted({ forward = 1, backward = 1, times }: Entry, { via }: Lexicon): boolean {
  return via !== 'learned' || Math.sqrt(forward * backward) * reliability(times) >= MIN_CONFIDENCE
}

/** What an entry says in one direction: its likelihood there, less where it was seen seldom. */
export function worthOf(likelihood: number, { times }: Entry, { via }: Lexicon): number {
  return via === 'learned' ? likelihood * reliability(times) : likelihood * WRITTEN_WEIGHTS[via]
}

function reliability(times: number | undefined): number {
  return times === undefined ? 1 : times / (times + HALF_RELIABLE_TIMES)
}

/** What is left of a learned translation that nobody wrote, of words that people wrote others for. */
function againstWritten(times: number | undefined): number {
  return times === undefined ? 1 : (times + HALF_RELIABLE_TIMES) / (times + HALF_RELIABLE_AGAINST_WRITTEN)
}

/**
 * Adds what a lexicon says. Two spellings of a translation, *cantaloup* and *cantaloupe*, say one thing: in a list that
 * people wrote, a word does not count more for having more of them.
 */
export function say(statements: Statement[], statement: Statement): void {
  const same = statements.findIndex(
    ({ kind, via, source }) =>
      kind === 'written' && statement.kind === kind && via === statement.via && source === statement.source,
  )
  const known = statements[same]
  if (known === undefined) statements.push(statement)
  else {
    const more = known.worth < statement.worth ? statement : known
    statements[same] = { ...more, lexicons: known.lexicons.concat(statement.lexicons) }
  }
}

/** The translations of a word, in no order, each with its share of all that is said. */
export function weigh(found: readonly Evidence[]): Translation[] {
  const hasOwn = found.some(({ statements }) => statements.some(({ via }) => via === 'own'))
  const isKnown = found.some(({ statements }) => statements.some(({ kind }) => kind !== 'texts'))
  const weights: Record<Kind, number> = {
    written: 1,
    index: hasOwn ? INDEX_WEIGHT.besideOwn : INDEX_WEIGHT.usual,
    texts: isKnown ? TEXTS_WEIGHT.known : TEXTS_WEIGHT.unknown,
  }
  const isWritten = ({ statements }: Evidence): boolean => statements.some(({ kind }) => kind === 'written')
  const hasWritten = found.some(isWritten)
  const sumOf = ({ statements }: Evidence, weightOf: (statement: Statement) => number): number =>
    statements.reduce((sum, statement) => sum + weightOf(statement), 0)
  const weighed = found.map((one) => {
    const isAgainst = hasWritten && !isWritten(one)
    const weightOf = ({ kind, worth, remark: { times } }: Statement): number =>
      weights[kind] * worth * (isAgainst ? againstWritten(times) : 1)
    return { one, weightOf, sum: sumOf(one, weightOf) }
  })
  const total = weighed.reduce((all, { sum }) => all + sum, 0)
  return weighed.map(({ one, weightOf, sum }) => {
    const { statements, ...translation } = one
    const byWeight = statements.toSorted((a, b) => weightOf(b) - weightOf(a))
    const sources = new Map<string, Source>()
    for (const statement of byWeight) {
      const { source, kind, word } = statement
      const known = sources.get(source) ?? { worth: 0, word, isWritten: false }
      const isWritten = known.isWritten || kind === 'written'
      sources.set(source, { ...known, worth: known.worth + weightOf(statement), isWritten })
    }
    return {
      ...translation,
      sources,
      weight: sum / total,
      via: byWeight[0]?.via ?? 'lexicon',
      lexicons: [...new Set(byWeight.flatMap(({ lexicons }) => lexicons))],
      ...byWeight.find(({ remark }) => remark.evidence !== undefined)?.remark,
    }
  })
}

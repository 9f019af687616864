/** What a document is looked for by: its rarest words, with what they say in the other languages. */
import type { Candidate } from '../../engine/search.ts'
import { termOf } from '../../language/analyzer.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { referenceTerm } from '../../language/references/references.ts'
import { sequenceOf, weighSequence } from '../../ranking/encoded-terms.ts'
import { type Alternative, isFindable } from '../../ranking/groups.ts'
import type { Scored } from '../../ranking/score.ts'
import type { Statistics } from '../../ranking/statistics.ts'
import type { Corpus } from '../live.ts'
import { writtenInLexicons } from '../search/presenting/written.ts'
import { expand } from '../search/understanding/expand.ts'
import type { QueryGroup } from '../search/understanding/readings.ts'
import { rareTerms } from './rare-terms.ts'

/** Terms looked at, and words of the query: no more than planning goes by. */
const TERMS_LOOKED_AT = 60
const WORDS = 8

/** The words of a document that say most about it and that others may have, too, in some language. */
export function wordsToLookFor(
  passages: readonly Candidate[],
  { statistics, cognates }: Corpus,
  bridge: Bridge,
): QueryGroup[] {
  const groups: QueryGroup[] = []
  for (const { lang, term } of rareTerms(passages, statistics).slice(0, TERMS_LOOKED_AT)) {
    if (groups.length === WORDS) break
    const group = term.startsWith(referenceTerm(''))
      ? referenceGroup(term, statistics)
      : expand([wordGroup(lang, term, statistics, bridge)], { bridge, cognates }, statistics, new Set())
          .groups[0]
    const isElsewhere =
      (statistics.term(lang, term)?.documents ?? 0) > 1 ||
      [...statistics.languages.keys()].some(
        (other) => other !== lang && group !== undefined && isFindable(group, other, statistics),
      )
    if (group !== undefined && isElsewhere) groups.push(group)
  }
  return groups
}

/** A term with the same word in the other languages. */
function wordGroup(lang: string, term: string, statistics: Statistics, bridge: Bridge): QueryGroup {
  const form = statistics.term(lang, term)?.forms[0] ?? term
  const same = [...statistics.languages.keys()].flatMap((other): Alternative[] => {
    const there = termOf(form, other)
    const isThere = other !== lang && statistics.term(other, there)?.forms.includes(form)
    return isThere ? [{ lang: other, terms: [there], weight: 1 }] : []
  })
  return {
    word: writtenInLexicons(form, lang, bridge) ?? form,
    alternatives: [{ lang, terms: [term], weight: 1 }, ...same],
    readings: new Map([[lang, { term, weight: 1 }]]),
  }
}

/** An act or a standard, which is the same in every language. */
function referenceGroup(term: string, { languages }: Statistics): QueryGroup {
  return {
    word: term.slice(referenceTerm('').length),
    alternatives: [...languages.keys()].map((lang) => ({ lang, terms: [term], weight: 1 })),
    readings: new Map(),
  }
}

/** How passages of a document, best first, say a word; null if they do not. */
export function asWritten(
  { word, alternatives }: QueryGroup,
  passages: readonly Scored<Candidate>[],
  { statistics }: Corpus,
  bridge: Bridge,
): string | null {
  for (const { candidate } of passages) {
    const found = alternatives
      .filter(({ lang, ranksOnly }) => lang === candidate.lang && ranksOnly !== true)
      .sort((a, b) => b.weight - a.weight)
      .find(({ terms }) => weighSequence(candidate.terms, sequenceOf(terms)) > 0)
    if (found === undefined) continue
    if (found.terms.some((term) => term.startsWith(referenceTerm('')))) return word
    const forms = found.terms.map((term) => statistics.term(found.lang, term)?.forms[0] ?? term)
    return forms.map((form) => writtenInLexicons(form, found.lang, bridge) ?? form).join(' ')
  }
  return null
}

/** The terms of a passage, field by field. */

import { analyze, type Term } from '../language/analyzer.ts'
import { findReferences, referenceTerm, surely } from '../language/references/references.ts'
import type { FieldTerms } from '../ranking/encoded-terms.ts'
import type { Passage } from './document.ts'
import type { LabelTerms } from './label-terms.ts'
import type { DescribedDocument } from './record.ts'

/** What of a document its passages' terms depend on. */
export type FieldDocument = Pick<DescribedDocument, 'title' | 'titleFrom'> & {
  topics: readonly { id: string }[]
  references: readonly { id: string }[]
}

/**
 * Analyzes the title once a document and the headings once a section, however many passages they have.
 *
 * @param labelsOf the labels of its topics; they stand nowhere in the document, so they are no words of anybody's
 * @param onAnalyzed called with the terms of each title and heading, not again for those remembered
 */
export function createFieldAnalyzer(
  document: FieldDocument,
  labelsOf: LabelTerms,
  onAnalyzed: (lang: string, found: readonly Term[]) => void,
): (passage: Passage, lang: string, found: readonly Term[]) => FieldTerms {
  const ownTitle =
    document.titleFrom === 'first-sentence' || document.titleFrom === 'file-name' ? '' : document.title
  const known = new Set(document.references.map(({ id }) => id))
  const remembered = new Map<string, string[]>()
  const termsOf = (text: string, lang: string): string[] => {
    const key = `${lang} ${text}`
    let terms = remembered.get(key)
    if (terms === undefined) {
      const found = analyze(text, lang)
      onAnalyzed(lang, found)
      terms = found.map(({ term }) => term)
      if (remembered.size > 1000) remembered.clear()
      remembered.set(key, terms)
    }
    return terms
  }
  return (passage, lang, found) => ({
    title: termsOf(ownTitle, lang),
    heading: passage.heading.flatMap((heading) => termsOf(heading, lang)),
    text: found.map(({ term }) => term),
    labels: labelsOf(document.topics, lang),
    references: referenceTerms(passage.text, known),
  })
}

/**
 * The terms of the acts and standards that a passage names, an article beside its act: it is found by any of their
 * spellings. Twice what is named twice.
 *
 * @param known those that the document names beyond doubt
 */
function referenceTerms(text: string, known: ReadonlySet<string>): string[] {
  return surely(findReferences(text), (id) => known.has(id)).flatMap(({ id, article }) =>
    article === undefined ? [referenceTerm(id)] : [referenceTerm(id), referenceTerm(id + article)],
  )
}

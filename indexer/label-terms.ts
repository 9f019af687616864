/**
 * The labels of topics as terms: a document about a topic is found by what the topic is called, even where its text
 * calls it otherwise.
 */
import { analyze } from '../language/analyzer.ts'
import type { Topic } from './describe/wordings.ts'

/** The terms of each label of some topics in one language; none for unknown topics and languages without labels. */
export type LabelTerms = (topics: readonly { id: string }[], lang: string) => string[][]

/** Analyzes each label once. */
export function createLabelTerms(topics: readonly Pick<Topic, 'id' | 'labels'>[]): LabelTerms {
  const terms = new Map<string, string[]>()
  for (const { id, labels } of topics) {
    for (const [lang, label] of Object.entries(labels)) {
      terms.set(
        `${lang} ${id}`,
        analyze(label, lang).map(({ term }) => term),
      )
    }
  }
  return (topics, lang) => topics.flatMap(({ id }) => [terms.get(`${lang} ${id}`) ?? []])
}

/** What people are told about their query beside its results, in the languages that the service speaks. */
import type { LabelLanguage } from '../topics.ts'

/** A sentence, in each language. */
export type Warning = Readonly<Record<LabelLanguage, string>>

/** Each warning once, in their order. */
export function distinctWarnings(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [warning.en, warning])).values()]
}

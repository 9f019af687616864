/** Answers as they look, for the OpenAPI document: what the sample corpus gives, shortened. */
import { countExamples } from './count-examples.ts'
import { documentExamples } from './document-examples.ts'
import { searchExamples } from './search-examples.ts'
import { wordExamples } from './word-examples.ts'

/** The answer of an operation, by its `operationId`. */
export const examples: Readonly<Record<string, object | string>> = {
  ...searchExamples,
  ...documentExamples,
  ...wordExamples,
  ...countExamples,
}

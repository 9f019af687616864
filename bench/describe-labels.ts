/** What is right about the documents of the corpus, as people labelled them. */
import { readFile } from 'node:fs/promises'

/** What a document of the corpus is, where it can be read. */
export type DocumentLabel = {
  /** Below the corpus; of what stands in a container, the container's with its own. */
  path: string
  /** ISO 639-1; `und` where a document has no language. */
  lang: string
  /** Passages in another language than the document's. */
  passages?: { contains: string; lang: string }[]
  /** More than one where a careful person would take either. */
  title: string | string[]
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string | null
  datePrecision: 'year' | 'month' | 'day' | null
  /** Absent where people could differ. */
  dateBasis?: 'published' | 'updated' | 'inferred' | null
  topics: string[]
  /** Topics that one may see in it or not. */
  topicsAlso?: string[]
  /** Acts and standards, as `language/references` names them. */
  references: string[]
  /** What stands above the passages that contain something, outermost first; the title of the document left out or not. */
  headings?: { passageContains: string; heading: string[] }[]
  /** Of a page: what belongs to its main text, and what does not. */
  mainText?: { has: string[]; hasNot: string[] }
}

/** What the corpus says of one of its documents. `fails`: it cannot be read, and the reason contains this. */
export type CorpusLabel = DocumentLabel | { path: string; fails: string }

/** Reads labels, one a line. */
export async function readLabels(file: string): Promise<CorpusLabel[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as CorpusLabel)
}

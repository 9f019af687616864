/**
 * The shapes that travel through the indexing flow, one type a boundary. No behaviour.
 *
 * All offsets are UTF-16 code units (as JavaScript counts) into the *document text*: the decoded, cleaned
 * blocks of a document joined by a blank line (`\n\n`).
 */

/** A file found below an indexed root. */
export type FoundFile = {
  /** Absolute path, for reading; its bytes where they are not UTF-8. Never shown outside the service. */
  absolutePath: string | Buffer
  /** Path relative to the indexed root, with `/` as separator; the name of the file if the root is a file. */
  path: string
  sizeBytes: number
  mtimeMs: number
}

/** A name below an indexed root that is not read, and why. */
export type Skipped = {
  /** As in `FoundFile`. */
  path: string
  /** A plain reason, e.g. `symbolic link, not followed`. */
  reason: string
  /** `ignored`: not meant for reading. `failed`: it should have been read and could not be. */
  kind: 'ignored' | 'failed'
  /** Name of its format; absent if it is of none that is read. */
  format?: string
}

/** A heading or a paragraph of a document, in reading order. */
export type Block = {
  kind: 'heading' | 'paragraph'
  /** 1 to 6 for headings, 0 for paragraphs. */
  level: number
  text: string
  /** Offset of the first character of `text` in the document text. */
  start: number
  /** Whether it was marked as code, which is in no language. */
  isCode?: true
  /** Whether it is an item of a numbered list, whose number the text does not have. */
  isNumbered?: true
  /** Number of the page it begins on, from 1, in formats that have pages. */
  page?: number
  /** 1 to 6: headings of this level and deeper end before it, without another one: their section is over. */
  ends?: number
}

/**
 * What a document says about itself beside its text (front matter, the head of a page, properties of an office file,
 * headers of a mail): names normalised, values unchecked strings on one line.
 */
export type Metadata = {
  id?: string
  title?: string
  /** A sentence or two that say what it is about. */
  description?: string
  /** Date of publication, as written. */
  date?: string
  /** Date of the last change, as written; used where nothing else dates the document. */
  updated?: string
  lang?: string
  source?: string
  url?: string
  /** Ids of topics of this installation. */
  topics?: string[]
  /** Its author's own tags and keywords. */
  tags?: string[]
  /** Ids or root-relative paths of documents that are translations of this one. */
  translations?: string[]
  /** The same document in other languages, as pages name it (`hreflang`): absolute or relative addresses. */
  alternates?: { lang: string; url: string }[]
  /** Of a mail: its own id, and those of the messages that it answers, oldest first. */
  thread?: { id: string; references: string[] }
}

/** An opened document: its metadata, its blocks as a stream, and what was odd but not fatal. */
export type ReadDocument = {
  metadata: Metadata
  /** Consumable once. A 1 GB file never stands in memory as a whole. */
  blocks: AsyncIterable<Block>
  /** Plain sentences, e.g. "front matter is not valid YAML (…): ignored". */
  warnings: string[]
}

/** A publication date, as exact as the document says it. */
export type PublicationDate = {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, according to `precision`. */
  value: string
  precision: 'day' | 'month' | 'year'
  /**
   * Who says so: the document itself names its date; only its last change; or nobody does, and it follows from an
   * address, a name, an event that is reported as new.
   */
  basis: 'published' | 'updated' | 'inferred'
  /** The words it was read from, as they stand in the document or its name. */
  words: string
  /** The line that they stand in, at most 160 characters of it. */
  evidence: string
}

/** A topic of a document. */
export type TopicEvidence = {
  id: string
  /** How much the document is about it, from .5 to 1; 1 where its author says so. */
  score: number
  /** The words of the document that gave it, most frequent first. */
  evidence: string[]
}

/** An act or a standard that a document refers to. */
export type DocumentReference = {
  /** The act, whatever its spelling (language/references/). */
  id: string
  /** Its articles that are named: `eu:2016/679#art6`. */
  articles: string[]
  /** How often it is named. */
  count: number
}

/** What describing adds to a document. */
export type Description = {
  title: string
  /** `first-sentence` is a stand-in for display: it is part of the text and carries no title evidence. */
  titleFrom: 'metadata' | 'heading' | 'first-line' | 'first-sentence' | 'file-name'
  /** ISO 639-1, or `und` where it cannot be told. */
  lang: string
  date: PublicationDate | null
  topics: TopicEvidence[]
  /** Acts and standards that it refers to, most often named first. */
  references: DocumentReference[]
  /** Its author's own tags, cleaned; at most 30. */
  tags: string[]
  /** Who published it; empty if unknown. */
  source: string
  /** Where it was published; empty if unknown. */
  url: string
  /** As given in the front matter, unresolved. */
  translations: string[]
  /** What was looked at and not taken, with the reason, in plain sentences; at most twenty. */
  rejected: string[]
}

/** Sentences in a row of one document under one heading: what is indexed and found. */
export type Passage = {
  /** 0-based, in reading order. */
  position: number
  /** Headings above it, outermost first. */
  heading: string[]
  /** Equals the document text from `start` to `end`. */
  text: string
  start: number
  end: number
  /** Number of the page that its first paragraph begins on, from 1, in formats that have pages. */
  page?: number
}

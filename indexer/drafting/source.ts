/** What is to be drafted, and what comes of it: the shapes that pass between threads. No behavior. */
import type { DocumentDraft, PassageDraft } from '../../engine/drafts.ts'
import type { DocumentRecord } from '../../engine/schema.ts'
import type { Boilerplate } from '../boilerplate/leave-out.ts'
import type { Description, Metadata } from '../document.ts'
import type { IndexingErrorCode } from '../errors.ts'
import type { ReadOptions } from '../read/formats.ts'
import type { SignatureParts } from '../translations/signature.ts'

/** A file or a text that documents are to be made of. */
export type Source = {
  /** In its place. Where no format is given, it is told by what the file begins with, or by its name. */
  path: string
  place: string
  content: { absolutePath: string | Uint8Array; sizeBytes: number } | { text: string }
  /** Hash of the content. */
  contentHash: string
  /** Name of the format that it is read as. */
  format?: string
  options?: ReadOptions
  /** What is said about it from outside; goes before what it says about itself. */
  given?: Metadata
  /** Whether it is to be one document, be it a container: its own text then. */
  isSingle?: boolean
  /** Documents inside of it that are known, by path in the place, with their hashes: those are only named. */
  known?: ReadonlyMap<string, string>
  /** What many documents of its place have, which is left out. Absent where it is not looked for. */
  boilerplate?: Boilerplate
  /** Paths of the only documents in it that are to be drafted; the others are only named. Default: all. */
  only?: ReadonlySet<string>
  /** Whether it is only looked at: documents are named with their hashes, and not drafted. */
  isLookedAt?: boolean
  /** Whether drafts come with the whole of what was found out about them. */
  isExplained?: boolean
}

/** A document that a source gives, or had to give. */
export type Drafted = {
  /** In the place: the source's, with the path inside of it where that is a container. */
  path: string
  /** Name of its format; empty if there is none. */
  format: string
} & (
  | { draft: SourceDraft }
  /** It is known, or only looked at. */
  | { contentHash: string }
  | { failed: { code: IndexingErrorCode; message: string } }
)

/** A document before it has an id. */
export type SourceDraft = {
  document: Omit<DocumentDraft, 'id'>
  /** Fingerprints of what may be boilerplate in it; absent where it is not looked for. */
  fingerprints?: readonly number[]
  /** The id that it gives itself. */
  ownId?: string
  /** All of them, or of a long document a stream that is read once, before the next document is asked for. */
  passages: readonly PassageDraft[] | AsyncIterable<PassageDraft>
  /** What was found out about it, and what was not taken; where that was asked for. */
  description?: Description
  /** Complete when all passages have been read. */
  rest: SourceRest
}

/** What is only known of a document when it has been read to its end. */
export type SourceRest = {
  /** Plain sentences about what is odd. */
  warnings: string[]
  parts?: SignatureParts
  /** What near copies are found by. */
  sketch?: Pick<DocumentRecord, 'copyMarks' | 'sketch'>
}

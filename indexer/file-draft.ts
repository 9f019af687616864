/** Drafts of a place's files get ids that no other file has. */
import type { Draft } from '../engine/drafts.ts'
import type { RunPaths } from './copies/paths.ts'
import { type Describing, signatureFields } from './describing.ts'
import type { SourceDraft } from './drafting/source.ts'
import type { KnownDocument } from './known.ts'
import { documentId } from './record.ts'

/** Gives the draft of a file its id: the one that the index knows it by, its own, or one made of its path. */
export function fileDraft(
  drafted: SourceDraft,
  known: KnownDocument | undefined,
  paths: RunPaths,
  describing: Describing,
): Draft {
  const { ownId, rest, document } = drafted
  const { path, place } = document
  const wanted = known?.id ?? documentId(ownId ?? path)
  const owner = paths.holder(wanted, path)
  if (owner !== undefined && ownId !== undefined) {
    rest.warnings.push(`front matter id ignored: ${owner} has it, too`)
  }
  const id = owner === undefined ? wanted : freeId(place, path, (id) => paths.holder(id, path) !== undefined)
  paths.put(path, id)
  return identified(drafted, id, describing)
}

/** A draft with its id: what the writer takes. */
export function identified(
  { document, passages, rest }: SourceDraft,
  id: string,
  describing: Pick<Describing, 'bridge' | 'isKnown'>,
): Draft {
  return {
    document: { ...document, id },
    passages,
    finish: (terms) => ({
      ...signatureFields(rest.parts, document.lang, terms, describing),
      ...rest.sketch,
    }),
  }
}

/** An id for a file whose usual id is that of another document. */
export function freeId(place: string, path: string, isTaken: (id: string) => boolean): string {
  let id = documentId(`${place}\n${path}`)
  for (let copy = 2; isTaken(id); copy += 1) id = documentId(`${place}\n${path}\n${copy}`)
  return id
}

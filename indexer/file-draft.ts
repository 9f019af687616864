/** Drafts of a place's files get ids that no other file has. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dirname } from 'node:path/posix'
import type { Draft } from '../engine/drafts.ts'
import { type Describing, signatureFields } from './describing.ts'
import type { SourceDraft } from './drafting/source.ts'
import type { KnownDocument } from './known.ts'
import type { Target } from './places.ts'
import { documentId } from './record.ts'

/** Which file an id belongs to. */
export type Owners = {
  /** The path of another file that has an id, and still exists. */
  other: (id: string, path: string) => string | undefined
  /** Notes that a file has an id. */
  take: (id: string, path: string) => void
  /** Whether a file of this run has an id. */
  isPut: (id: string) => boolean
}

/** The owners of ids at the start of a run. */
export function ownersOf(before: ReadonlyMap<string, KnownDocument>, target: Target): Owners {
  const paths = new Map<string, string>()
  const earlier = new Map([...before.values()].map(({ id, path }) => [id, path]))
  const exists = (path: string): boolean => {
    // Of what stands in a container, the container must be there.
    for (let file = path.slice(target.prefix.length); file !== '.'; file = dirname(file)) {
      if (existsSync(join(target.root, file))) return true
    }
    return false
  }
  return {
    other: (id, path) => {
      const owner = paths.get(id) ?? earlier.get(id)
      if (owner === undefined || owner === path) return undefined
      return paths.has(id) || exists(owner) ? owner : undefined
    },
    take: (id, path) => {
      paths.set(id, path)
    },
    isPut: (id) => paths.has(id),
  }
}

/** Gives the draft of a file its id: the one that the index knows it by, its own, or one made of its path. */
export function fileDraft(
  drafted: SourceDraft,
  known: KnownDocument | undefined,
  owners: Owners,
  describing: Describing,
): Draft {
  const { ownId, rest, document } = drafted
  const { path, place } = document
  const wanted = known?.id ?? documentId(ownId ?? path)
  const owner = owners.other(wanted, path)
  if (owner !== undefined && ownId !== undefined) {
    rest.warnings.push(`front matter id ignored: ${owner} has it, too`)
  }
  const id = owner === undefined ? wanted : documentId(`${place}\n${path}`)
  owners.take(id, path)
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
    finish: (terms) => signatureFields(rest.parts, document.lang, terms, describing),
  }
}

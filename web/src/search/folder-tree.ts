/** Folders as the facet counts them, each with its path, put into each other. */
import type { FacetBucket } from '@bifora/client'

/** A folder with those directly within it. */
export type Folder = FacetBucket & { name: string; folders: Folder[] }

/** The outermost folders, with all others within them. One whose parent was not counted stands outermost. */
export function folderTree(buckets: readonly FacetBucket[]): Folder[] {
  const byPath = new Map(
    buckets.map((bucket) => [bucket.value, { ...bucket, name: bucket.value, folders: [] as Folder[] }]),
  )
  const outermost: Folder[] = []
  for (const folder of byPath.values()) {
    const slash = folder.value.lastIndexOf('/')
    const parent = slash === -1 ? undefined : byPath.get(folder.value.slice(0, slash))
    if (parent === undefined) outermost.push(folder)
    else {
      folder.name = folder.value.slice(slash + 1)
      parent.folders.push(folder)
    }
  }
  return outermost
}

/** Whether a folder, or one within it, is chosen. */
export function hasChosen({ selected, folders }: Folder): boolean {
  return selected || folders.some(hasChosen)
}

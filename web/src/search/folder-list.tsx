/** The folders that documents stand in, as a tree. */
import type { SearchResponse } from '@bifora/client'
import { useState } from 'preact/hooks'
import type { Search } from '../address.ts'
import { useWords } from '../settings.tsx'
import { FacetValue } from './facet-value.tsx'
import { type Folder, folderTree, hasChosen } from './folder-tree.ts'
import { searchWords } from './words.ts'

/** The tree. */
export function FolderList({ search, answer }: { search: Search; answer: SearchResponse | undefined }) {
  const words = useWords(searchWords)
  return (
    <fieldset class="facet">
      <legend>{words.filter.folder}</legend>
      <Folders search={search} folders={folderTree(answer?.facets.folder?.buckets ?? [])} />
    </fieldset>
  )
}

function Folders({ search, folders }: { search: Search; folders: readonly Folder[] }) {
  return (
    <ul class="facet-values">
      {folders.map((folder) => (
        <FolderItem key={folder.value} search={search} folder={folder} />
      ))}
    </ul>
  )
}

function FolderItem({ search, folder }: { search: Search; folder: Folder }) {
  const words = useWords(searchWords)
  const [isOpen, setOpen] = useState(folder.folders.some(hasChosen))
  return (
    <li>
      <div class="folder">
        <FacetValue filter="folder" search={search} bucket={folder} name={folder.name} />
        {folder.folders.length > 0 && (
          <button
            type="button"
            class="folder-open"
            aria-expanded={isOpen}
            aria-label={`${words.open} ${folder.name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? '−' : '+'}
          </button>
        )}
      </div>
      {isOpen && <Folders search={search} folders={folder.folders} />}
    </li>
  )
}

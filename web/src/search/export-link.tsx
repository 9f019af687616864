/** All matches as a file. */
import type { ExportFormat } from '@bifora/client'
import { useState } from 'preact/hooks'
import { type Search, searchQuery } from '../address.ts'
import { serviceUrl, useClient } from '../api.tsx'
import { useSettings, useWords } from '../settings.tsx'
import { saveAs } from '../shown/save-as.ts'
import { criteriaOf } from './use-search.ts'
import { searchWords } from './words.ts'

const ENDINGS: Record<ExportFormat, string> = { csv: 'csv', ris: 'ris', bibtex: 'bib' }

type ExportLinkProps = { format: ExportFormat; label: string; search: Search }

/** A link, which the browser saves as it comes. A link carries no key, so with one the file is fetched first. */
export function ExportLink({ format, label, search }: ExportLinkProps) {
  const words = useWords(searchWords)
  const { key } = useSettings()
  const client = useClient()
  const [state, setState] = useState<string>()
  const name = `bifora.${ENDINGS[format]}`
  const query = searchQuery(criteriaOf(search))
  const address = `${serviceUrl}/v1/export${query === '' ? '?' : `${query}&`}format=${format}`
  if (key === '') {
    return (
      <a href={address} download={name}>
        {label}
      </a>
    )
  }
  const fetchFile = async () => {
    setState(words.exporting)
    try {
      const answer = await client.exportFile(format, criteriaOf(search))
      saveAs(await answer.blob(), name)
      setState(undefined)
    } catch (error) {
      setState((error as Error).message)
    }
  }
  return (
    <span>
      <button type="button" class="plain-button" onClick={fetchFile}>
        {label}
      </button>{' '}
      <span role="status">{state}</span>
    </span>
  )
}

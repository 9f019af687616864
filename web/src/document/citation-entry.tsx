/** A citation for a program that keeps references: to be copied, or saved as a file. */
import type { CitationParams } from '@bifora/client'
import { useState } from 'preact/hooks'
import { useClient } from '../api.tsx'
import { useWords } from '../settings.tsx'
import { CopyButton } from '../shown/copy-button.tsx'
import { saveAs } from '../shown/save-as.ts'
import { documentWords } from './words.ts'

type CitationEntryProps = {
  id: string
  format: NonNullable<CitationParams['format']>
  label: string
  /** Of the file's name. */
  ending: string
  /** The day on which the document is read, YYYY-MM-DD. */
  accessed: string
}

/** A format with what can be done with it. The service writes the entry when it is wanted. */
export function CitationEntry({ id, format, label, ending, accessed }: CitationEntryProps) {
  const words = useWords(documentWords)
  const client = useClient()
  const [problem, setProblem] = useState('')
  const entry = () => client.citation(id, { format, accessed })
  const save = async () => {
    setProblem('')
    try {
      saveAs(new Blob([await entry()]), `${id}.${ending}`)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <li class="row">
      <span class="citation-format">{label}</span>
      <CopyButton text={entry} label={label} isSmall />
      <button type="button" class="plain-button" onClick={save}>
        {words.save}
        <span class="unseen"> {label}</span>
      </button>
      <span role="status">{problem}</span>
    </li>
  )
}

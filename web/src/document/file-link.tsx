/** Where the original file of a document is saved from, and what happens where there is none. */
import { BiforaError, type DocumentResponse } from '@bifora/client'
import { useState } from 'preact/hooks'
import { useClient } from '../api.tsx'
import { useWords } from '../settings.tsx'
import { saveAs } from '../shown/save-as.ts'
import { documentWords } from './words.ts'

/** A link that saves the file. It is asked for with the key of the page, which a plain link would not have. */
export function FileLink({ document: { id, path } }: { document: DocumentResponse }) {
  const words = useWords(documentWords)
  const client = useClient()
  const [problem, setProblem] = useState('')
  const save = async (event: MouseEvent) => {
    event.preventDefault()
    setProblem('')
    try {
      const file = await client.file(id)
      saveAs(await file.blob(), path.split('/').at(-1) ?? id)
    } catch (error) {
      const { status, title } = error instanceof BiforaError ? error : { status: 0, title: String(error) }
      setProblem(status === 404 ? words.fileNone : status === 410 ? words.fileGone : title)
    }
  }
  return (
    <>
      <a href={client.fileUrl(id)} onClick={save}>
        {words.file}
      </a>
      <p class="small" role="status">
        {problem}
      </p>
    </>
  )
}

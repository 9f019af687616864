/** Where files are dropped, anywhere on the page, or chosen. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../settings.tsx'
import { chosenFiles, droppedFiles, type Found } from './dropped.ts'
import { ACCEPTED } from './media-types.ts'
import { addWords } from './words.ts'

/** The zone. */
export function DropZone({ add, isReady }: { add: (found: readonly Found[]) => void; isReady: boolean }) {
  const words = useWords(addWords)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const isOver = useDrop(add)
  useEffect(() => {
    // No attribute that types know, but one that browsers do.
    folder.current?.setAttribute('webkitdirectory', '')
  }, [])
  const take = (input: HTMLInputElement): void => {
    add(chosenFiles(input.files))
    // So that the same file can be chosen again.
    input.value = ''
  }
  return (
    <div class={isOver ? 'drop-zone over' : 'drop-zone'} aria-busy={!isReady}>
      <p class="drop-zone-words">{isOver ? words.dropNow : words.drop}</p>
      <p class="row drop-zone-choose">
        <span class="soft">{words.or}</span>
        <button type="button" class="button primary" onClick={() => files.current?.click()}>
          {words.chooseFiles}
        </button>
        <button type="button" class="button" onClick={() => folder.current?.click()}>
          {words.chooseFolder}
        </button>
      </p>
      <input
        ref={files}
        type="file"
        multiple
        accept={ACCEPTED}
        hidden
        aria-label={words.chooseFiles}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={words.chooseFolder}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <p class="soft small">{words.formats}</p>
    </div>
  )
}

/** Takes what is dropped on the page, which would be left for it otherwise. Says whether files are held over it. */
function useDrop(add: (found: readonly Found[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const taking = useRef(add)
  taking.current = add
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (event.dataTransfer === null || !hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      droppedFiles(event.dataTransfer).then((found) => taking.current(found))
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}

/** A button that copies a text, and says so. */
import { useState } from 'preact/hooks'
import { useWords } from '../settings.tsx'
import { shownWords } from './words.ts'

type CopyButtonProps = {
  /** Made when it is copied. */
  text: () => string
  label: string
  isSmall?: boolean
}

/** The button. */
export function CopyButton({ text, label, isSmall = false }: CopyButtonProps) {
  const words = useWords(shownWords)
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      // Over plain http the browser has no clipboard but on this machine.
      await navigator.clipboard.writeText(text())
      setSaid(words.copied)
    } catch {
      setSaid(words.notCopied)
    }
  }
  return (
    <span class="row">
      <button type="button" class={isSmall ? 'plain-button small' : 'button'} onClick={copy}>
        {isSmall ? (
          <>
            {words.copy}
            <span class="unseen"> {label}</span>
          </>
        ) : (
          label
        )}
      </button>
      <span class="small" role="status">
        {said}
      </span>
    </span>
  )
}

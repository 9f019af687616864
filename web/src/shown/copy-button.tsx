/** A button that copies a text, and says so. */
import { useState } from 'preact/hooks'
import { useWords } from '../settings.tsx'
import { shownWords } from './words.ts'

type CopyButtonProps = {
  /** Made when it is copied; asked of the service, maybe. */
  text: () => string | Promise<string>
  label: string
  isSmall?: boolean
}

/** The button. */
export function CopyButton({ text, label, isSmall = false }: CopyButtonProps) {
  const words = useWords(shownWords)
  const [said, setSaid] = useState('')
  const copy = async () => {
    let made: string
    try {
      made = await text()
    } catch (error) {
      // Of what was asked for: our own texts are there.
      return setSaid((error as Error).message)
    }
    try {
      // Over plain http the browser has no clipboard but on this machine.
      await navigator.clipboard.writeText(made)
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

/** Keys that work in every view, and the list of all. */
import { useEffect, useRef } from 'preact/hooks'
import { useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import { frameWords } from './words.ts'

/** Listens to `?` and `/`, and shows what the keys do. */
export function Shortcuts() {
  const words = useWords(frameWords)
  const { address, go } = useNavigation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '?') dialog.current?.showModal()
      if (event.key !== '/' || dialog.current?.open) return
      event.preventDefault()
      if (address.view.name !== 'search') go({ ...address, view: { name: 'search' } })
      // After the view is drawn, where it was another.
      requestAnimationFrame(() => document.getElementById('query')?.focus())
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [address, go])
  return (
    <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{words.shortcuts}</h2>
      <dl>
        {words.keys.map(([keys, what]) => [
          <dt key={keys}>
            <kbd>{keys}</kbd>
          </dt>,
          <dd key={what}>{what}</dd>,
        ])}
      </dl>
      <form method="dialog">
        <button type="submit" class="button">
          {words.close}
        </button>
      </form>
    </dialog>
  )
}

/** Whether a key goes into a field. */
export function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
  )
}

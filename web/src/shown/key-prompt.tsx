/** What is needed to write, where the right to is missing, and a box for a key. */
import { useRef } from 'preact/hooks'
import { useSettings, useWords } from '../settings.tsx'
import './key-prompt.css'
import { keyWords } from './key-words.ts'

/** Says it. `type`: why one was refused, as the service has it: `/problems/key-missing`. */
export function KeyPrompt({ type }: { type: string }) {
  const words = useWords(keyWords)
  const { set } = useSettings()
  const field = useRef<HTMLInputElement>(null)
  const reason = words.reasons[type.replace('/problems/', '') as keyof typeof words.reasons]
  const take = (event: Event): void => {
    event.preventDefault()
    const key = field.current?.value.trim() ?? ''
    if (key !== '') set({ key })
  }
  return (
    <div class="notice key-prompt">
      <p>
        <strong>{words.title}</strong>
      </p>
      <p>{reason ?? words.reasons['key-missing']}</p>
      {type.endsWith('writing-closed') && (
        <ul>
          {words.ways.map(([what, command]) => (
            <li key={command}>
              {what} <code>{command}</code>
            </li>
          ))}
        </ul>
      )}
      <form class="row" onSubmit={take}>
        <label class="key-prompt-field">
          {words.key}
          <input ref={field} class="field" type="password" autocomplete="off" required />
        </label>
        <button type="submit" class="button primary">
          {words.use}
        </button>
      </form>
      <p class="soft small">{words.hint}</p>
    </div>
  )
}

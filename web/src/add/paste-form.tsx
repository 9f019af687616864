/** A text that is pasted, with what is known of it. */
import { useId, useRef, useState } from 'preact/hooks'
import { useWords } from '../settings.tsx'
import { typedDate } from '../shown/typed-date.ts'
import { itemOfText, type Pasted } from './items.ts'
import { uploads } from './use-uploads.ts'
import { addWords } from './words.ts'

const NOTHING: Pasted = { text: '', title: '', date: '', source: '' }

/** The form. */
export function PasteForm() {
  const words = useWords(addWords)
  const [pasted, setPasted] = useState(NOTHING)
  const [problem, setProblem] = useState<'noText' | 'badDate'>()
  const text = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const set = (change: Partial<Pasted>): void => setPasted({ ...pasted, ...change })
  const add = (event: Event): void => {
    event.preventDefault()
    const date = typedDate(pasted.date)
    const wrong =
      pasted.text.trim() === ''
        ? 'noText'
        : pasted.date.trim() !== '' && date === undefined
          ? 'badDate'
          : undefined
    setProblem(wrong)
    if (wrong === 'noText') text.current?.focus()
    if (wrong !== undefined) return
    const given = { ...pasted, title: pasted.title.trim(), source: pasted.source.trim(), date: date ?? '' }
    uploads.add([itemOfText(given, words.untitled)])
    setPasted(NOTHING)
  }
  const line = (name: 'title' | 'date' | 'source', label: string, placeholder: string, maxLength: number) => (
    <label>
      {label} <span class="soft small">{words.optional}</span>
      <input
        class="field"
        value={pasted[name]}
        placeholder={placeholder}
        maxLength={maxLength}
        autocomplete="off"
        aria-invalid={name === 'date' && problem === 'badDate'}
        aria-describedby={name === 'date' ? id : undefined}
        onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
      />
    </label>
  )
  return (
    <details class="paste">
      <summary>{words.paste}</summary>
      <form class="paste-form" onSubmit={add}>
        <label class="paste-text">
          {words.text}
          <textarea
            ref={text}
            class="field"
            rows={8}
            value={pasted.text}
            aria-invalid={problem === 'noText'}
            aria-describedby={id}
            onInput={({ currentTarget }) => set({ text: currentTarget.value })}
          />
        </label>
        {line('title', words.textTitle, '', 1000)}
        {line('source', words.textSource, '', 1000)}
        {line('date', words.textDate, words.dateHint, 10)}
        <p id={id} class="paste-problem" role="alert">
          {problem !== undefined && words[problem]}
        </p>
        <button type="submit" class="button primary">
          {words.addText}
        </button>
      </form>
    </details>
  )
}

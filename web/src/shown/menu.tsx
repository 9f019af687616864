/** What stands behind a button: a `<details>` that Escape closes. */
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import './menu.css'

type MenuProps = {
  label: ComponentChildren
  /** Class of the whole; its panel has the same with `-panel` behind it. */
  class: string
  children: ComponentChildren
}

/** The button with its panel. Escape gives the focus back to the button. */
export function Menu({ label, class: name, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return
    event.stopPropagation()
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  return (
    <details class={`menu ${name}`} ref={details} onKeyDown={closeOnEscape}>
      <summary class="button">{label}</summary>
      <div class={`${name}-panel panel`}>{children}</div>
    </details>
  )
}

/**
 * The keys of a text field that suggests (an editable combobox with a list, as in the ARIA Authoring Practices): arrows go
 * through the options, Enter takes the one that is marked, Escape closes the list. The field keeps the focus.
 */
import { useEffect, useState } from 'preact/hooks'

/** What the field and its list have to be given. */
export type Combobox = {
  isOpen: boolean
  /** The option that is marked; -1: none. */
  active: number
  open: () => void
  close: () => void
  /** Handles a key of the field; true if it was meant for the list. */
  onKey: (event: KeyboardEvent) => boolean
}

/**
 * A combobox over options.
 *
 * @param count how many options there are; the list is closed while there are none
 * @param choose is given the number of the option that was taken
 */
export function useCombobox(count: number, choose: (option: number) => void): Combobox {
  const [wantsOpen, setWantsOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const isOpen = wantsOpen && count > 0
  // Other options, and none of them is marked.
  useEffect(() => setActive(-1), [count])
  const close = () => {
    setWantsOpen(false)
    setActive(-1)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false
    if (event.key === 'ArrowDown') setActive(active + 1 >= count ? -1 : active + 1)
    else if (event.key === 'ArrowUp') setActive(active === -1 ? count - 1 : active - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && active !== -1) {
      choose(active)
      close()
    } else return false
    event.preventDefault()
    return true
  }
  return { isOpen, active, open: () => setWantsOpen(true), close, onKey }
}

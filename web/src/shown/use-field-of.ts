/** A field whose text is the address's, until somebody types. */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * For an `<input ref={…}>` without a `value`: it shows the value whenever that changes. With a `value` it would lose what
 * is being typed as soon as the view is drawn for another reason, such as an answer that comes.
 */
export function useFieldOf(value: string): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current !== null) field.current.value = value
  }, [value])
  return field
}

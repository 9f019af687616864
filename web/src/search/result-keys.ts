/** Going through results by the arrow keys. */

const RESULTS = '.result-title'

/** Puts the focus on the title of a result, by its number from 0; false if there is none. */
export function focusResult(number: number): boolean {
  const result = document.querySelectorAll<HTMLElement>(RESULTS)[number]
  result?.focus()
  return result !== undefined
}

/** Goes to the result after or before the one that has the focus; before the first is the field of the query. */
export function onResultKey(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches(RESULTS)) return
  event.preventDefault()
  const number = [...document.querySelectorAll(RESULTS)].indexOf(event.target) + step
  if (number < 0) document.getElementById('query')?.focus()
  else focusResult(number)
}

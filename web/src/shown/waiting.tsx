/** What stands where something is still to come. */
import { useWords } from '../settings.tsx'
import './waiting.css'
import { shownWords } from './words.ts'

/** Says so, quietly, once it takes longer than one notices. */
export function Waiting() {
  return <p class="waiting soft">{useWords(shownWords).loading}</p>
}

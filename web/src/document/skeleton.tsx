/** The shape of a document before it is there. */

import { useWords } from '../settings.tsx'
import { useSlow } from '../shown/use-slow.ts'
import './skeleton.css'
import { documentWords } from './words.ts'

/** Title, facts and the beginning of a text. */
export function DocumentSkeleton() {
  const words = useWords(documentWords)
  const isSlow = useSlow(true)
  return (
    <>
      <div class="document-head" aria-hidden="true">
        <div class="bone bone-title" />
        <div class="bone" />
        <div class="bone bone-short" />
      </div>
      <p class="soft" role="status">
        {isSlow ? words.loading : '\u00a0'}
      </p>
      <TextSkeleton />
    </>
  )
}

/** Some lines. */
export function TextSkeleton() {
  return (
    <div class="bones" aria-hidden="true">
      {[100, 94, 98, 60, 0, 97, 91, 99, 95, 40].map((width, line) => (
        <div key={line} class={width === 0 ? 'bone-gap' : 'bone'} style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  )
}

/** Why a document was found: for each word that matches, what it was found for. Told to all, not only to a mouse. */
import type { SearchHit } from '@bifora/client'
import { useWords } from '../settings.tsx'
import { type Expansion, useReason } from '../shown/marked-text.tsx'
import { type Found, foundWords } from './found-words.ts'
import { searchWords } from './words.ts'

/** The explanation, behind its question; nothing where nothing is marked. */
export function Why({ hit, expansions }: { hit: SearchHit; expansions: readonly Expansion[] }) {
  const words = useWords(searchWords)
  const found = foundWords(hit)
  if (found.length === 0) return null
  return (
    <details class="why small no-print">
      <summary>{words.why}</summary>
      <ul>
        {found.map((one) => (
          <Reason key={one.text} found={one} expansion={expansions.find(({ id }) => id === one.expansion)} />
        ))}
      </ul>
    </details>
  )
}

function Reason({
  found: { text, expansion: id },
  expansion,
}: {
  found: Found
  expansion: Expansion | undefined
}) {
  const words = useWords(searchWords)
  const reason = useReason(expansion)
  return (
    <li>
      <mark class={id === undefined ? '' : 'through'}>{text}</mark> {reason ?? words.asItIs}
    </li>
  )
}

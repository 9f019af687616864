/** The page: a frame that all views share, and the view that the address names. */

import { AddPage } from './add/add-page.tsx'
import type { View } from './address.ts'
import { CoveragePage } from './coverage/coverage-page.tsx'
import { DocumentPage } from './document/document-page.tsx'
import { Header } from './frame/header.tsx'
import { Shortcuts } from './frame/shortcuts.tsx'
import { frameWords } from './frame/words.ts'
import { LexiconPage } from './lexicon/lexicon-page.tsx'
import { useNavigation } from './navigation.tsx'
import { SearchPage } from './search/search-page.tsx'
import { useWords } from './settings.tsx'

/** The whole page. */
export function App() {
  const words = useWords(frameWords)
  const { view } = useNavigation().address
  return (
    <>
      <a class="skip" href="#content" onClick={focusContent}>
        {words.skip}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <Shown view={view} />
      </main>
      <Shortcuts />
    </>
  )
}

function Shown({ view }: { view: View }) {
  if (view.name === 'document') return <DocumentPage key={view.id} id={view.id} />
  if (view.name === 'coverage') return <CoveragePage />
  if (view.name === 'lexicon') return <LexiconPage word={view.word} />
  if (view.name === 'add') return <AddPage />
  return <SearchPage />
}

/** By hand, since the page has a <base>: a link to `#content` would leave for another address. */
function focusContent(event: Event): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

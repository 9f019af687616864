/** The head of every view: its name, the views, settings. */
import type { View } from '../address.ts'
import { serviceUrl } from '../api.tsx'
import { Link, useNavigation } from '../navigation.tsx'
import { useWords } from '../settings.tsx'
import './header.css'
import { SettingsMenu } from './settings-menu.tsx'
import { frameWords } from './words.ts'

/** The head of every view. */
export function Header() {
  const words = useWords(frameWords)
  const { address } = useNavigation()
  const { view, search } = address
  /** `rest`: what a small screen has no room for, though readers of screens are told. */
  const views: { label: string; rest?: string; to: View }[] = [
    { label: words.search, to: { name: 'search' } },
    { label: words.coverage, to: { name: 'coverage' } },
    { label: words.lexicon, to: { name: 'lexicon', word: search.q ?? '' } },
    { ...words.add, to: { name: 'add' } },
  ]
  return (
    <header class="header no-print">
      <Link class="brand" to={{ view: { name: 'search' }, search: {} }}>
        <svg aria-hidden="true" viewBox="0 0 32 32" width="28" height="28">
          <path class="brand-arch" d="M3 30V15a13 13 0 0 1 26 0v15z" />
          <path class="brand-left" d="M7 28V17.5a4 4 0 0 1 8 0V28z" />
          <path class="brand-right" d="M17 28V17.5a4 4 0 0 1 8 0V28z" />
        </svg>
        Bifora
      </Link>
      <nav aria-label={words.views}>
        <ul class="views">
          {views.map(({ label, rest, to }) => (
            <li key={to.name}>
              <Link to={{ view: to, search }} aria-current={to.name === view.name ? 'page' : undefined}>
                {label}
                {rest && <span class="unseen-on-phones"> {rest}</span>}
              </Link>
            </li>
          ))}
          <li>
            <a href={`${serviceUrl}/docs`}>{words.api}</a>
          </li>
        </ul>
      </nav>
      <SettingsMenu />
    </header>
  )
}

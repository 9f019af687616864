/** Puts the page into its document. */
import { render } from 'preact'
// Before the views, whose own styles go further.
import './styles/tokens.css'
import './styles/base.css'
import './styles/plain.css'

import { App } from './app.tsx'
import { NavigationProvider } from './navigation.tsx'
import { SettingsProvider } from './settings.tsx'

const root = document.getElementById('page')
if (root !== null) {
  render(
    <SettingsProvider>
      <NavigationProvider>
        <App />
      </NavigationProvider>
    </SettingsProvider>,
    root,
  )
}

/** Puts the page into its document. */
import { render } from 'preact'
import { App } from './app.tsx'
import { NavigationProvider } from './navigation.tsx'
import { SettingsProvider } from './settings.tsx'
import './styles/tokens.css'
import './styles/base.css'

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

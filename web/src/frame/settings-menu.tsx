/** What people set, behind one button. */
import { type Language, type Theme, useSettings, useWords } from '../settings.tsx'
import { Menu } from '../shown/menu.tsx'
import { frameWords } from './words.ts'

const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'it', label: 'Italiano' },
  { value: 'en', label: 'English' },
]

/** Language, theme and key. */
export function SettingsMenu() {
  const words = useWords(frameWords)
  const { language, theme, key, set } = useSettings()
  return (
    <Menu class="settings" label={words.settings}>
      <fieldset>
        <legend>{words.language}</legend>
        {LANGUAGES.map(({ value, label }) => (
          <label key={value} lang={value}>
            <input
              type="radio"
              name="language"
              checked={language === value}
              onChange={() => set({ language: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.theme}</legend>
        {Object.entries(words.themes).map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => set({ theme: value as Theme })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {/* A form of its own, as browsers want it for secrets. */}
      <form onSubmit={(event) => event.preventDefault()}>
        <label class="settings-key">
          {words.key}
          <input
            class="field"
            type="password"
            autocomplete="off"
            value={key}
            aria-describedby="key-hint"
            onChange={({ currentTarget }) => set({ key: currentTarget.value.trim() })}
          />
          <span id="key-hint" class="soft small">
            {words.keyHint}
          </span>
        </label>
      </form>
    </Menu>
  )
}

/** What people set on the page, kept in their browser: language of the interface, light or dark, a key. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'

/** Languages of the interface. */
export type Language = 'it' | 'en'
/** `auto`: as the system has it. */
export type Theme = 'auto' | 'light' | 'dark'

/** What people set. */
export type Settings = {
  language: Language
  theme: Theme
  /** Key of the service; empty: none. It is forgotten with the tab. */
  key: string
  set: (change: Partial<Pick<Settings, 'language' | 'theme' | 'key'>>) => void
}

const SettingsContext = createContext<Settings | undefined>(undefined)

/** Gives the settings to all within, and puts language and theme on the page. */
export function SettingsProvider({ children }: { children: ComponentChildren }) {
  const [values, setValues] = useState(() => ({
    language: readLanguage(),
    theme: readTheme(),
    key: kept(sessionStorage, 'key') ?? '',
  }))
  useEffect(() => {
    document.documentElement.lang = values.language
    document.documentElement.dataset.theme = values.theme
  }, [values])
  const settings = useMemo<Settings>(
    () => ({
      ...values,
      set: (change) => {
        if (change.language !== undefined) keep(localStorage, 'language', change.language)
        if (change.theme !== undefined) keep(localStorage, 'theme', change.theme)
        if (change.key !== undefined) keep(sessionStorage, 'key', change.key)
        setValues({ ...values, ...change })
      },
    }),
    [values],
  )
  return <SettingsContext.Provider value={settings}>{children}</SettingsContext.Provider>
}

/** What people set. */
export function useSettings(): Settings {
  const settings = useContext(SettingsContext)
  if (settings === undefined) throw new Error('useSettings is for what stands inside a SettingsProvider')
  return settings
}

/** Texts of the interface in its language, out of a table that has both. */
export function useWords<T>(words: Record<Language, T>): T {
  return words[useSettings().language]
}

function readLanguage(): Language {
  const chosen = kept(localStorage, 'language')
  if (chosen === 'it' || chosen === 'en') return chosen
  const understood = navigator.languages.map((tag) => tag.slice(0, 2)).find((lang) => /^(it|en)$/.test(lang))
  return understood === 'it' ? 'it' : 'en'
}

function readTheme(): Theme {
  const chosen = kept(localStorage, 'theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

/** What was kept under a name; undefined where the browser keeps nothing. */
function kept(storage: Storage, name: string): string | undefined {
  try {
    return storage.getItem(`bifora.${name}`) ?? undefined
  } catch {
    // Storage may be switched off: the settings then last as long as the page.
    return undefined
  }
}

function keep(storage: Storage, name: string, value: string): void {
  try {
    storage.setItem(`bifora.${name}`, value)
  } catch {
    // As above.
  }
}

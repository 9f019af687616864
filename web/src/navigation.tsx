/** Moving about the page: the address of the moment, and links that change it without loading anything. */
import {
  type AnchorHTMLAttributes,
  type ComponentChildren,
  createContext,
  type TargetedMouseEvent,
} from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { type Address, readAddress, writeAddress } from './address.ts'

/** Where the page is, and how it goes elsewhere. */
export type Navigation = {
  address: Address
  /** Goes to an address. `replace`: without a step of its own to go back over, for what changes as one types. */
  go: (address: Address, how?: { replace?: boolean }) => void
}

const NavigationContext = createContext<Navigation | undefined>(undefined)
/** By itself, because it never changes: who only leads elsewhere is not drawn again with every address. */
const GoContext = createContext<Navigation['go'] | undefined>(undefined)

/** Gives the address to all within, and follows the browser's back and forward. */
export function NavigationProvider({ children }: { children: ComponentChildren }) {
  const [query, setQuery] = useState(location.search)
  useEffect(() => {
    const follow = () => setQuery(location.search)
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const go = useCallback<Navigation['go']>((address, { replace = false } = {}) => {
    const next = writeAddress(address)
    if (replace) history.replaceState(null, '', next)
    else if (next !== location.search) history.pushState(null, '', next)
    setQuery(next)
  }, [])
  const navigation = useMemo(() => ({ address: readAddress(query), go }), [query, go])
  return (
    <GoContext.Provider value={go}>
      <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>
    </GoContext.Provider>
  )
}

/** Where the page is. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === undefined)
    throw new Error('useNavigation is for what stands inside a NavigationProvider')
  return navigation
}

/** How one goes elsewhere, for what need not know where the page is. */
export function useGo(): Navigation['go'] {
  const go = useContext(GoContext)
  if (go === undefined) throw new Error('useGo is for what stands inside a NavigationProvider')
  return go
}

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'role'> & { to: Address }

/** A link to another state of the page. With a modifier key it opens like any other link. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const go = useGo()
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (!isPlain || event.defaultPrevented) return
    event.preventDefault()
    go(to)
    // A state further on begins at its top, as a page that is loaded does; going back is left to the browser.
    scrollTo({ top: 0, behavior: 'instant' })
  }
  return <a href={writeAddress(to)} onClick={follow} {...rest} />
}

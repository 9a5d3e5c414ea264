import { useEffect, useEffectEvent, useState } from 'react'
import { type Shared, unpacked } from './share.ts'

/** The drawing that the page's address brings, as soon as the screen is there, and when another link is opened in this tab. */
export function useShared(
  slug: string,
  onFound: (shared: Shared) => void,
): { readonly shared: Shared | undefined; readonly forget: () => void } {
  const [shared, setShared] = useState<Shared | undefined>(undefined)
  const look = useEffectEvent(() => {
    const found = unpacked(location.hash)
    if (found === undefined || found.slug !== slug) return
    setShared(found)
    onFound(found)
    // Once it is drawn the draft holds it: a reload must not bring it back over what was edited since.
    history.replaceState(history.state, '', location.pathname + location.search)
  })
  useEffect(() => {
    look()
    const onChange = () => look()
    addEventListener('hashchange', onChange)
    return () => removeEventListener('hashchange', onChange)
  }, [])
  return { shared, forget: () => setShared(undefined) }
}

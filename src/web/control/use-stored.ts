import { useCallback, useSyncExternalStore } from 'react'

/** A text that this browser remembers; undefined until something is stored, and while the server renders. */
export function useStored(key: string): readonly [string | undefined, (text: string) => void] {
  const subscribe = useCallback((changed: () => void) => {
    addEventListener('storage', changed)
    return () => removeEventListener('storage', changed)
  }, [])
  const text = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(key) ?? undefined,
    () => undefined,
  )
  const store = useCallback(
    (next: string) => {
      localStorage.setItem(key, next)
      // The browser tells the other tabs only.
      dispatchEvent(new StorageEvent('storage', { key }))
    },
    [key],
  )
  return [text, store]
}

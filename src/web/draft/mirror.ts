import type { Mirror } from './sync.ts'

const PREFIX = 'onsite:draft:'
const FORGOTTEN_AFTER_MS = 60 * 86_400_000

/** Keeps what a tab holds of an item's text. A full or refused storage is no reason to stop typing. */
export function keepMirror(storage: Storage, slug: string, tab: string, mirror: Mirror): void {
  try {
    storage.setItem(`${PREFIX}${slug}:${tab}`, JSON.stringify(mirror))
  } catch {
    // The server still gets the text.
  }
}

export function dropMirror(storage: Storage, slug: string, tab: string): void {
  storage.removeItem(`${PREFIX}${slug}:${tab}`)
}

/** The newest text that some tab held and the server may lack. Takes it over: the tab that wrote it is gone, or writes again at once. */
export function takeMirror(storage: Storage, slug: string, now: number): Mirror | undefined {
  const keys = Object.keys(storage).filter((key) => key.startsWith(`${PREFIX}${slug}:`))
  const found = keys.flatMap((key) => {
    const mirror = parseMirror(storage.getItem(key))
    if (mirror === undefined || now - mirror.at > FORGOTTEN_AFTER_MS) {
      storage.removeItem(key)
      return []
    }
    return [{ key, mirror }]
  })
  const newest = found.sort((a, b) => b.mirror.at - a.mirror.at)[0]
  if (newest === undefined) return undefined
  storage.removeItem(newest.key)
  return newest.mirror
}

function parseMirror(text: string | null): Mirror | undefined {
  try {
    const value = JSON.parse(text ?? '') as Partial<Mirror>
    if (typeof value.text !== 'string' || typeof value.revision !== 'number' || typeof value.at !== 'number') return undefined
    return {
      text: value.text,
      revision: value.revision,
      unsaved: value.unsaved !== false,
      at: value.at,
      aside: typeof value.aside === 'string' ? value.aside : undefined,
    }
  } catch {
    return undefined
  }
}

import { expect, test } from 'vitest'
import { dropMirror, keepMirror, takeMirror } from './mirror.ts'

/** A Storage as the browser's: entries are its own enumerable properties. */
function storage(): Storage {
  const entries: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => {
      entries[key] = value
    },
    removeItem: (key: string) => {
      delete entries[key]
    },
  }
  return new Proxy(entries, {
    get: (_, key) => methods[key as keyof typeof methods] ?? entries[key as string],
  }) as unknown as Storage
}

const mirror = (text: string, at: number) => ({ text, revision: 1, unsaved: true, aside: undefined, at })

test('the newest text of an item is taken over once', () => {
  const kept = storage()
  keepMirror(kept, 'stairs', 'tab-1', mirror('older', 1))
  keepMirror(kept, 'stairs', 'tab-2', mirror('newer', 2))
  keepMirror(kept, 'stairs-again', 'tab-1', mirror('of another item', 3))
  expect(takeMirror(kept, 'stairs', 10)?.text).toBe('newer')
  expect(takeMirror(kept, 'stairs', 10)?.text).toBe('older')
  expect(takeMirror(kept, 'stairs', 10)).toBeUndefined()
  expect(takeMirror(kept, 'stairs-again', 10)?.text).toBe('of another item')
})

test('what was saved is dropped, what is unreadable or two months old is forgotten', () => {
  const kept = storage()
  keepMirror(kept, 'stairs', 'tab', mirror('saved', 1))
  dropMirror(kept, 'stairs', 'tab')
  kept.setItem('onsite:draft:stairs:broken', '{"text":')
  keepMirror(kept, 'stairs', 'old', mirror('old', 0))
  expect(takeMirror(kept, 'stairs', 61 * 86_400_000)).toBeUndefined()
  expect(Object.keys(kept)).toEqual([])
})

test('a full storage does not stop the typing', () => {
  const full = {
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  } as unknown as Storage
  expect(() => keepMirror(full, 'stairs', 'tab', mirror('text', 1))).not.toThrow()
})

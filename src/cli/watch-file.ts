import { readFileSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Editors save in several steps (truncate, write, rename): what stands after this pause is what was meant. */
const QUIET_MS = 120

/**
 * Calls `onSave` with a file's text each time it was changed, one call at a time; of saves during a call only the last counts.
 * Watches the folder, since many editors put a new file in the old one's place. Resolves once the signal aborted and the last call is done.
 */
export async function watchFile(file: string, signal: AbortSignal, onSave: (text: string) => Promise<void>): Promise<void> {
  let known = read(file)
  let wake = () => {}
  const watcher = watch(dirname(file), (_, name) => {
    if (name === null || name === basename(file)) wake()
  })
  const stop = () => wake()
  signal.addEventListener('abort', stop)
  try {
    for (;;) {
      const text = read(file)
      if (text !== undefined && text !== known) {
        known = text
        await onSave(text)
        continue
      }
      if (signal.aborted) return
      await new Promise<void>((resolve) => {
        wake = resolve
        if (signal.aborted) resolve()
      })
      wake = () => {}
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
    }
  } finally {
    signal.removeEventListener('abort', stop)
    watcher.close()
  }
}

/** Undefined while an editor has the file away. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}

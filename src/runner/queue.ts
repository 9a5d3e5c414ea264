/** Lets a bounded number of tasks run at once, the others wait in order. */
export interface Queue {
  /** A place to run, to be given back; undefined when too many wait already. Rejects with the signal's reason when aborted while waiting. */
  enter(signal: AbortSignal): Promise<(() => void) | undefined>
}

/** `slots` run at once, at most `places` wait. */
export function createQueue(slots: number, places: number): Queue {
  const waiting: (() => void)[] = []
  let free = slots

  function leave(): void {
    const next = waiting.shift()
    if (next === undefined) free++
    else next()
  }
  function once(): () => void {
    let left = false
    return () => {
      if (left) return
      left = true
      leave()
    }
  }
  return {
    async enter(signal) {
      signal.throwIfAborted()
      if (free > 0) {
        free--
        return once()
      }
      if (waiting.length >= places) return undefined
      await new Promise<void>((resolve, reject) => {
        function go(): void {
          signal.removeEventListener('abort', give)
          resolve()
        }
        function give(): void {
          waiting.splice(waiting.indexOf(go), 1)
          reject(signal.reason)
        }
        waiting.push(go)
        signal.addEventListener('abort', give, { once: true })
      })
      return once()
    },
  }
}

/** Runs at most so many at once, first come first served; at most so many wait. */
export function createQueue(atOnce: number, waiting: number) {
  let running = 0
  const line: (() => void)[] = []

  /** Undefined at once when too many wait already. */
  function run<T>(work: () => Promise<T>): Promise<T> | undefined {
    if (running >= atOnce && line.length >= waiting) return undefined
    return turn().then(work).finally(next)
  }

  function turn(): Promise<void> {
    if (running < atOnce) {
      running++
      return Promise.resolve()
    }
    return new Promise((resolve) => line.push(resolve))
  }

  /** Hands the place on to who waits longest. */
  function next(): void {
    const first = line.shift()
    if (first === undefined) running--
    else first()
  }

  return { run }
}

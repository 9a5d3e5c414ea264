/** Lets a bounded number of tasks run at once; the others wait, and submitters take turns. */
export interface Queue {
  /**
   * A place to run, to be given back; undefined when too many wait already, at once. `submitter` is whose turn it takes:
   * undefined is this program itself, which queues as much as the queue holds. `onAhead` hears how many start before it while it
   * waits. Rejects with the signal's reason when aborted while waiting.
   */
  enter(signal: AbortSignal, submitter?: string, onAhead?: (ahead: number) => void): Promise<(() => void) | undefined>
}

export interface QueueSizes {
  /** Tasks that run at once. */
  readonly slots: number
  /** Tasks that wait, of everybody. */
  readonly places: number
  /** Tasks that wait, of one submitter, so that nobody fills the queue for all. */
  readonly placesEach: number
}

/** Room for a thousand submissions at once; a learner with 32 waiting has lost patience, not time. */
export const PLACES = { places: 1024, placesEach: 32 }

/** Who waits far back hears of every tenth step; the last ten are told one by one. */
const TOLD_ONE_BY_ONE = 10

interface Waiting {
  readonly go: () => void
  readonly onAhead: (ahead: number) => void
  told: number
}

/**
 * One lane a submitter, served in turn: between two tasks of a lane that waits, each other lane starts at most one. In a lane the
 * order is that of arrival. A lane that runs empty goes; when it comes back it stands last.
 */
export function createQueue({ slots, places, placesEach }: QueueSizes): Queue {
  const lanes = new Map<string | undefined, Waiting[]>() // in the order of their turns
  let free = slots

  function leave(): void {
    const [first] = lanes
    if (first === undefined) {
      free++
      return
    }
    const [submitter, lane] = first
    const next = lane.shift()
    lanes.delete(submitter)
    if (lane.length > 0) lanes.set(submitter, lane)
    tell()
    next?.go()
  }

  function isFull(submitter: string | undefined): boolean {
    if ([...lanes.values()].reduce((sum, lane) => sum + lane.length, 0) >= places) return true
    return submitter !== undefined && (lanes.get(submitter)?.length ?? 0) >= placesEach
  }

  /** Everybody hears their place, by walking through the turns as they will be taken. */
  function tell(): void {
    let ahead = 0
    let turning = [...lanes.values()]
    for (let round = 0; turning.length > 0; round++) {
      turning = turning.filter((lane) => lane.length > round)
      for (const lane of turning) {
        const waiting = lane[round]
        if (waiting === undefined) continue
        const moved = Math.abs(waiting.told - ahead)
        if (moved >= TOLD_ONE_BY_ONE || (moved > 0 && ahead < TOLD_ONE_BY_ONE)) {
          waiting.told = ahead
          waiting.onAhead(ahead)
        }
        ahead++
      }
    }
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
    async enter(signal, submitter, onAhead = () => undefined) {
      signal.throwIfAborted()
      if (free > 0) {
        free--
        return once()
      }
      if (isFull(submitter)) return undefined
      await new Promise<void>((resolve, reject) => {
        const waiting: Waiting = { go, onAhead, told: Number.POSITIVE_INFINITY }
        function go(): void {
          signal.removeEventListener('abort', giveUp)
          resolve()
        }
        function giveUp(): void {
          const lane = lanes.get(submitter)
          lane?.splice(lane.indexOf(waiting), 1)
          if (lane?.length === 0) lanes.delete(submitter)
          tell()
          reject(signal.reason)
        }
        const lane = lanes.get(submitter)
        if (lane === undefined) lanes.set(submitter, [waiting])
        else lane.push(waiting)
        signal.addEventListener('abort', giveUp, { once: true })
        tell()
      })
      return once()
    },
  }
}

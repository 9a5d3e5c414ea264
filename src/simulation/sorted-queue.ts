import type { EventQueue } from './event-queue.ts'

/** The dumb queue that the fast one is held against: an array in order. */
export class SortedQueue implements EventQueue {
  time = 0
  actor = 0
  a = 0
  b = 0
  private readonly events: { readonly time: number; readonly actor: number; readonly a: number; readonly b: number }[] = []

  get size(): number {
    return this.events.length
  }

  push(time: number, actor: number, a: number, b: number): void {
    let at = this.events.length
    while (at > 0 && (this.events[at - 1]?.time ?? 0) > time) at--
    this.events.splice(at, 0, { time, actor, a, b })
  }

  pop(): boolean {
    const event = this.events.shift()
    if (event === undefined) return false
    this.time = event.time
    this.actor = event.actor
    this.a = event.a
    this.b = event.b
    return true
  }
}

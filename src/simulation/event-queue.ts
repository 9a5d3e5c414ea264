/**
 * Events in order of time; of equal times, the one that was put in first. An event names who is called (`actor`) and carries two whole numbers.
 * `pop` moves the next event into the fields.
 */
export interface EventQueue {
  readonly size: number
  time: number
  actor: number
  a: number
  b: number
  push(time: number, actor: number, a: number, b: number): void
  /** False when there is none. */
  pop(): boolean
}

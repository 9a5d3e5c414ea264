import type { Socket } from 'node:net'

/** What one forked process may use. */
export interface Order {
  readonly cpuMs: number
  readonly wallMs: number
  readonly memoryBytes: number
  /** The most processes and threads; by default as many as a program reasonably wants. */
  readonly processes?: number
}

/** What the kernel counted of a forked process and all below it, from its start. */
export interface Figures {
  readonly cpuMs: number
  /** At the peak, beyond the warm interpreter's own. */
  readonly memoryBytes: number
}

/** How a forked process ended, by the kernel's word. `cause` says who ended it early and why. */
export interface Exit {
  readonly code: number | null
  readonly signal: number | null
  readonly cause: string | null
  readonly cpuMs: number
  /** Peak beyond the warm interpreter's own; null when nobody could tell. */
  readonly memoryBytes: number | null
  /** How long it was ready to run while the machine was busy with others, looked at when its time was up. */
  readonly delayedMs: number
  /** Of a judge: it had asked its candidate something and was waiting for the answer. */
  readonly waiting: boolean
  /** The zygote itself ended: nothing is known. */
  readonly lost: boolean
}

/** What a candidate prints. */
export function printedBy({ output }: Forked): Socket {
  if (output === undefined) throw new Error('this process does not print for us')
  return output
}

/** Where an interpreter's fork can be met by another: judges are. */
export interface Address {
  readonly socket: string
  readonly job: number
}

/** A forked process behind its walls, which waits for what it is to do. */
export interface Forked {
  readonly address: Address
  /** Its payload goes out here, and what it answers to us comes in: a judge's reports, the value of a run. */
  readonly orders: Socket
  /** What it prints; a judge's is nobody's concern. */
  readonly output: Socket | undefined
  readonly exit: Promise<Exit>
  /** Gives it its limits and its payload. Once. */
  begin(order: Order, payload: object): void
  /** Undefined when it has ended meanwhile. */
  measure(): Promise<Figures | undefined>
  kill(cause: string): void
  /** Closes our connections to it: nothing more of what it says is wanted. */
  release(): void
}

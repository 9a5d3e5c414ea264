import type { Fault } from '../domain/fault.ts'
import type { Histogram } from './histogram.ts'

/** Whoever is called when an event is due. */
export interface Actor {
  fire(a: number, b: number): void
}

/** What a component has done since the start of a run. */
export interface Totals {
  readonly entered: number
  /** Seconds at work, of each replica's servers together. */
  readonly worked: readonly number[]
  /** Seconds for which servers were there, all together. */
  readonly offered: number
  /** Servers of a replica. */
  readonly each: number
  /** How full it is now, where that says more than work. */
  readonly level?: number
  /** Seconds that all have waited together. */
  readonly waited: number
  /** Counts of its own; they only grow. */
  readonly counts: Readonly<Record<string, number>>
}

/** What is known of a component only at the end. */
export interface Whole {
  readonly longest: number
  readonly wait: Histogram
  /** Dollars an hour. */
  readonly price: number
}

/** A component at run time. */
export interface Part extends Actor {
  /** A task arrives. True: it goes on at once. False: it waits here, or has ended. */
  enter(task: number, isWrite: boolean): boolean
  /** A fault that names this component, or its zone, begins or ends. */
  suffer?(fault: Fault, isOn: boolean): void
  totals(now: number): Totals
  whole(): Whole
}

/** One that is held while further steps run. */
export interface Held {
  /** `amount`: how much of it. */
  release(task: number, isOk: boolean, amount: number): void
}

/** One whose tasks tell it when they end. */
export interface Owner {
  /** True: what the task did goes on elsewhere, and nobody is to count its end. */
  ended(task: number, isOk: boolean): boolean
}

/** Takes part of features that a route can make newer. */
export interface Refreshed {
  refresh(asOf: number, key: number): void
}

/** A cache, which forgets what is written elsewhere. */
export interface Forgetful {
  drop(task: number): void
  /** It was written elsewhere, and this is not told. */
  outdate(task: number): void
}

/** A part that is told when what a task did after its visit is done. False: the task waits there. */
export interface Finished {
  finish(task: number): boolean
}

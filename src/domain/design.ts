import type { Component } from './component.ts'
import type { Distribution } from './distribution.ts'
import type { Policy } from './policy.ts'

/** An architecture as data: its parts by name, and what each class of requests does in it. Times in seconds, money in dollars an hour. */
export interface Design {
  readonly components: Readonly<Record<string, Component>>
  /** By name of a class of requests, or of a queue for what its consumers do with a message. */
  readonly routes: Readonly<Record<string, readonly Step[]>>
  /** How callers behave, by name; steps refer to them. */
  readonly policies?: Readonly<Record<string, Policy>>
}

/** One thing that a request does; a name alone is a visit. */
export type Step =
  | string
  /**
   * A visit; what follows a miss of a cache, while something of a pool or stock is held, or that it writes. `around`: what a cache holds was changed
   * elsewhere, and the cache is not told. `work`: how much it is: a multiple of the time, tokens of a pool or limiter, items of a batch, a multiple of a prompt;
   * a message carries it to what its consumers do.
   */
  | {
      readonly at: string
      readonly miss?: readonly Step[]
      readonly hold?: readonly Step[]
      readonly write?: boolean | 'around'
      readonly work?: number | Distribution
    }
  /** A call to others by a policy; `else` when it failed for good. */
  | { readonly call: readonly Step[]; readonly policy: string; readonly else?: readonly Step[] }
  /** At once in parallel; goes on after `need` of them (all). `seconds`: goes on with what there is by then, and `lost` quality for each share that is missing. */
  | { readonly all: readonly (readonly Step[])[]; readonly need?: number; readonly seconds?: number; readonly lost?: number }
  /** The same steps `count` times in parallel, each with a key of its own: a fan-out. `spread`: branch i has key i, so that each of as many ranges is met once. */
  | {
      readonly each: readonly Step[]
      readonly count: number
      readonly spread?: boolean
      readonly need?: number
      readonly seconds?: number
      readonly lost?: number
    }
  /** Goes on at once; the steps happen by themselves. */
  | { readonly apart: readonly Step[] }
  /** One branch by chance. */
  | { readonly choose: readonly { readonly share: number; readonly steps: readonly Step[] }[] }
  /** Do it, and again with this probability each time. */
  | { readonly again: readonly Step[]; readonly probability: number }
  /** When a step fails, the others instead. */
  | { readonly try: readonly Step[]; readonly else: readonly Step[] }
  /** Counts an outcome under a name: *fallback*, *blocked*. */
  | { readonly mark: string }
  /**
   * Something that must happen once for each request: a charge, a delivery. Counted however often it happens, by attempts that nobody waits for and by messages too.
   * `once`: done under a key of the request, so that it cannot happen again.
   */
  | { readonly effect: string; readonly once?: boolean }
  /** Multiplies the quality of the answer. */
  | { readonly quality: number }
  /** Makes a store of features as new as this request's start. */
  | { readonly refresh: string }
  /** Gives up. */
  | { readonly fail: string }

import type { Distribution } from './distribution.ts'
import type { Backoff } from './policy.ts'

/** How the next replica is chosen. `key`: by hash of the key; `range`: by order of keys. */
export type Balance = 'random' | 'round-robin' | 'two-choices' | 'least' | 'key' | 'range'

/**
 * Who is served next: first in, first out; last in; by the priority of classes; from a line for each key, or for each class, in turn.
 */
export type Order = 'fifo' | 'lifo' | 'priority' | 'key' | 'class'

/** Of a shard with copies, how one of them is chosen. */
export type Among = 'random' | 'round-robin' | 'two-choices' | 'least'

export interface Placed {
  /** Replica i stands in zone i modulo this; 1. */
  readonly zones?: number
  /** Dollars an hour for each replica. */
  readonly price?: number
}

/**
 * A tier of replicas, each with servers and a queue of its own. A sharded store is one with balance `key` or `range`; with `copies`, replica i is copy
 * i mod copies of shard i / copies (rounded down), and `among` (two-choices) says which copy is asked.
 */
export interface Service extends Placed {
  readonly kind: 'service'
  readonly time: Distribution
  readonly replicas?: number
  readonly servers?: number
  readonly balance?: Balance
  /** Requests that may wait at each replica; no bound when left out. */
  readonly queue?: number
  readonly order?: Order
  /** Leaves out at the head of the queue what nobody waits for any longer. */
  readonly dropsExpired?: boolean
  /** Keys of a range-sharded store. */
  readonly keys?: number
  readonly copies?: number
  readonly among?: Among
}

/** Replicas that share their cores among all requests present. */
export interface Sharing extends Placed {
  readonly kind: 'sharing'
  readonly time: Distribution
  readonly replicas?: number
  readonly cores?: number
  readonly balance?: Balance
  /** Requests present at each replica at most. */
  readonly limit?: number
}

export interface Delay {
  readonly kind: 'delay'
  readonly time: Distribution
  /** Share that is lost. */
  readonly loss?: number
  /**
   * What takes the time fails now and then: each unit that is held (tokens of a pool) every so many seconds, exponentially. Then all since the last checkpoint is
   * done again. `checkpoint`: seconds of work between two; `cost`: seconds of one; `restart`: seconds until it goes on.
   */
  readonly failures?: { readonly every: number; readonly checkpoint?: number; readonly cost?: number; readonly restart?: number }
  readonly price?: number
}

/** What it holds follows from the keys that come. Write steps drop the key. */
export interface Cache extends Placed {
  readonly kind: 'cache'
  readonly capacity: number
  /** Seconds that a value is good for. */
  readonly ttl?: number
  /** Each value's time to live is drawn up to this share shorter, so that not all expire at once. */
  readonly jitter?: number
  /** One miss of a key fetches, the others wait for it. */
  readonly singleFlight?: boolean
  /** Holds keys 0, 1, 2 ... at the start, as many as it can, all put in then. */
  readonly full?: boolean
  /** So many keys, by hash, share what is held, as questions that are much alike share an answer. Who is given what was fetched for another key is counted as mistaken. 1. */
  readonly alike?: number
}

/** Tokens held while further steps run: connections, threads. */
export interface Pool {
  readonly kind: 'pool'
  readonly tokens: number
  readonly queue?: number
  readonly order?: Order
  /** Holders of one key at a time; those who wait stand in a line for each key. */
  readonly perKey?: number
  /** Who asks for less goes first when the first in line asks for more than is left. */
  readonly backfill?: boolean
  readonly price?: number
}

/** A queue or log: writing ends at once, consumers do the route of the queue's name. One message of a partition at a time to a consumer. */
export interface Log extends Placed {
  readonly kind: 'log'
  readonly partitions: number
  readonly consumers: number
  /** Messages that a consumer works on at once; 1 keeps order. */
  readonly parallel?: number
  /** Messages kept for each partition; more are refused. */
  readonly bound?: number
  readonly order?: Order
  /** Messages of one key at a time, with a line for each key in its partition. */
  readonly perKey?: number
  /** How often a message whose work failed, or took longer than `lease`, is given out again; then it has failed. */
  readonly again?: number
  readonly backoff?: Backoff
  /** Seconds after which a message that is still worked on is given out again. The first work goes on, unaware. */
  readonly lease?: number
  /**
   * Seconds between notes of what has been done. Consumers that go down do again what was under way and what they did since the last note;
   * without it, nothing is done again and what is under way ends well.
   */
  readonly commit?: number
}

/** Accelerators that work on batches: `base` + `item` for each, as soon as a batch is full or its first has waited `wait`. */
export interface Batcher extends Placed {
  readonly kind: 'batcher'
  readonly replicas?: number
  readonly batch: number
  readonly wait: number
  readonly base: number
  readonly item: number
  readonly queue?: number
  readonly order?: Order
}

/** A server of a language model: continuous or static batches, memory of keys and values. Reference section 2.5. */
export interface Generator extends Placed {
  readonly kind: 'generator'
  readonly replicas?: number
  readonly batching: 'continuous' | 'static'
  /** Sequences at once. */
  readonly sequences: number
  /** Tokens of prompts in one iteration; no bound when left out. */
  readonly chunk?: number
  readonly prompt: Distribution
  readonly output: Distribution
  /** Tokens at the start of each prompt that are the same for all: read once and held once. */
  readonly prefix?: number
  readonly order?: Order
  /**
   * Whom memory lets in: those for whose whole output there is room (promised), or for whose prompt there is room now. Then memory may overflow: who came
   * last goes back to the front of the line and is read again, with what was written.
   */
  readonly admit?: 'promised' | 'now'
  readonly hardware: {
    /** Bytes a second, FLOP a second, bytes. */
    readonly bandwidth: number
    readonly compute: number
    readonly memory: number
    /** Seconds of each iteration that neither explains. */
    readonly overhead: number
  }
  readonly model: {
    readonly parameters: number
    /** Bytes of a parameter. */
    readonly width: number
    /** Bytes of memory for each token that is held. */
    readonly token: number
  }
  readonly queue?: number
}

/** Features for serving; `refresh` steps make them newer. The age of what was read, and poison, follow the request. */
export interface Features extends Tier {
  readonly kind: 'features'
  /** All features at once, or those of a key. */
  readonly scope: 'all' | 'key'
  readonly keys?: number
}

/** Approximate search: the learner picks an effort of the measured table. */
export interface VectorIndex extends Tier {
  readonly kind: 'index'
  readonly effort: number
  readonly table: readonly { readonly effort: number; readonly recall: number; readonly seconds: number }[]
  readonly cv2?: number
  /** Keys of an index that is sharded by range; as many as there are shards. */
  readonly keys?: number
}

/**
 * A primary that takes writes and followers that lag behind. Stale reads are counted. A write is answered when `acks` followers have it too (0).
 * `failover`: seconds after which a follower takes over from a primary that went down; answered writes that no follower had are counted as lost.
 */
export interface Replicated extends Tier {
  readonly kind: 'replicated'
  readonly time: Distribution
  readonly followers: number
  readonly lag: Distribution
  readonly keys: number
  /** Where reads go. */
  readonly reads: 'primary' | 'followers'
  readonly acks?: number
  readonly failover?: number
}

/**
 * A store without a primary: each key has `copies` on nodes (replicas) that follow each other on a ring. A write goes to all of them that can be reached and is
 * answered by `write`; a read asks all (or as many as it needs, by chance) and is answered by `read`, with the newest that it heard of. Stale reads are counted.
 */
export interface Quorum extends Placed {
  readonly kind: 'quorum'
  readonly time: Distribution
  readonly replicas: number
  readonly servers?: number
  readonly queue?: number
  readonly copies: number
  readonly write: number
  readonly read: number
  readonly asks?: 'all' | 'needed'
  readonly keys: number
  /** Seconds until a copy hears of a request, drawn for each. */
  readonly delay?: Distribution
  /** Seconds after its return in which a node that was away gets what it missed; never when left out. */
  readonly repair?: number
}

/**
 * So many of something, of all or of each key: seats, a budget, a driver. A visit takes one (or `work`), and fails when none seems to be left.
 * More than there were is counted as `over`.
 */
export interface Stock {
  readonly kind: 'stock'
  readonly units: number
  readonly scope?: 'all' | 'key'
  /** Seconds after which all of it is there anew. */
  readonly period?: number
  /** While the steps in `hold` run: taken at once and given back if they fail; only looked at, and taken after them; taken, and given back after them. */
  readonly takes?: 'first' | 'last' | 'lent'
  /** So many take for themselves and hear of each other only every `sync` seconds. */
  readonly nodes?: number
  readonly sync?: number
  readonly price?: number
}

/**
 * Counts what passes in windows of so many seconds: by when it comes here, or by when it happened. By event, a window closes `allowed` seconds after its
 * end, and what comes later is dropped; by arrival, what happened in another window is misplaced.
 */
export interface Windows {
  readonly kind: 'windows'
  readonly seconds: number
  readonly by: 'arrival' | 'event'
  readonly allowed?: number
  readonly price?: number
}

interface Tier extends Placed {
  readonly replicas?: number
  /** With balance `key` or `range`: copies of each shard. Replica i is copy i mod copies of shard i / copies, rounded down. 1. */
  readonly copies?: number
  /** Which copy is asked; two-choices. */
  readonly among?: Among
  readonly servers?: number
  readonly balance?: Balance
  readonly queue?: number
  readonly time?: Distribution
}

export interface Limiter {
  readonly kind: 'limiter'
  readonly rate: number
  readonly burst: number
  /** Of all requests, or for each key. */
  readonly scope?: 'all' | 'key'
  /** Tokens that trickle in, or a count that starts anew each window. */
  readonly method?: 'bucket' | 'window'
  readonly price?: number
}

/** Adds and removes replicas of another component by its utilisation. */
export interface Autoscaler {
  readonly kind: 'autoscaler'
  readonly target: string
  readonly utilisation: number
  readonly least: number
  readonly most: number
  readonly interval: number
  /** Seconds until a new replica serves. */
  readonly start: number
  readonly price?: number
}

export type Component =
  | Service
  | Sharing
  | Delay
  | Cache
  | Pool
  | Log
  | Batcher
  | Generator
  | Features
  | VectorIndex
  | Replicated
  | Quorum
  | Stock
  | Windows
  | Limiter
  | Autoscaler

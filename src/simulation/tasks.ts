export const NONE = -1

const FIRST_SIZE = 256

/**
 * What is under way: requests, attempts, branches, messages. A task is a number, its facts stand in typed arrays, and numbers are used
 * again: nothing is allocated for an event. A task is at one place at a time, so one link (`next`) serves all queues.
 */
export class Tasks {
  live = 0
  /** Where it goes on in the program. */
  pc = new Int32Array(FIRST_SIZE)
  born = new Float64Array(FIRST_SIZE)
  /** When it came to where it is. */
  since = new Float64Array(FIRST_SIZE)
  key = new Int32Array(FIRST_SIZE)
  /** Class of requests, whose keys it draws. */
  kind = new Int32Array(FIRST_SIZE)
  /** Who counts how it ends, or NONE. */
  recorder = new Int32Array(FIRST_SIZE)
  /** Actor that hears of its end, or NONE. */
  owner = new Int32Array(FIRST_SIZE)
  next = new Int32Array(FIRST_SIZE)
  /** What it holds: the latest of a list in Frames. */
  frame = new Int32Array(FIRST_SIZE)
  /** The task that waits for this one, and the stamp of its wait: another stamp, and nobody waits any longer. */
  parent = new Int32Array(FIRST_SIZE)
  parentStamp = new Int32Array(FIRST_SIZE)
  stamp = new Int32Array(FIRST_SIZE)
  cancels = new Uint8Array(FIRST_SIZE)
  /** Of its own wait: who judges it, first step of the body, of the alternative, branches under way, answers, needed, tries, start. */
  waiter = new Int32Array(FIRST_SIZE)
  body = new Int32Array(FIRST_SIZE)
  otherwise = new Int32Array(FIRST_SIZE)
  branches = new Int32Array(FIRST_SIZE)
  got = new Int32Array(FIRST_SIZE)
  need = new Int32Array(FIRST_SIZE)
  tries = new Int32Array(FIRST_SIZE)
  started = new Float64Array(FIRST_SIZE)
  /** Cause of the last failure. */
  cause = new Int32Array(FIRST_SIZE)
  /** For the component where it is: replica, epoch. */
  place = new Int32Array(FIRST_SIZE)
  epoch = new Int32Array(FIRST_SIZE)
  /** How much the next visit is (design.ts, `work`). */
  work = new Float64Array(FIRST_SIZE)
  /** Number of the request among those of its class whose effects are counted, or NONE; attempts, branches and messages have it too. */
  operation = new Int32Array(FIRST_SIZE)
  /** When what it tells of happened. */
  happened = new Float64Array(FIRST_SIZE)
  /** Of the answer. */
  quality = new Float64Array(FIRST_SIZE)
  age = new Float64Array(FIRST_SIZE)
  firstToken = new Float64Array(FIRST_SIZE)
  perToken = new Float64Array(FIRST_SIZE)
  private free = NONE
  private used = 0

  make(now: number, pc: number, kind: number, key: number): number {
    let task = this.free
    if (task === NONE) {
      if (this.used === this.pc.length) this.grow()
      task = this.used++
    } else this.free = this.next[task] as number
    this.live++
    this.pc[task] = pc
    this.born[task] = now
    this.key[task] = key
    this.kind[task] = kind
    this.recorder[task] = NONE
    this.owner[task] = NONE
    this.frame[task] = NONE
    this.parent[task] = NONE
    this.cancels[task] = 0
    this.work[task] = 1
    this.operation[task] = NONE
    this.happened[task] = now
    this.quality[task] = 1
    this.age[task] = -1
    this.firstToken[task] = -1
    this.perToken[task] = -1
    return task
  }

  drop(task: number): void {
    this.live--
    this.stamp[task] = ((this.stamp[task] as number) + 1) | 0
    this.next[task] = this.free
    this.free = task
  }

  /** Nobody waits for its answer any longer. */
  isAbandoned(task: number): boolean {
    for (let child = task; ; ) {
      const parent = this.parent[child] as number
      if (parent === NONE) return false
      if (this.stamp[parent] !== this.parentStamp[child]) return true
      child = parent
    }
  }

  /** What a new task has from the one that made it. */
  descend(child: number, from: number): void {
    this.work[child] = this.work[from] as number
    this.operation[child] = this.operation[from] as number
    this.happened[child] = this.happened[from] as number
  }

  /** Ends the wait of a task: what is under way for it is no longer waited for. */
  settle(task: number): void {
    this.stamp[task] = ((this.stamp[task] as number) + 1) | 0
  }

  /** The task's answer rests on that of a branch. */
  inherit(task: number, branch: number): void {
    this.quality[task] = (this.quality[task] as number) * (this.quality[branch] as number)
    if ((this.age[branch] as number) > (this.age[task] as number)) this.age[task] = this.age[branch] as number
    if ((this.firstToken[branch] as number) >= 0) this.firstToken[task] = this.firstToken[branch] as number
    if ((this.perToken[branch] as number) >= 0) this.perToken[task] = this.perToken[branch] as number
  }

  /** All that are under way. */
  *alive(): Generator<number> {
    const isFree = new Uint8Array(this.used)
    for (let task = this.free; task !== NONE; task = this.next[task] as number) isFree[task] = 1
    for (let task = 0; task < this.used; task++) if (isFree[task] === 0) yield task
  }

  private grow(): void {
    for (const [name, values] of Object.entries(this)) {
      if (!ArrayBuffer.isView(values)) continue
      const old = values as Int32Array
      const larger = new (old.constructor as Int32ArrayConstructor)(old.length * 2)
      larger.set(old)
      Object.assign(this, { [name]: larger })
    }
  }
}

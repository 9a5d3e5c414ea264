import type { Limiter } from '../../domain/component.ts'
import { Histogram } from '../histogram.ts'
import type { Part, Totals, Whole } from '../part.ts'
import type { World } from '../world.ts'

interface Account {
  tokens: number
  since: number
}

/** Lets so many a second through, of all or of each key, and refuses the others. */
export class RateLimiter implements Part {
  private entered = 0
  private refused = 0
  private readonly accounts = new Map<number, Account>()
  private readonly world: World
  private readonly rule: Limiter
  private readonly limited: number

  constructor(world: World, name: string, rule: Limiter) {
    this.world = world
    this.rule = rule
    this.limited = world.cause(`${name}: limited`)
  }

  enter(task: number): boolean {
    const { world, rule } = this
    this.entered++
    const key = rule.scope === 'key' ? (world.tasks.key[task] as number) : 0
    let account = this.accounts.get(key)
    if (account === undefined) {
      account = { tokens: rule.burst, since: world.now }
      this.accounts.set(key, account)
    }
    this.refill(account)
    const work = world.tasks.work[task] as number
    if (account.tokens >= work) {
      account.tokens -= work
      return true
    }
    this.refused++
    return world.fail(task, this.limited)
  }

  fire(): void {}

  totals(): Totals {
    return { entered: this.entered, worked: [], offered: 0, each: 0, waited: 0, counts: { refused: this.refused } }
  }

  whole(): Whole {
    return { longest: 0, wait: new Histogram(), price: this.rule.price ?? 0 }
  }

  /** A bucket fills all the time; a window of burst / rate seconds fills at its start. */
  private refill(account: Account): void {
    const { rate, burst, method } = this.rule
    const { now } = this.world
    if (method === 'window') {
      const start = Math.floor((now * rate) / burst) * (burst / rate)
      if (start > account.since) account.tokens = burst
    } else account.tokens = Math.min(burst, account.tokens + (now - account.since) * rate)
    account.since = now
  }
}

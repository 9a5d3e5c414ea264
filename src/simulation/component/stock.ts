import type { Stock } from '../../domain/component.ts'
import { TOKEN } from '../frames.ts'
import { Histogram } from '../histogram.ts'
import type { Part, Totals, Whole } from '../part.ts'
import type { Stream } from '../stream.ts'
import type { World } from '../world.ts'

interface Account {
  /** Taken in this period, in truth. */
  taken: number
  period: number
  /** As all knew it at the last exchange, and what each has taken since. */
  known: number
  exchange: number
  readonly own: Float64Array
}

/** Counts what is taken, as whoever takes it knows it and in truth. */
export class CountedStock implements Part {
  private readonly counts = { taken: 0, refused: 0, returned: 0, over: 0 }
  private entered = 0
  private readonly accounts = new Map<number, Account>()
  private readonly world: World
  private readonly rule: Stock
  private readonly index: number
  private readonly stream: Stream
  private readonly none: number

  constructor(world: World, name: string, rule: Stock, index: number) {
    this.world = world
    this.rule = rule
    this.index = index
    this.stream = world.stream(`stock ${name}`)
    this.none = world.cause(`${name}: none left`)
  }

  enter(task: number): boolean {
    const { world, rule } = this
    this.entered++
    const account = this.account(task)
    const node = rule.nodes === undefined ? 0 : this.stream.below(rule.nodes)
    const amount = world.tasks.work[task] as number
    const seen = rule.nodes === undefined ? account.taken : account.known + (account.own[node] as number)
    if (seen + amount > rule.units) {
      this.counts.refused++
      return world.fail(task, this.none)
    }
    if (rule.takes !== 'last') this.take(account, node, amount)
    world.hold(task, TOKEN, this.index, amount)
    return true
  }

  /** What was held is done with. */
  release(task: number, isOk: boolean, amount: number): void {
    const { takes = 'first' } = this.rule
    const account = this.account(task)
    if (takes === 'last') {
      if (isOk) this.take(account, this.rule.nodes === undefined ? 0 : this.stream.below(this.rule.nodes), amount)
    } else if (takes === 'lent' || !isOk) {
      account.taken = Math.max(0, account.taken - amount)
      account.known = Math.max(0, account.known - amount)
      this.counts.returned += amount
    }
  }

  fire(): void {}

  totals(): Totals {
    return { entered: this.entered, worked: [], offered: 0, each: 0, waited: 0, counts: { ...this.counts } }
  }

  whole(): Whole {
    return { longest: 0, wait: new Histogram(), price: this.rule.price ?? 0 }
  }

  private take(account: Account, node: number, amount: number): void {
    account.taken += amount
    account.own[node] = (account.own[node] as number) + amount
    this.counts.taken += amount
    this.counts.over += Math.min(amount, Math.max(0, account.taken - this.rule.units))
  }

  private account(task: number): Account {
    const { rule, world } = this
    const key = rule.scope === 'key' ? (world.tasks.key[task] as number) : 0
    let account = this.accounts.get(key)
    if (account === undefined) {
      account = { taken: 0, period: 0, known: 0, exchange: 0, own: new Float64Array(rule.nodes ?? 1) }
      this.accounts.set(key, account)
    }
    const period = rule.period === undefined ? 0 : Math.floor(world.now / rule.period)
    if (period !== account.period) {
      account.period = period
      account.taken = 0
      account.known = 0
      account.own.fill(0)
    }
    const exchange = rule.sync === undefined ? 0 : Math.floor(world.now / rule.sync)
    if (exchange !== account.exchange) {
      account.exchange = exchange
      account.known = account.taken
      account.own.fill(0)
    }
    return account
  }
}

import type { Policy } from '../domain/policy.ts'

/** Lets nothing through after too many failures; then one to try. */
export class Breaker {
  private readonly outcomes: Uint8Array
  private readonly limit: number
  private readonly open: number
  private seen = 0
  private failures = 0
  private until = Number.NEGATIVE_INFINITY
  private isTrying = false

  constructor({ window, share, open }: NonNullable<Policy['breaker']>) {
    this.outcomes = new Uint8Array(window)
    this.limit = share * window
    this.open = open
  }

  lets(now: number): boolean {
    if (this.until === Number.NEGATIVE_INFINITY) return true
    if (now < this.until || this.isTrying) return false
    this.isTrying = true
    return true
  }

  record(now: number, isOk: boolean): void {
    if (this.until !== Number.NEGATIVE_INFINITY) {
      // Answers to what was sent before it opened say nothing new.
      if (!this.isTrying) return
      this.isTrying = false
      this.until = isOk ? Number.NEGATIVE_INFINITY : now + this.open
      return
    }
    const at = this.seen++ % this.outcomes.length
    this.failures += (isOk ? 0 : 1) - (this.outcomes[at] as number)
    this.outcomes[at] = isOk ? 0 : 1
    if (this.seen < this.outcomes.length || this.failures < this.limit) return
    this.until = now + this.open
    this.outcomes.fill(0)
    this.failures = 0
    this.seen = 0
  }
}

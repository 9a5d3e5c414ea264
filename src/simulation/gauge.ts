/** The mean over time of a level that jumps, from the end of the warm-up. */
export class Gauge {
  level = 0
  largest = 0
  private area = 0
  private since: number
  private readonly start: number

  constructor(start: number) {
    this.start = start
    this.since = start
  }

  set(now: number, level: number): void {
    if (now > this.since) {
      this.area += this.level * (now - this.since)
      this.since = now
    }
    this.level = level
    if (level > this.largest) this.largest = level
  }

  mean(now: number): number {
    return (this.area + this.level * Math.max(0, now - this.since)) / (now - this.start)
  }
}

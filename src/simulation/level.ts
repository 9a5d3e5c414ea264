/** A level that jumps, and the area below it since the start: its mean over any stretch follows from two readings of the area. */
export class Level {
  value = 0
  largest = 0
  private area = 0

  move(now: number, by: number): void {
    this.area -= by * now
    this.value += by
    if (this.value > this.largest) this.largest = this.value
  }

  total(now: number): number {
    return this.area + this.value * now
  }
}

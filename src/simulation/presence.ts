/** Seconds at work of each replica: whoever begins adds minus the time, whoever ends plus the time, and who is there counts up to now. */
export class Presence {
  /** At work at each replica now. */
  readonly busy: Int32Array
  private readonly area: Float64Array

  constructor(replicas: number) {
    this.busy = new Int32Array(replicas)
    this.area = new Float64Array(replicas)
  }

  begin(replica: number, now: number): void {
    this.busy[replica] = (this.busy[replica] as number) + 1
    this.area[replica] = (this.area[replica] as number) - now
  }

  end(replica: number, now: number): void {
    this.busy[replica] = (this.busy[replica] as number) - 1
    this.area[replica] = (this.area[replica] as number) + now
  }

  /** All that were at work there are gone. */
  clear(replica: number, now: number): void {
    this.area[replica] = (this.area[replica] as number) + (this.busy[replica] as number) * now
    this.busy[replica] = 0
  }

  totals(now: number): number[] {
    return Array.from(this.area, (area, replica) => area + (this.busy[replica] as number) * now)
  }
}

import type { EventQueue } from './event-queue.ts'

const NONE = -1
/** Up to so many events one sorted list is faster than a calendar. */
const SMALL = 16

/**
 * A calendar queue (Brown, CACM 31(10), 1988): a year of days, each a short sorted list; constant time for each event.
 * Days are exact whole numbers computed from the event's time alone, so the order is that of any other queue, to the last bit.
 * With few events it is one sorted list.
 */
export class CalendarQueue implements EventQueue {
  size = 0
  time = 0
  actor = 0
  a = 0
  b = 0
  private times = new Float64Array(64)
  /** Next, actor, a, b. */
  private links = new Int32Array(64 * 4)
  private free = NONE
  private used = 0
  private days = new Int32Array(1).fill(NONE)
  private mask = 0
  /** Days per unit of time; 0 while there is one list. */
  private rate = 0
  private today = 0
  private steps = 0
  private pops = 0
  /** More events than this, and the days are laid out anew. */
  private limit = SMALL

  push(time: number, actor: number, a: number, b: number): void {
    let at = this.free
    if (at !== NONE) this.free = this.links[at << 2] as number
    else {
      if (this.used === this.times.length) this.grow()
      at = this.used++
    }
    this.times[at] = time
    const links = this.links
    const base = at << 2
    links[base + 1] = actor
    links[base + 2] = a
    links[base + 3] = b
    this.insert(at, time)
    if (++this.size > this.limit) this.resize()
  }

  pop(): boolean {
    if (this.size === 0) return false
    let day = this.today
    const { times, links, days, mask, rate } = this
    let at = days[day & mask] as number
    if (mask !== 0) {
      const last = day + mask
      while (at === NONE || Math.floor((times[at] as number) * rate) > day) {
        if (day === last) {
          day = this.firstDay()
          at = days[day & mask] as number
          break
        }
        day++
        this.steps++
        at = days[day & mask] as number
      }
      this.today = day
    }
    const base = at << 2
    days[day & mask] = links[base] as number
    this.time = times[at] as number
    this.actor = links[base + 1] as number
    this.a = links[base + 2] as number
    this.b = links[base + 3] as number
    links[base] = this.free
    this.free = at
    this.size--
    if (mask !== 0 && ++this.pops === 4096) this.review()
    return true
  }

  private insert(at: number, time: number): void {
    const { times, links } = this
    const day = Math.floor(time * this.rate)
    if (day < this.today) this.today = day
    const slot = day & this.mask
    let next = this.days[slot] as number
    if (next === NONE || (times[next] as number) > time) {
      links[at << 2] = next
      this.days[slot] = at
      return
    }
    let before = next
    for (;;) {
      next = links[before << 2] as number
      if (next === NONE || (times[next] as number) > time) break
      before = next
      this.steps++
    }
    links[at << 2] = next
    links[before << 2] = at
  }

  /** Of the earliest event, when a whole year from today is empty. */
  private firstDay(): number {
    let first = Number.POSITIVE_INFINITY
    for (const head of this.days) if (head !== NONE) first = Math.min(first, this.times[head] as number)
    return Math.floor(first * this.rate)
  }

  /** Days are too long or too short when events are found by long walks; too many when few events are left. */
  private review(): void {
    if (this.steps > 3 * this.pops || this.size < this.days.length >> 3) this.resize()
    this.steps = 0
    this.pops = 0
  }

  /** As many days as events, each as long as a few of the gaps between the earlier events. */
  private resize(): void {
    const heads: number[] = []
    for (const head of this.days) for (let at = head; at !== NONE; at = this.links[at << 2] as number) heads.push(at)
    // Equal times share a day and stand there in order already; a stable sort keeps it.
    heads.sort((x, y) => (this.times[x] as number) - (this.times[y] as number))
    const near = heads.slice(0, Math.max(2, Math.min(1000, heads.length >> 1)))
    const span = (this.times[near.at(-1) as number] as number) - (this.times[near[0] as number] as number)
    const width = (2 * span) / near.length
    const last = this.times[heads.at(-1) as number] as number
    // Day numbers must stay exact.
    const isCalendar = heads.length > SMALL && width > 0 && last / width < 2 ** 50
    let count = 1
    while (count < heads.length) count <<= 1
    this.limit = Math.max(SMALL, 2 * heads.length)
    this.days = new Int32Array(isCalendar ? count : 1).fill(NONE)
    this.mask = isCalendar ? count - 1 : 0
    this.rate = isCalendar ? 1 / width : 0
    this.today = isCalendar ? Math.floor((this.times[heads[0] as number] as number) * this.rate) : 0
    for (let each = heads.length - 1; each >= 0; each--) {
      const at = heads[each] as number
      const slot = Math.floor((this.times[at] as number) * this.rate) & this.mask
      this.links[at << 2] = this.days[slot] as number
      this.days[slot] = at
    }
    this.steps = 0
    this.pops = 0
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2)
    times.set(this.times)
    this.times = times
    const links = new Int32Array(this.links.length * 2)
    links.set(this.links)
    this.links = links
  }
}

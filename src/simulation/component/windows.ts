import type { Windows } from '../../domain/component.ts'
import { Histogram } from '../histogram.ts'
import type { Part, Totals, Whole } from '../part.ts'
import type { World } from '../world.ts'

/** Counts events in windows of time. What is waited for is the end of the window: from an event until it shows. */
export class TimeWindows implements Part {
  private readonly counts = { counted: 0, misplaced: 0, dropped: 0 }
  private entered = 0
  private readonly wait = new Histogram()
  private readonly world: World
  private readonly rule: Windows

  constructor(world: World, rule: Windows) {
    this.world = world
    this.rule = rule
  }

  enter(task: number): boolean {
    const { world, rule, counts } = this
    this.entered++
    const happened = world.tasks.happened[task] as number
    const end = (time: number) => (Math.floor(time / rule.seconds) + 1) * rule.seconds
    const shown = rule.by === 'event' ? end(happened) + (rule.allowed ?? 0) : end(world.now)
    if (world.now >= shown) {
      counts.dropped++
      return true
    }
    counts.counted++
    if (rule.by === 'arrival' && end(happened) !== shown) counts.misplaced++
    if (happened >= world.warmUp) this.wait.add(shown - happened)
    return true
  }

  fire(): void {}

  totals(): Totals {
    return { entered: this.entered, worked: [], offered: 0, each: 0, waited: 0, counts: { ...this.counts } }
  }

  whole(): Whole {
    return { longest: 0, wait: this.wait, price: this.rule.price ?? 0 }
  }
}

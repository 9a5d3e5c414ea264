import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CalendarQueue } from './calendar-queue.ts'
import type { EventQueue } from './event-queue.ts'
import { SortedQueue } from './sorted-queue.ts'

type Order = { readonly pops: number; readonly delays: readonly number[] }

/** Everything that comes out, in order, when events are put in after the time of the last one that came out. */
function history(queue: EventQueue, orders: readonly Order[]): readonly (readonly number[])[] {
  const seen: number[][] = []
  let [now, name] = [0, 0]
  const pop = (): boolean => {
    if (!queue.pop()) return false
    now = queue.time
    seen.push([queue.time, queue.actor, queue.a, queue.b, queue.size])
    return true
  }
  for (const { pops, delays } of orders) {
    for (const delay of delays) queue.push(now + delay, name % 7, name++, -name)
    for (let round = 0; round < pops; round++) pop()
  }
  while (pop());
  return seen
}

test('the calendar gives back what a sorted array gives back, ties in the order they came', () => {
  const delay = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 0.25, 1, 1e6, 1e-9),
    fc.double({ min: 0, max: 1e4, noNaN: true }),
  )
  const orders = fc.array(fc.record({ pops: fc.nat(40), delays: fc.array(delay, { maxLength: 60 }) }), { maxLength: 30 })
  fc.assert(
    fc.property(orders, (each) => {
      expect(history(new CalendarQueue(), each)).toEqual(history(new SortedQueue(), each))
    }),
    {
      numRuns: 150,
      seed: 1,
    },
  )
})

test('the calendar keeps order while it grows to thousands of events and shrinks again', () => {
  const orders = Array.from({ length: 60 }, (_, round) => ({
    pops: round < 30 ? 20 : 300,
    delays: Array.from({ length: round < 30 ? 150 : 5 }, (_, at) => ((at * 7919 + round * 104729) % 1009) / (round % 3 === 0 ? 1e5 : 10)),
  }))
  expect(history(new CalendarQueue(), orders)).toEqual(history(new SortedQueue(), orders))
})

import { expect, test } from 'vitest'
import type { ComponentMeasurement, ComponentWindow } from '../../domain/measurement.ts'
import { type Film, type Moment, faultWords, frameAt, hits, isActive, momentsOf, strainOf } from './frames.ts'

const window = (from: number, utilisation: number, counts: Readonly<Record<string, number>> = {}): ComponentWindow => ({
  from,
  until: from + 1,
  entered: 100,
  utilisation,
  hottest: utilisation,
  queue: 4,
  counts,
})

test('a load that flickers is shown as its mean, one that stays as itself', () => {
  const windows = Array.from({ length: 60 }, (_, at) => window(at, at < 30 ? at % 2 : 0.9))
  const shown = momentsOf({ windows } as unknown as ComponentMeasurement).map(({ utilisation }) => utilisation)
  expect(Math.max(...shown.slice(10, 30))).toBeLessThan(0.7)
  expect(Math.min(...shown.slice(10, 30))).toBeGreaterThan(0.3)
  expect(shown[59]).toBeCloseTo(0.9, 2)
})

test('what is refused and what comes in are rates, what a cache answers is a share', () => {
  const [moment] = momentsOf({ windows: [window(0, 0.5, { refused: 7, hits: 60, misses: 20 })] } as unknown as ComponentMeasurement)
  expect(moment).toMatchObject({ rate: 100, refused: 7, hits: 0.75 })
})

test('what takes batches is strained when its queue grows, not by being at work all the time', () => {
  const run = (queue: (second: number) => number) =>
    momentsOf({
      windows: Array.from({ length: 40 }, (_, at) => ({ ...window(at, 1), queue: queue(at) })),
    } as unknown as ComponentMeasurement)
  const strains = (kind: Parameters<typeof strainOf>[0], queue: (second: number) => number) =>
    run(queue).map((moment) => strainOf(kind, moment))
  expect(new Set(strains('generator', (second) => 20 + (second % 2) * 10))).toEqual(new Set(['calm']))
  expect(strains('generator', (second) => Math.max(0, second - 15) * 30)).toSatisfy(
    (seen: readonly string[]) => !seen.slice(0, 15).includes('over') && seen.slice(25).every((each) => each === 'over'),
  )
  expect(new Set(strains('service', () => 0))).toEqual(new Set(['over']))
  expect(strainOf('batcher', { ...(run(() => 5).at(-1) as Moment), refused: 30 })).toBe('over')
})

test('a component without a number is shown as idle', () => {
  expect(momentsOf({ windows: [window(0, Number.NaN)] } as unknown as ComponentMeasurement)[0]?.utilisation).toBe(0)
})

test('the slider finds the frame of a second, and stays within the film', () => {
  const film: Film = { times: [1, 2, 3], components: {} }
  expect([0, 0.99, 1, 2.5, 3, 99].map((second) => frameAt(film, second))).toEqual([0, 0, 1, 2, 2, 2])
  expect(frameAt({ times: [], components: {} }, 5)).toBe(0)
})

test('a fault is marked while it lasts, and a flush for a moment', () => {
  const slow = { kind: 'slow', component: 'store', factor: 3, at: 20, until: 28 } as const
  expect([19.9, 20, 27.9, 28].map((second) => isActive(slow, second))).toEqual([false, true, true, false])
  expect([20, 21, 23].map((second) => isActive({ kind: 'flush', component: 'cache', at: 20 }, second))).toEqual([true, true, false])
  expect(hits(slow, 'store')).toBe(true)
  expect(hits(slow, 'cache')).toBe(false)
  expect(faultWords(slow)).toBe('store 3 times slower, 20 s until 28 s')
})

import type { Draw, Drawable } from '../domain/estimation.ts'

/** Share of all draws that one meeting is away from the next: the golden one, which spreads few draws evenly. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** How many draws there are. */
export function drawsOf(numbers: Readonly<Record<string, Drawable>>): number {
  return Object.values(numbers).reduce((product, { values }) => product * values.length, 1)
}

/** What is drawn at a meeting, counted from 0. Every draw comes once before any comes again, so no meeting repeats the last one. */
export function drawOf(numbers: Readonly<Record<string, Drawable>>, meeting: number): Draw {
  const all = drawsOf(numbers)
  return drawAt(numbers, ((meeting % all) * stepOf(all)) % all)
}

/** Every draw. */
export function* everyDraw(numbers: Readonly<Record<string, Drawable>>): Generator<Draw> {
  for (let place = 0; place < drawsOf(numbers); place++) yield drawAt(numbers, place)
}

function drawAt(numbers: Readonly<Record<string, Drawable>>, place: number): Draw {
  let rest = place
  return Object.fromEntries(
    Object.entries(numbers).map(([name, { values }]) => {
      const value = values[rest % values.length] as number
      rest = Math.floor(rest / values.length)
      return [name, value]
    }),
  )
}

/** Near the golden share, and without a divisor in common: its multiples pass by every draw. */
function stepOf(all: number): number {
  let step = Math.max(1, Math.round(all * GOLDEN))
  while (divisor(step, all) > 1) step++
  return step
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

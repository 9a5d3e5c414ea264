/** Numbers in [0, 1) that a seed decides. mulberry32, by Tommy Ettinger (public domain). */
export function draws(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The elements in an order that the seed decides. */
export function shuffled<T>(elements: readonly T[], seed: number): readonly T[] {
  const draw = draws(seed)
  const rest = [...elements]
  return elements.flatMap(() => rest.splice(Math.floor(draw() * rest.length), 1))
}

/** A seed of its own for what has a name, so that two items with one seed are not ordered alike. */
export function seedFor(seed: number, name: string): number {
  let mixed = seed | 0
  for (let index = 0; index < name.length; index++) mixed = Math.imul(mixed ^ name.charCodeAt(index), 16777619)
  return mixed | 0
}

import { createHash } from 'node:crypto'

/** A tenth of the names, at least three: another tenth with each seed, the same with the same, whatever their order. */
export function sampleOf(names: readonly string[], seed: string): readonly string[] {
  const size = Math.max(3, Math.ceil(names.length / 10))
  return names
    .map((name) => ({ name, rank: createHash('sha256').update(`${seed}\n${name}`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ name }) => name)
}

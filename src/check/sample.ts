import { createHash } from 'node:crypto'

/** A tenth of the names, at least three: another tenth with each seed, the same with the same, whatever their order. */
export function sampleOf(names: readonly string[], seed: string): readonly string[] {
  const rank = (name: string) => createHash('sha256').update(`${seed}\n${name}`).digest('hex')
  const size = Math.max(3, Math.ceil(names.length / 10))
  return [...names].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, size)
}

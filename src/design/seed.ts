/** The seed of a replicate, by what it is for: far apart for neighbours, and the same everywhere. */
export function seedFor(seed: number, purpose: string, replicate: number): number {
  let hash = 0x811c9dc5 ^ (seed >>> 0)
  const text = `${purpose} ${replicate}`
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // Finaliser of murmur3: every bit of the input moves every bit of the seed.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

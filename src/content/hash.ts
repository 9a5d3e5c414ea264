import { createHash } from 'node:crypto'

/** The record that `onsite check` writes beside an item; not part of what it proves. */
export const PROOF_FILE = 'proof.json'

/** What `onsite check` saw broken copies and values of an exercise do; a record like the proof. */
export const VARIANTS_FILE = 'variants.json'

/** SHA-256 (hex) over an item's files: each path and text with its length in front, so that no two trees share one. */
export function hashFiles(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const path of [...files.keys()].sort()) {
    if (path === PROOF_FILE || path === VARIANTS_FILE) continue
    const text = files.get(path) ?? ''
    hash.update(`${Buffer.byteLength(path)}:${path}${Buffer.byteLength(text)}:${text}`)
  }
  return hash.digest('hex')
}

import { createHash } from 'node:crypto'
import type { Blobs } from '../domain/runner.ts'

/** Files of jobs in memory, by content. Forgets those used longest ago beyond `mostBytes`: a job's files are put just before it runs. */
export function createBlobs(mostBytes = 256 * 1024 * 1024): Blobs {
  const contents = new Map<string, string>()
  let size = 0
  return {
    put(content) {
      const hash = createHash('sha256').update(content).digest('hex')
      if (contents.delete(hash)) size -= content.length
      contents.set(hash, content)
      size += content.length
      for (const [oldest, text] of contents) {
        if (size <= mostBytes || oldest === hash) break
        contents.delete(oldest)
        size -= text.length
      }
      return hash
    },
    get(hash) {
      const content = contents.get(hash)
      if (content === undefined) throw new Error(`No file with hash ${hash} was put`)
      return content
    },
  }
}

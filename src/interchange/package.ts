import { UnzipInflate, Unzip } from 'fflate'
import { Decompress } from 'fzstd'
import { UserError } from '../domain/user-error.ts'

/** Larger than any collection without its media. */
const LARGEST = 512 * 1024 * 1024

/** Newest format first: a package for new programs also holds an old one that only says so. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const

/** The database inside an Anki package (`.apkg`, `.colpkg`), unpacked. Throws UserError where there is none. */
export function collectionIn(bytes: Uint8Array, name: string): Uint8Array {
  const found = new Map<string, Uint8Array>()
  try {
    const unzip = new Unzip((file) => {
      if (!COLLECTIONS.some((one) => one === file.name)) return
      const collected = collect(name)
      file.ondata = (error, chunk, final) => {
        if (error !== null) throw error
        collected.push(chunk)
        if (final) found.set(file.name, collected.whole())
      }
      file.start()
    })
    unzip.register(UnzipInflate)
    unzip.push(bytes, true)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw broken(name)
  }
  const newest = COLLECTIONS.find((one) => found.has(one))
  const packed = newest === undefined ? undefined : found.get(newest)
  if (packed === undefined) {
    throw new UserError('Holds no Anki collection.', {
      where: name,
      fix: 'In Anki choose File, Export, and a deck or the whole collection.',
    })
  }
  return newest === 'collection.anki21b' ? unpacked(packed, name) : packed
}

function unpacked(packed: Uint8Array, name: string): Uint8Array {
  const collected = collect(name)
  try {
    new Decompress((chunk) => collected.push(chunk)).push(packed, true)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw broken(name)
  }
  return collected.whole()
}

/** Chunks, as long as they are not more than there can honestly be. */
function collect(name: string): { readonly push: (chunk: Uint8Array) => void; readonly whole: () => Uint8Array } {
  const chunks: Uint8Array[] = []
  let size = 0
  return {
    push(chunk) {
      size += chunk.length
      if (size > LARGEST) throw new UserError('Unpacks to more than 512 MB.', { where: name, fix: 'Export one deck at a time.' })
      chunks.push(chunk.slice())
    },
    whole: () => Buffer.concat(chunks),
  }
}

function broken(name: string): UserError {
  return new UserError('The package is damaged.', { where: name, fix: 'Export it again; a download may have been cut off.' })
}

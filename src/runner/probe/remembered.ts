import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** Which slow probes held, on which system: kernel, sandbox program, our own programs, account. */
export interface Remembered {
  read(system: string): ReadonlySet<string>
  write(system: string, held: readonly string[]): void
}

const schema = z.object({ system: z.string(), held: z.array(z.string()) })

/** Kept in a file. One that cannot be read or written only costs the probes again. */
export function rememberIn(file: string): Remembered {
  return {
    read(system) {
      try {
        const found = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
        return new Set(found.system === system ? found.held : [])
      } catch {
        return new Set()
      }
    },
    write(system, held) {
      try {
        writeFileSync(`${file}.new`, JSON.stringify({ system, held }))
        renameSync(`${file}.new`, file)
      } catch {
        // The next start tries them again.
      }
    },
  }
}

/** Remembers nothing. */
export const FORGETFUL: Remembered = { read: () => new Set(), write: () => undefined }

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'

/** A record that the check wrote beside an exercise; undefined where there is none, or none that can be read. */
export function readRecord<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): z.infer<Schema> | undefined {
  let text: string
  try {
    text = readFileSync(join(folder, file), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { diskError } from '../postgres/disk-error.ts'
import type { Query } from './connection.ts'
import { exportRows } from './export.ts'
import { learners } from './tables.ts'

/** Writes all that is remembered to `<home>/backups/<time>-before-<migration>.jsonl`, whole and on the disk or not at all. */
export async function backUp(query: Query, home: string, migration: string, now: number): Promise<string> {
  const folder = join(home, 'backups')
  const at = new Date(now).toISOString()
  const file = join(folder, `${at.replaceAll(':', '-').replace(/\.\d+Z$/, 'Z')}-before-${migration}.jsonl`)
  const unfinished = `${file}.part`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const handle = openSync(unfinished, 'w', 0o600)
    try {
      for (const { id } of await query.select({ id: learners.id }).from(learners)) {
        for await (const line of exportRows(query, id, at)) writeSync(handle, `${line}\n`)
      }
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw diskError(error, folder) ?? error
  }
  return file
}

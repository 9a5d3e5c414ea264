import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The session secret of this home: kept, so that an open tab survives a restart; readable by its owner only. */
export async function sessionSecret(home: string): Promise<string> {
  const file = join(home, 'session-secret')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (/^[0-9a-f]{64}$/.test(kept)) return kept
  const fresh = randomBytes(32).toString('hex')
  await mkdir(home, { recursive: true, mode: 0o700 })
  await writeFile(file, fresh, { mode: 0o600 })
  return fresh
}

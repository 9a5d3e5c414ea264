import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Surroundings } from '../gym/open.ts'
import type { Shell } from './shell.ts'

/** What the gym is opened with: `ONSITE_HOME` or `~/.onsite`, `DATABASE_URL` where the store is hosted, clock and chance. */
export function surroundingsOf(shell: Shell): Surroundings {
  const [home, databaseUrl] = [shell.env['ONSITE_HOME'], shell.env['DATABASE_URL']]
  return {
    project: shell.project,
    home: home === undefined || home === '' ? join(homedir(), '.onsite') : resolve(shell.cwd, home),
    databaseUrl: databaseUrl === '' ? undefined : databaseUrl,
    version: versionOf(shell.project),
    now: shell.now,
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    random: Math.random,
  }
}

/** Onsite's own version. */
export function versionOf(project: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))).version
}

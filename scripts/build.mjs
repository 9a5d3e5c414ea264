import { join } from 'node:path'
import { run } from './command.mjs'
import { step, SetupError } from './progress.mjs'
import { hashOf, PROJECT, readJson, writeJson } from './project.mjs'

/** Builds client, page renderer and command line when a source changed. */
export async function build() {
  const sources = ['src', 'vite.config.ts', 'vite.node.config.ts', 'package-lock.json'].map((name) => join(PROJECT, name))
  const key = hashOf(sources)
  const marker = join(PROJECT, 'dist', 'build.json')
  if (readJson(marker)?.key === key) return
  const progress = step('Building')
  const vite = join(PROJECT, 'node_modules', 'vite', 'bin', 'vite.js')
  // Vite takes NODE_ENV over its own mode: a stray "test" or "development" would ship React's slow build.
  const env = { ...process.env, NODE_ENV: 'production' }
  const parts = [
    ['the client', ['build']],
    ['the page renderer', ['build', '--ssr']],
    ['the command line', ['build', '--config', 'vite.node.config.ts']],
  ]
  for (const [index, [what, args]] of parts.entries()) {
    progress.update(`${what}, ${index + 1} of ${parts.length},`)
    const result = await run(process.execPath, [vite, ...args, '--logLevel', 'warn'], { cwd: PROJECT, env })
    if (result.code !== 0) {
      progress.fail()
      throw new SetupError(
        `Building ${what} failed:\n${result.output}`,
        'If you changed a source, mend what is named above. Otherwise delete node_modules and dist and run the same command again.',
      )
    }
  }
  writeJson(marker, { key })
  progress.done('Built')
}

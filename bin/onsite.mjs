#!/usr/bin/env node
// `npx onsite`: runs the built command line. Built-ins only, so that it works from a clean clone: what is missing is set up first.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const main = join(project, 'dist', 'node', 'main.js')
const script = (name) => JSON.stringify(pathToFileURL(join(project, 'scripts', name)).href)

if (!existsSync(main) || !existsSync(join(project, 'node_modules'))) {
  const setup = `
    import { build } from ${script('build.mjs')}
    import { nodeModules } from ${script('node-modules.mjs')}
    import { main } from ${script('progress.mjs')}
    import { requireNode } from ${script('project.mjs')}
    await main(async () => { requireNode(); await nodeModules(); await build() })`
  // Standard output belongs to the command, whose answer a program may read: the set-up reports on standard error.
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', setup], { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status ?? 2)
}
await import(pathToFileURL(main).href)

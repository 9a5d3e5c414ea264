#!/usr/bin/env node
// `npx onsite`: runs the built command line. Built-ins only, so that it works from a clean clone: what is missing is set up first.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const main = join(project, 'dist', 'node', 'main.js')

if (!existsSync(main) || !existsSync(join(project, 'node_modules'))) {
  const setup = join(project, 'scripts', 'setup.mjs')
  // Standard output belongs to the command, whose answer may be read by a program: the set-up's progress goes to standard error.
  const { status } = spawnSync(process.execPath, [setup], { stdio: ['ignore', 2, 2] })
  if (status !== 0 || !existsSync(main)) {
    console.error('The set-up did not finish. Run `npm start` once, which says what is missing.')
    process.exit(status || 2)
  }
}
await import(pathToFileURL(main).href)

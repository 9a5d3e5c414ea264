// `npm start`: installs what is missing, then opens the gym. Built-ins only, so that it runs from a clean clone.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { nodeModules } from './node-modules.mjs'
import { main, SetupError } from './progress.mjs'
import { PROJECT, requireNode } from './project.mjs'
import { sayMissing, systemPackages } from './system.mjs'

await main(async () => {
  requireNode()
  sayMissing(await systemPackages(['bubblewrap']))
  // The heavy packages install while the pages are already open; what needs them says how far they are.
  const python = spawn(process.execPath, [join(PROJECT, 'scripts', 'python.mjs')], { stdio: 'inherit' })
  try {
    await nodeModules()
    await build()
  } catch (error) {
    if (error instanceof SetupError) python.kill()
    throw error
  }
  const server = spawn(process.execPath, [join(PROJECT, 'dist', 'node', 'main.js'), 'start', ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: PROJECT,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      python.kill(signal)
      server.kill(signal)
    })
  }
  const code = await new Promise((resolve) =>
    server.on('exit', (exit, signal) => resolve(exit ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))),
  )
  python.kill()
  return code
})
